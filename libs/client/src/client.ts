import { type Operation, type TypedDocument, operationOf } from './document';
import type { Language } from './language';
import { foreignRequest, toResponse } from './foreign-fetch';
import { type Failed, type Result } from './result';
import { PATIENCE, type RetryPolicy } from './retry';
import { type Opened, Sender, type Sent } from './sender';
import type { TokenSource } from './tokens';
import { uuid } from './uuid';
import { type Persisted, wireRequest } from './wire';

export interface ClientOptions {
  /** `https://…/graphql`; in a page it may be relative to it. */
  readonly endpoint: string;
  /** Without it every request is anonymous. */
  readonly tokens?: TokenSource;
  /** Of messages; Korean without it. A function is asked at every request. */
  readonly language?: Language | (() => Language);
  /** `text` without it. */
  readonly persisted?: Persisted;
  readonly retry?: Partial<RetryPolicy>;
  /** How long one try may take, in milliseconds; 30 s without it. */
  readonly timeoutMs?: number;
  /** In place of the platform's own, such as one with a cache. */
  readonly fetch?: typeof fetch;
}

export interface ExecuteOptions {
  readonly signal?: AbortSignal;
  /** For a mutation that does nothing twice although it has no idempotency key. */
  readonly repeatable?: boolean;
  /** For a query of what everybody sees alike: by GET and without the token, so that caches can keep the answer. */
  readonly cacheable?: boolean;
  /** Your own id of the request: 8 to 64 letters, digits, `.`, `_`, `-`. */
  readonly requestId?: string;
}

/** Where there is a page, addresses may be relative to it. */
const PAGE = globalThis as { readonly location?: { readonly href: string } };

/** A mutation with a key can be sent again: the platform does nothing twice for it. */
function hasIdempotencyKey(variables: object): boolean {
  const { input = variables } = variables as { input?: object };
  const key = (input as { idempotencyKey?: unknown } | null)?.idempotencyKey;
  return typeof key === 'string' && key !== '';
}

/** One gateway, as one user of it sees it. */
export class CharterClient {
  readonly #options: ClientOptions;
  readonly #endpoint: string;
  readonly #sender: Sender;

  /** @throws TypeError when the endpoint is no address */
  constructor(options: ClientOptions) {
    const { tokens, retry, timeoutMs = 30_000, fetch = (...args) => globalThis.fetch(...args) } = options;
    this.#options = options;
    this.#endpoint = new URL(options.endpoint, PAGE.location?.href).toString();
    this.#sender = new Sender({ fetch, tokens, retry: { ...PATIENCE, ...retry }, timeoutMs });
  }

  get language(): Language {
    const { language = 'ko' } = this.#options;
    return typeof language === 'function' ? language() : language;
  }

  /**
   * Runs one operation. Queries, and mutations with an `idempotencyKey`, are sent again when the network or a service fails.
   * @throws the signal's reason when it is aborted, and whatever the token source throws; everything else is in the result
   */
  execute<Data>(document: TypedDocument<Data, Readonly<Record<string, never>>>): Promise<Result<Data>>;
  execute<Data, Variables extends object>(
    document: TypedDocument<Data, Variables>,
    variables: Variables,
    options?: ExecuteOptions,
  ): Promise<Result<Data>>;
  async execute(
    document: TypedDocument<unknown, never>,
    variables: object = {},
    options: ExecuteOptions = {},
  ): Promise<Result<unknown>> {
    return (await this.#run(operationOf(document), variables, options)).result;
  }

  /**
   * `fetch` for another GraphQL client, such as urql or Apollo Client: with the token, the language and the retries of this one.
   * It rejects with a CharterError when nothing came back.
   */
  readonly fetch: typeof fetch = async (input, init = {}) => {
    const { request, operation, variables, signal } = foreignRequest(input, init);
    const repeatable = operation.kind === 'query' || hasIdempotencyKey(variables);
    const { language } = this;
    return toResponse(
      await this.#sender.send({ request, language, requestId: uuid(), repeatable, anonymous: false, signal }),
    );
  };

  /**
   * Opens a line of the gateway that stays open, such as `/events`; `watchTimeline` does it for you.
   * @throws the signal's reason when it is aborted, and whatever the token source throws
   */
  open(
    path: string,
    {
      headers = {},
      signal,
    }: { readonly headers?: Readonly<Record<string, string>>; readonly signal?: AbortSignal } = {},
  ): Promise<Opened | Failed> {
    const request = { url: new URL(path, this.#endpoint).toString(), method: 'GET', headers } as const;
    return this.#sender.open({ request, language: this.language, requestId: uuid(), signal });
  }

  /**
   * Signs the token out: the platform takes it no more, here or elsewhere. Drop the refresh token then, and end the session at the sign-in service.
   * @returns undefined when it is done; otherwise why not: the token still holds, try again
   */
  async logout({ signal }: { readonly signal?: AbortSignal } = {}): Promise<Failed | undefined> {
    const { tokens } = this.#options;
    const token = await tokens?.current();
    if (token === undefined) return undefined;
    const url = new URL('/logout', this.#endpoint).toString();
    const sent = await this.#sender.send({
      request: { url, method: 'POST', headers: { authorization: `Bearer ${token}` } },
      ...{ language: this.language, requestId: uuid(), repeatable: true, anonymous: true, signal },
    });
    const { status } = sent.response ?? {};
    const isOut = status === 204 || status === 401; // 401: it held no longer
    if (isOut) tokens!.forget();
    return isOut ? undefined : (sent.result as Failed);
  }

  async #run(operation: Operation, variables: object, options: ExecuteOptions): Promise<Sent> {
    const { persisted = 'text' } = this.#options;
    const isQuery = operation.kind === 'query';
    const byGet = isQuery && options.cacheable === true;
    const repeatable = isQuery || options.repeatable === true || hasIdempotencyKey(variables);
    const { signal, requestId = uuid() } = options;
    const { language } = this;
    const send = async (whole: boolean) => {
      const request = await wireRequest(this.#endpoint, { operation, variables, persisted, whole, byGet });
      return this.#sender.send({ request, language, requestId, repeatable, anonymous: byGet, signal });
    };
    const sent = await send(false);
    const { result } = sent;
    const isUnknown = result.kind === 'failed' && result.failure.code === 'PERSISTED_QUERY_NOT_FOUND';
    return isUnknown && persisted === 'apq' ? send(true) : sent;
  }
}
