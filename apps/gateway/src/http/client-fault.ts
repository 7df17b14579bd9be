import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import type { PublicCode } from '../errors/public-error';
import { NOTHING_POLICY } from './security-headers';

interface Fault {
  readonly status: number;
  readonly message: string;
}

const MALFORMED: Fault = { status: 400, message: 'The request is not valid HTTP.' };
/** What Node's parser gives up on, by its codes. */
const FAULTS: Readonly<Record<string, Fault>> = {
  HPE_HEADER_OVERFLOW: { status: 431, message: 'The headers are too large.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: 'The request did not arrive in time.' },
};
const CODE: PublicCode = 'BAD_USER_INPUT';

/**
 * Answers what was never a request that could be routed, in the shape of every other error, and hangs up. There is no language to
 * answer in yet.
 */
export function answerClientFault(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const { status, message } = FAULTS[error.code ?? ''] ?? MALFORMED;
  const body = JSON.stringify({ errors: [{ message, extensions: { code: CODE } }] });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      `x-request-id: ${randomUUID()}`,
      'x-content-type-options: nosniff',
      `content-security-policy: ${NOTHING_POLICY}`,
      'cache-control: no-store',
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
