import { type Operation, operationOf } from './document';
import { CharterError, type Failure } from './failure';
import type { Sent } from './sender';
import type { WireRequest } from './wire';

interface ForeignRequest {
  readonly request: WireRequest;
  readonly operation: Operation;
  readonly variables: object;
  readonly signal?: AbortSignal;
}

/** Of the connection that the answer came by, not of the answer. */
const HOP_HEADERS = ['content-encoding', 'content-length', 'transfer-encoding'];

/**
 * What another GraphQL client is about to send.
 * @throws TypeError for a body that is not text: this API takes no multipart requests
 */
export function foreignRequest(input: Parameters<typeof fetch>[0], init: RequestInit): ForeignRequest {
  const { method = 'GET', body, headers, signal } = init;
  if (typeof input === 'object' && 'url' in input) throw new TypeError('Give the address and the options apart.');
  if (body !== undefined && body !== null && typeof body !== 'string') throw new TypeError('The body must be text.');
  const url = input.toString();
  const own: Record<string, string> = Object.fromEntries(new Headers(headers));
  if (method.toUpperCase() === 'GET') {
    const operation = operationOf(''); // GET is for queries alone
    const headers = { 'apollo-require-preflight': '1', ...own };
    return { request: { url, method: 'GET', headers }, operation, variables: {}, signal: signal ?? undefined };
  }
  const { query = '', variables } = JSON.parse(body ?? '{}') as { query?: string; variables?: object };
  // Without its text nobody can tell a query from a mutation.
  const operation = operationOf(query === '' ? 'mutation' : query);
  const request: WireRequest = { url, method: 'POST', headers: own, ...(body && { body }) };
  return { request, operation, variables: variables ?? {}, signal: signal ?? undefined };
}

/** @throws CharterError when nothing came back */
export function toResponse({ response, result }: Sent): Response {
  if (!response) throw new CharterError((result as { failure: Failure }).failure);
  const headers = new Headers(response.headers);
  for (const name of HOP_HEADERS) headers.delete(name);
  return new Response(response.text, { status: response.status, headers });
}
