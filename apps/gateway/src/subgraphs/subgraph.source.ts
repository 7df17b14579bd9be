import { setTimeout as sleep } from 'node:timers/promises';
import { traced, traceparentNow } from '@charter/outbox';
import { IDENTITY_HEADER, type Logger, type SigningKey, signIdentity } from '@charter/service';
import type { Message } from '@charter/contracts';
import type { RequestContext } from '../caller/request-context';
import { publicError } from '../errors/public-error';
import { subgraphRepeats, subgraphSeconds, subgraphShared } from '../observe/metrics';
import { SubgraphBreaker } from './breaker';
import { bodyOf, joinEntities, splitCall } from './representations';
import type { RequestFetches } from './request-fetches';
import type { Subgraph, SubgraphCall } from './subgraph-call';
import { type Encoding, type Received, type SubgraphAnswer, SubgraphTransport } from './transport';
import { SubgraphUnreachable } from './unreachable';

export interface SubgraphSettings {
  readonly name: string;
  readonly url: string;
  /** Time limit of one call, a second attempt included, in milliseconds. */
  readonly timeout: number;
  /** How it may pack its answers. */
  readonly encoding?: Encoding;
  readonly key: SigningKey;
  /** Shared by the sources of a gateway. */
  readonly fetches: RequestFetches;
  readonly log: Logger;
}

const unavailable = (service: string): Message => ({
  ko: `${service} 서비스가 지금 응답하지 않아 해당 항목을 비워 두었습니다. 잠시 후 다시 시도해 주십시오.`,
  en: `The service ${service} does not answer now, so its fields are empty. Please try again in a moment.`,
});

/** A query may be asked again after these: the subgraph has not begun, or what it did changes nothing. */
const ASKED_AGAIN: ReadonlySet<unknown> = new Set(['connection', 'unavailable']);
/** Before a query is asked again, in milliseconds: at random, so that many do not come back at one moment. */
const SHORTEST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 60;

const PROBE = JSON.stringify({ query: '{ __typename }' });
const PROBE_LIMIT_MS = 2_000;
const PROBING: RequestContext = { requestId: 'subgraph-probe', language: 'ko', notes: {} };

/**
 * Sends one step of a query plan to its subgraph, with the caller's signed identity and no other header of the client.
 * A subgraph that cannot be reached costs its own fields: the error names it, and the other steps go on.
 */
export class SubgraphSource implements Subgraph {
  readonly #transport: SubgraphTransport;
  readonly #breaker: SubgraphBreaker;

  constructor(private readonly settings: SubgraphSettings) {
    const { name, url, timeout, encoding, log } = settings;
    this.#transport = new SubgraphTransport(url, encoding);
    const probe = () => this.#attempt(PROBE, PROBING, 1, Math.min(timeout, PROBE_LIMIT_MS));
    this.#breaker = new SubgraphBreaker({ name, probe, log });
  }

  async ask(call: SubgraphCall, context: RequestContext): Promise<SubgraphAnswer> {
    const { isMutation } = call;
    if (isMutation) this.settings.fetches.forget(context);
    const parts = splitCall(call);
    const answers = await Promise.all(
      parts.map(async (part) => {
        if (part.representations) return this.#askOnce(bodyOf(part), context);
        const { answer } = await this.#ask(bodyOf(part), context, isMutation);
        return isMutation ? { ...answer, maxAge: undefined } : answer;
      }),
    );
    if (isMutation) this.settings.fetches.forget(context);
    return joinEntities(parts, answers);
  }

  /** Entities that another step of the same request has asked for alike come from there. */
  async #askOnce(body: string, context: RequestContext): Promise<SubgraphAnswer> {
    const { name, fetches } = this.settings;
    const { answer, isShared } = await fetches.once(context, name + body, () => this.#ask(body, context, false));
    if (isShared) subgraphShared.inc({ subgraph: name });
    return answer;
  }

  #ask(body: string, context: RequestContext, isMutation: boolean): Promise<Received> {
    const { name } = this.settings;
    const is = { kind: 'client', attributes: { subgraph: name } } as const;
    return traced(`call ${name}`, is, () => this.#measured(body, context, isMutation));
  }

  async #measured(body: string, context: RequestContext, isMutation: boolean): Promise<Received> {
    const { name, timeout, log } = this.settings;
    const stop = subgraphSeconds.startTimer({ subgraph: name });
    try {
      const received = await this.#breaker.run(() => this.#attempt(body, context, isMutation ? 1 : 2, timeout));
      stop({ outcome: 'answered' });
      return received;
    } catch (error) {
      if (!(error instanceof SubgraphUnreachable)) throw error;
      const { reason } = error;
      stop({ outcome: reason });
      const line = { requestId: context.requestId, subgraph: name, reason };
      if (reason === 'down') log.debug(line, 'subgraph not asked');
      else log.error({ ...line, err: error }, 'subgraph call failed');
      throw publicError('SERVICE_UNAVAILABLE', unavailable(name)[context.language], { service: name });
    }
  }

  /** Sends within one time limit. A mutation is given one attempt only, since it may have been carried out. */
  async #attempt(body: string, context: RequestContext, attempts: number, limitMs: number): Promise<Received> {
    const until = performance.now() + limitMs;
    try {
      return await this.#send(body, context, limitMs);
    } catch (error) {
      const mayRepeat = attempts > 1 && error instanceof SubgraphUnreachable && ASKED_AGAIN.has(error.reason);
      if (!mayRepeat) throw error;
      await sleep(SHORTEST_PAUSE_MS + Math.random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS));
      subgraphRepeats.inc({ subgraph: this.settings.name });
      return this.#attempt(body, context, attempts - 1, until - performance.now());
    }
  }

  async #send(body: string, context: RequestContext, limitMs: number): Promise<Received> {
    const traceparent = traceparentNow();
    const identity = await this.#identity(body, context);
    return this.#transport.send(body, { [IDENTITY_HEADER]: identity, ...(traceparent && { traceparent }) }, limitMs);
  }

  #identity(body: string, { person, requestId, language, address }: RequestContext): Promise<string> {
    const { key, name } = this.settings;
    return signIdentity(
      key,
      {
        aud: name,
        ...(person && { sub: person.id }),
        roles: person?.roles ?? [],
        ...(person?.departmentCode && { dep: person.departmentCode }),
        rid: requestId,
        lang: language,
        from: address,
      },
      body,
    );
  }

  close(): Promise<void> {
    this.#breaker.stop();
    return this.#transport.close();
  }
}
