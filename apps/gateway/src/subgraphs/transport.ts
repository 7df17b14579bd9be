import { Pool } from 'undici';

/** One call of a subgraph failed before it gave a GraphQL answer. */
export class SubgraphUnreachable extends Error {
  constructor(
    readonly reason: 'connection' | 'timeout' | 'answer',
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}

export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: readonly (string | number)[]; extensions?: object }[];
}

const LARGEST_ANSWER = 32 * 1024 * 1024;

/** Faults after which the subgraph has certainly not begun, or a query may safely be asked again. */
const CONNECTION_FAULTS: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_CLOSED', 'UND_ERR_DESTROYED'],
]);

/** A connection pool to one subgraph. undici's `request` on a pool serves five times what the gateway's own fetcher does. */
export class SubgraphTransport {
  readonly #pool: Pool;
  readonly #path: string;

  /** @param timeout time limit of a whole call, in milliseconds */
  constructor(
    url: string,
    readonly timeout: number,
  ) {
    const { origin, pathname, search } = new URL(url);
    this.#path = pathname + search;
    this.#pool = new Pool(origin, {
      connections: 64,
      connect: { timeout: Math.min(timeout, 3_000) },
      headersTimeout: 0, // one limit for the whole call, below
      bodyTimeout: 0,
      maxResponseSize: LARGEST_ANSWER,
    });
  }

  /** Sends one GraphQL request. @throws {SubgraphUnreachable} */
  async send(body: string, headers: Readonly<Record<string, string>>): Promise<SubgraphAnswer> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), this.timeout);
    try {
      const { statusCode, body: answer } = await this.#pool.request({
        path: this.#path,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
        body,
        signal: limit.signal,
      });
      return this.#read(statusCode, await answer.text());
    } catch (error) {
      if (error instanceof SubgraphUnreachable) throw error;
      if (limit.signal.aborted) throw new SubgraphUnreachable('timeout', `no answer within ${this.timeout} ms`);
      const { code, message } = error as Error & { code?: string };
      const reason = CONNECTION_FAULTS.has(code) ? 'connection' : 'answer';
      throw new SubgraphUnreachable(reason, code ?? message, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  /** An answer with `data` or `errors` is GraphQL, whatever its status, but for 401: that subgraph does not know this gateway. */
  #read(status: number, text: string): SubgraphAnswer {
    let answer: SubgraphAnswer | null = null;
    try {
      answer = JSON.parse(text) as SubgraphAnswer | null;
    } catch (cause) {
      throw new SubgraphUnreachable('answer', `status ${status}, not JSON`, { cause });
    }
    const isGraphQL = typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer);
    if (status === 401 || !isGraphQL) throw new SubgraphUnreachable('answer', `status ${status}, not a GraphQL answer`);
    return answer!;
  }

  /** Lets go of the connections. */
  close(): Promise<void> {
    return this.#pool.destroy();
  }
}
