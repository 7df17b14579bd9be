import { badAnswer, noAnswer } from './failure';
import type { Language } from './language';
import { isNetworkFault } from './network-fault';
import { type Failed, type Result, failed } from './result';
import { type RetryPolicy, pause, pauseBefore } from './retry';
import type { TokenSource } from './tokens';
import { type WireRequest, readAnswer } from './wire';

export interface SenderSettings {
  readonly fetch: typeof fetch;
  readonly tokens?: TokenSource;
  readonly retry: RetryPolicy;
  /** How long one try may take, in milliseconds. */
  readonly timeoutMs: number;
}

export interface Sending {
  readonly request: WireRequest;
  readonly language: Language;
  readonly requestId: string;
  /** Whether sending it twice does nothing twice. */
  readonly repeatable: boolean;
  /** Without the token: for what everybody sees alike. */
  readonly anonymous: boolean;
  readonly signal?: AbortSignal;
}

export interface Sent {
  readonly result: Result<unknown>;
  /** What came back; undefined when nothing did. */
  readonly response?: { readonly status: number; readonly headers: Headers; readonly text: string };
}

/** A line that stays open. */
export interface Opened {
  readonly kind: 'open';
  readonly body: ReadableStream<Uint8Array>;
}

/** Sends a request with the token, again with a new one when the first is refused, and again after a pause when the network or a service fails. */
export class Sender {
  constructor(private readonly settings: SenderSettings) {}

  /** @throws the signal's reason when it is aborted, and whatever the token source throws */
  async send(sending: Sending): Promise<Sent> {
    for (let tried = 1; ; tried += 1) {
      const sent = await this.authorised(sending.anonymous, (token) => this.once(sending, token));
      const wait = sending.repeatable ? pauseBefore(sent.result, tried, this.settings.retry, Math.random()) : undefined;
      if (wait === undefined) return sent;
      await pause(wait, sending.signal);
    }
  }

  /**
   * Opens a line that stays open: tried once, and once more with a new token when the first is refused. The time limit is for the answer to begin.
   * @throws the signal's reason when it is aborted, and whatever the token source throws
   */
  async open(sending: Pick<Sending, 'request' | 'language' | 'requestId' | 'signal'>): Promise<Opened | Failed> {
    return (await this.authorised(false, (token) => this.openOnce(sending, token))).opened;
  }

  /** HTTP 401 is said before anything is carried out: a mutation, too, can be sent again. */
  private async authorised<T extends Pick<Sent, 'response'>>(
    anonymous: boolean,
    attempt: (token: string | undefined) => Promise<T>,
  ): Promise<T> {
    const { tokens } = this.settings;
    const token = anonymous ? undefined : await tokens?.current();
    const sent = await attempt(token);
    if (token === undefined || sent.response?.status !== 401) return sent;
    const renewed = await tokens!.renew(token);
    return renewed === undefined || renewed === token ? sent : attempt(renewed);
  }

  private async openOnce(
    sending: Pick<Sending, 'request' | 'language' | 'requestId' | 'signal'>,
    token: string | undefined,
  ): Promise<Pick<Sent, 'response'> & { readonly opened: Opened | Failed }> {
    const { request, language, requestId, signal } = sending;
    const late = new AbortController();
    const timer = setTimeout(
      () => late.abort(new DOMException('No answer in time.', 'TimeoutError')),
      this.settings.timeoutMs,
    );
    const signals = [late.signal, ...(signal ? [signal] : [])];
    try {
      const headers = headersOf(sending, token);
      const response = await this.settings.fetch(request.url, { headers, signal: AbortSignal.any(signals) });
      const { status, body } = response;
      const isStream = status === 200 && response.headers.get('content-type')?.startsWith('text/event-stream');
      if (isStream && body) return { opened: { kind: 'open', body } };
      const text = await response.text();
      const result = readAnswer(response, text, { requestId, language });
      const opened = result.kind === 'failed' ? result : failed([badAnswer(requestId, language, status)]);
      return { opened, response: { status, headers: response.headers, text } };
    } catch (error) {
      signal?.throwIfAborted();
      if (!isNetworkFault(error)) throw error;
      return { opened: failed([noAnswer(requestId, language)]) };
    } finally {
      clearTimeout(timer);
    }
  }

  private async once(sending: Sending, token: string | undefined): Promise<Sent> {
    const { request, language, requestId, signal } = sending;
    const { url, method, body } = request;
    const headers = headersOf(sending, token);
    const limits = [AbortSignal.timeout(this.settings.timeoutMs), ...(signal ? [signal] : [])];
    try {
      const response = await this.settings.fetch(url, { method, headers, body, signal: AbortSignal.any(limits) });
      const text = await response.text();
      const { status } = response;
      const result = readAnswer(response, text, { requestId, language });
      return { result, response: { status, headers: response.headers, text } };
    } catch (error) {
      signal?.throwIfAborted();
      if (!isNetworkFault(error)) throw error;
      return { result: failed([noAnswer(requestId, language)]) };
    }
  }
}

const headersOf = (
  { request, language, requestId }: Pick<Sending, 'request' | 'language' | 'requestId'>,
  token: string | undefined,
): Record<string, string> => ({
  accept: 'application/graphql-response+json, application/json',
  'accept-language': language,
  'x-request-id': requestId,
  ...request.headers,
  ...(token !== undefined && { authorization: `Bearer ${token}` }),
});
