import { request as httpRequest } from 'node:http';
import { type Socket, connect } from 'node:net';

/** Every code that may leave the gateway. */
const CODES = new Set([
  ...['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'RATE_LIMITED', 'IDEMPOTENCY_KEY_REUSED'],
  ...['STALE_VERSION', 'SERVICE_UNAVAILABLE', 'GRAPHQL_VALIDATION_FAILED', 'QUERY_TOO_COMPLEX'],
  ...['PERSISTED_QUERY_NOT_FOUND', 'OPERATION_NOT_REGISTERED', 'INTERNAL_SERVER_ERROR'],
]);

/** What tells about the inside, whatever was asked. */
const INSIDE: readonly (readonly [string, RegExp])[] = [
  ['a stack', /\bat (async )?[\w.<>$[\] ]+ \(\S+:\d+\)|\bat (file:\/\/)?\/\S+:\d+|"stack(trace)?"/i],
  ['a file', /node_modules|\/(src|dist|apps|libs|work|home|usr|tmp|app)\/|\.[cm]?[jt]s\b[:"')]/],
  [
    'SQL',
    /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\s+["\w*]+|relation "|syntax error at or near|pg_|typeorm|QueryFailed/,
  ],
  [
    'an address',
    /127\.0\.0\.1|localhost|::1\b|\d+\.\d+\.\d+\.\d+:\d+|(https?|postgres|redis):\/\/|ECONNREFUSED|\.internal\b/,
  ],
  ['the graph inside', /_entities|_service|_Any|join__|x-charter-identity|subgraph/i],
  ['what it is made of', /apollo-server|fastify|graphql-js|FST_ERR|HPE_|undici|ioredis|jose\b|JWS|JWT/i],
];

export interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

interface Fault {
  readonly message: string;
  readonly extensions: { readonly code: string } & Readonly<Record<string, unknown>>;
}

/** Throws unless an answer is JSON that tells nothing of the inside. @returns its errors */
export function clean({ status, headers, text }: Said): readonly Fault[] {
  const where = `${status}: ${text.slice(0, 400)}`;
  if (!/^application\/(json|graphql-response\+json)/.test(String(headers['content-type'])))
    throw new Error(`Not JSON (${headers['content-type']}) ${where}`);
  const { errors = [] } = JSON.parse(text) as { errors?: readonly Fault[] };
  for (const { extensions, message } of errors) {
    if (!CODES.has(extensions?.code)) throw new Error(`A code of the inside: ${extensions?.code} ${where}`);
    if (typeof message !== 'string' || message === '') throw new Error(`No message ${where}`);
  }
  for (const [what, sign] of INSIDE) {
    const found = sign.exec(text);
    if (found) throw new Error(`It tells ${what} (${found[0]}) ${where}`);
  }
  if (headers['x-content-type-options'] !== 'nosniff') throw new Error(`No security headers ${where}`);
  for (const name of ['server', 'x-powered-by', 'via']) if (headers[name]) throw new Error(`${name} ${where}`);
  return errors;
}

/** Throws unless an answer refuses, cleanly. @returns the codes with which it does */
export function refused(said: Said): string[] {
  const errors = clean(said);
  if (errors.length === 0) throw new Error(`It was not refused: ${said.status} ${said.text.slice(0, 400)}`);
  if (said.status >= 500 && said.status !== 503) throw new Error(`A fault of ours: ${said.status} ${said.text}`);
  return [...new Set(errors.map(({ extensions }) => extensions.code))];
}

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
}

/** One request by Node’s own client, which changes nothing of what it is given. */
export const send = (url: string, { method = 'POST', path = '/graphql', headers = {}, body }: Sent): Promise<Said> =>
  new Promise((resolve, reject) => {
    const sent = httpRequest(new URL(path, url), { method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, text: Buffer.concat(chunks).toString() }),
      );
    });
    sent.setTimeout(30_000, () => sent.destroy(new Error('It was not answered within 30 s.')));
    sent.on('error', reject);
    sent.end(body);
  });

export const json = { 'content-type': 'application/json', 'accept-language': 'en' };

/** A GraphQL request as JSON. */
export const ask = (url: string, body: unknown, headers: Sent['headers'] = {}): Promise<Said> =>
  send(url, { headers: { ...json, ...headers }, body: JSON.stringify(body) });

export interface Raw {
  readonly socket: Socket;
  /** The first answer, as soon as it is whole; or what came until the other side hung up. */
  readonly said: Promise<string>;
}

const RAW_LIMIT_MS = 40_000;

/** A connection for bytes that are no request. */
export function raw(url: string): Raw {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let text = '';
  const said = new Promise<string>((resolve) => {
    const end = (): void => {
      clearTimeout(limit);
      socket.destroy();
      resolve(text);
    };
    const limit = setTimeout(end, RAW_LIMIT_MS);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const [head, body] = text.split('\r\n\r\n', 2);
      const length = /^content-length: (\d+)/im.exec(head!)?.[1];
      if (length !== undefined && body !== undefined && body.length >= Number(length)) end();
    });
    socket.on('error', end); // it is hung up on while it still sends
    socket.on('close', end);
  });
  return { socket, said };
}

/** The first answer in what a connection gave. */
export function readRaw(text: string): Said {
  const [head = '', body = ''] = [text.slice(0, text.indexOf('\r\n\r\n')), text.slice(text.indexOf('\r\n\r\n') + 4)];
  const [line = '', ...fields] = head.split('\r\n');
  const headers = Object.fromEntries(
    fields.map((field) => [
      field.slice(0, field.indexOf(':')).toLowerCase(),
      field.slice(field.indexOf(':') + 1).trim(),
    ]),
  );
  return { status: Number(line.split(' ')[1]), headers, text: Buffer.from(body, 'latin1').toString() };
}
