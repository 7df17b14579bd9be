import { noAnswer } from './failure';
import type { Language } from './language';
import { isNetworkFault } from './network-fault';
import { type Result, failed } from './result';
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

/** Sends a request with the token, again with a new one when the first is refused, and again after a pause when the network or a service fails. */
export class Sender {
  constructor(private readonly settings: SenderSettings) {}

  /** @throws the signal's reason when it is aborted, and whatever the token source throws */
  async send(sending: Sending): Promise<Sent> {
    for (let tried = 1; ; tried += 1) {
      const sent = await this.authorised(sending);
      const wait = sending.repeatable ? pauseBefore(sent.result, tried, this.settings.retry, Math.random()) : undefined;
      if (wait === undefined) return sent;
      await pause(wait, sending.signal);
    }
  }

  /** HTTP 401 is said before anything is carried out: a mutation, too, can be sent again. */
  private async authorised(sending: Sending): Promise<Sent> {
    const { tokens } = this.settings;
    const token = sending.anonymous ? undefined : await tokens?.current();
    const sent = await this.once(sending, token);
    if (token === undefined || sent.response?.status !== 401) return sent;
    const renewed = await tokens!.renew(token);
    return renewed === undefined || renewed === token ? sent : this.once(sending, renewed);
  }

  private async once({ request, language, requestId, signal }: Sending, token: string | undefined): Promise<Sent> {
    const { url, method, body } = request;
    const headers = {
      accept: 'application/graphql-response+json, application/json',
      'accept-language': language,
      'x-request-id': requestId,
      ...request.headers,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
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
