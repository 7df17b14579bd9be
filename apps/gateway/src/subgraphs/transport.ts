import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { Pool } from 'undici';
import { publicAge } from './public-age';
import { type CheckHead, Reception } from './reception';
import { SubgraphUnreachable } from './unreachable';

export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: readonly (string | number)[]; extensions?: object }[];
  /** Seconds for which every anonymous caller of the same language may be given this answer; undefined when it may be the caller's alone. */
  readonly maxAge?: number | undefined;
}

/** An answer with its text, from which it can be read again. */
export interface Received {
  readonly text: string;
  readonly answer: SubgraphAnswer;
}

/** How a subgraph may pack its answers. */
export const ENCODINGS = ['gzip', 'br'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const UNPACK: Readonly<Record<Encoding, (packed: Buffer, limits: { maxOutputLength: number }) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  br: promisify(brotliDecompress),
};

const LARGEST_ANSWER = 32 * 1024 * 1024;
const CONNECT_LIMIT_MS = 3_000;

/** Faults after which the subgraph has certainly not begun, or a query may safely be asked again. */
const CONNECTION_FAULTS: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_CLOSED', 'UND_ERR_DESTROYED'],
]);
const SIZE_FAULTS: ReadonlySet<unknown> = new Set(['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'ERR_BUFFER_TOO_LARGE']);
/** A proxy in front of the subgraph says so; or the subgraph itself, while it stops. */
const UNAVAILABLE = new Set([502, 503, 504]);

/** A connection pool to one subgraph. undici's `request` on a pool serves five times what the gateway's own fetcher does. */
export class SubgraphTransport {
  readonly #pool: Pool;
  readonly #path: string;
  readonly #headers: Readonly<Record<string, string>>;

  /** @param encoding how answers may be packed; plain without it */
  constructor(url: string, encoding?: Encoding) {
    const { origin, pathname, search } = new URL(url);
    this.#path = pathname + search;
    this.#headers = {
      ...{ 'content-type': 'application/json', accept: 'application/json' },
      ...(encoding && { 'accept-encoding': encoding }),
    };
    this.#pool = new Pool(origin, {
      connections: 64,
      connect: { timeout: CONNECT_LIMIT_MS },
      headersTimeout: 0, // whoever calls gives one limit for the whole call
      bodyTimeout: 0,
      maxResponseSize: LARGEST_ANSWER,
    });
  }

  /**
   * Sends one GraphQL request.
   * @param limitMs how long the whole call may take, in milliseconds
   * @throws {SubgraphUnreachable}
   */
  async send(body: string, headers: Readonly<Record<string, string>>, limitMs: number): Promise<Received> {
    const reception = new Reception(wanted, limitMs);
    try {
      this.#pool.dispatch(
        { path: this.#path, method: 'POST', headers: { ...headers, ...this.#headers }, body },
        reception,
      );
      const { status, headers: told, body: answer } = await reception.arrived;
      const text = await unpacked(answer, told['content-encoding']);
      return { text, answer: read(status, text, publicAge(told['cache-control'])) };
    } catch (error) {
      if (error instanceof SubgraphUnreachable) throw error;
      const { code, message } = error as Error & { code?: string };
      const reason = CONNECTION_FAULTS.has(code) ? 'connection' : SIZE_FAULTS.has(code) ? 'size' : 'answer';
      throw new SubgraphUnreachable(reason, code ?? message, { cause: error });
    }
  }

  /** Lets go of the connections. */
  close(): Promise<void> {
    return this.#pool.destroy();
  }
}

const isPlain = (encoding: unknown): boolean => encoding === undefined || encoding === 'identity';

/** Whether it may be GraphQL, packed as it was asked for. */
const wanted: CheckHead = (status, { 'content-type': type, 'content-encoding': encoding }) => {
  if (!/^application\/([\w.-]+\+)?json\b/.test(String(type))) throw notGraphQL(status);
  if (!isPlain(encoding) && !UNPACK[encoding as Encoding])
    throw new SubgraphUnreachable('answer', 'packed in a way that was not asked for');
};

async function unpacked(body: Buffer, encoding: unknown): Promise<string> {
  if (isPlain(encoding)) return body.toString();
  return (await UNPACK[encoding as Encoding](body, { maxOutputLength: LARGEST_ANSWER })).toString();
}

const notGraphQL = (status: number, cause?: unknown): SubgraphUnreachable =>
  new SubgraphUnreachable(
    UNAVAILABLE.has(status) ? 'unavailable' : 'answer',
    `status ${status}, not a GraphQL answer`,
    {
      cause,
    },
  );

/**
 * Reads what a subgraph said: with `data` or `errors` it is GraphQL, whatever its status, but for 401: that subgraph does not know this gateway.
 * @throws {SubgraphUnreachable}
 */
export function read(status: number, text: string, maxAge?: number): SubgraphAnswer {
  let answer: SubgraphAnswer | null = null;
  try {
    answer = JSON.parse(text) as SubgraphAnswer | null;
  } catch (cause) {
    throw notGraphQL(status, cause);
  }
  const isGraphQL = typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer);
  if (status === 401 || !isGraphQL) throw notGraphQL(status);
  const { data, errors } = answer!;
  return { data, ...(errors && { errors }), ...(maxAge !== undefined && !errors && { maxAge }) };
}
