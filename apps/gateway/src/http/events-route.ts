import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Dispatcher, Pool } from 'undici';
import { LIVE_TIMELINE_PATH, type Message } from '@charter/contracts';
import { IDENTITY_HEADER, type Logger, type SigningKey, isUuid, signIdentity } from '@charter/service';
import type { ReadBearer } from '../caller/bearer';
import { languageFrom } from '../caller/request-context';
import { type PublicCode, type PublicErrorFacts, publicError } from '../errors/public-error';
import type { OpenStreams, Place } from '../events/open-streams';
import type { CallerLimits } from '../limits/caller-limits';
import type { Misses } from '../limits/misses';
import { eventStreamsRefused } from '../observe/event-metrics';
import { enteringHook, refusalOf } from './admission-hooks';
import { identify } from './identify';
import { sendError } from './send-error';

const SERVICE = 'complaints';
const ANSWER_LIMIT_MS = 10_000;
/** A service shows every 15 seconds that it is there: one that is silent for longer is gone. */
const SILENCE_MS = 45_000;
const AGAIN_S = 5;

const TEXTS = {
  signIn: {
    ko: '실시간 처리 과정을 보려면 로그인해 주십시오. 접수번호만 아시면 complaintByReceipt로 조회하실 수 있습니다.',
    en: 'Please sign in (bearer token) to watch a complaint. With only its receipt number, query complaintByReceipt.',
  },
  which: {
    ko: '어느 민원인지 알려 주십시오: /events?complaint=<민원 id>',
    en: 'Say which complaint: /events?complaint=<its id>',
  },
  absent: { ko: '찾을 수 없습니다.', en: 'Not found.' },
  many: {
    ko: '실시간 연결을 너무 많이 열었습니다. 쓰지 않는 연결을 닫아 주십시오.',
    en: 'You have too many live connections open. Close those that you do not need.',
  },
  away: {
    ko: '실시간 처리 과정을 지금 볼 수 없습니다. 잠시 후 다시 시도해 주십시오.',
    en: 'Live updates are not available now. Please try again in a moment.',
  },
} as const satisfies Record<string, Message>;

/** Nothing on the way may keep it, pack it, or wait until it is whole; its connection ends with it, so that stopping waits for none. */
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  connection: 'close',
} as const;

export interface EventsSettings {
  readonly readBearer: ReadBearer;
  readonly streams: OpenStreams;
  readonly misses: Misses;
  readonly callers: Pick<CallerLimits, 'enter' | 'watch'>;
  /** Where complaints answers. */
  readonly serviceUrl: string;
  readonly key: SigningKey;
  readonly log: Logger;
  /** How many streams may be open: each has a connection of its own. */
  readonly most: number;
}

/**
 * `GET /events?complaint=<id>`: the timeline of a complaint as server-sent events. Who calls is known here; what they may see is
 * decided by the service, which is asked with a signed identity as for the graph.
 */
export function eventsRoute(settings: EventsSettings): {
  readonly route: (scope: FastifyInstance) => void;
  readonly close: () => Promise<void>;
} {
  const { readBearer, streams, misses, callers, log, most } = settings;
  const pool = new Pool(new URL(settings.serviceUrl).origin, { connections: most, bodyTimeout: SILENCE_MS });
  const language = (request: FastifyRequest) => languageFrom(request.headers['accept-language']);
  const refuse = (
    request: FastifyRequest,
    reply: FastifyReply,
    [status, code, text]: readonly [number, PublicCode, keyof typeof TEXTS],
    facts: PublicErrorFacts = {},
  ): FastifyReply => sendError(reply, status, publicError(code, TEXTS[text][language(request)], facts));
  const away = (request: FastifyRequest, reply: FastifyReply) => {
    eventStreamsRefused.inc({ reason: 'service' });
    return refuse(request, reply, [503, 'SERVICE_UNAVAILABLE', 'away'], {
      service: SERVICE,
      retryAfterSeconds: AGAIN_S,
    });
  };

  async function ask(
    request: FastifyRequest,
    complaintId: string,
    left: AbortSignal,
  ): Promise<Dispatcher.ResponseData> {
    const { person } = request.signedIn!;
    const lastEventId = request.headers['last-event-id'];
    // An id that is none of ours is answered with a reset, however long it is.
    const body = JSON.stringify({
      complaintId,
      lastEventId: lastEventId === undefined ? null : String(lastEventId).slice(0, 64),
    });
    const claims = {
      ...{
        aud: SERVICE,
        sub: person.id,
        roles: person.roles,
        rid: request.id,
        lang: language(request),
        from: request.ip,
      },
      ...(person.departmentCode && { dep: person.departmentCode }),
    };
    return pool.request({
      ...{ path: LIVE_TIMELINE_PATH, method: 'POST', body, headersTimeout: ANSWER_LIMIT_MS, signal: left },
      headers: {
        'content-type': 'application/json',
        [IDENTITY_HEADER]: await signIdentity(settings.key, claims, body),
      },
    });
  }

  async function open(
    request: FastifyRequest,
    reply: FastifyReply,
    complaintId: string,
    place: Place,
  ): Promise<FastifyReply> {
    const left = new AbortController();
    const onLeft = () => left.abort();
    reply.raw.once('close', onLeft);
    let answer: Dispatcher.ResponseData;
    try {
      answer = await ask(request, complaintId, left.signal);
    } catch (error) {
      place.end('client');
      if (!left.signal.aborted)
        log.error({ requestId: request.id, err: error }, 'a stream of events could not be opened');
      return away(request, reply);
    }
    if (answer.statusCode === 200) {
      reply.raw.off('close', onLeft); // from here on the stream itself knows
      return reply.headers(HEADERS).send(place.pass(answer.body));
    }
    place.end('client');
    await answer.body.dump();
    if (answer.statusCode === 404) return refuse(request, reply, [404, 'NOT_FOUND', 'absent']);
    log.error({ requestId: request.id, status: answer.statusCode }, 'a stream of events was not opened');
    return away(request, reply);
  }

  const asking = (request: FastifyRequest) => ({
    ...{ address: request.ip, language: language(request) },
    ...(request.signedIn && { person: request.signedIn.person }),
  });
  const route = (scope: FastifyInstance): void => {
    scope.addHook('preClose', async () => streams.stop());
    const onRequest = [identify(readBearer, { misses, callers }, log), enteringHook(callers, asking)];
    scope.get('/events', { onRequest }, async (request, reply) => {
      if (!request.signedIn) {
        reply.header('www-authenticate', 'Bearer');
        return refuse(request, reply, [401, 'UNAUTHENTICATED', 'signIn']);
      }
      const { complaint } = request.query as { complaint?: unknown };
      if (typeof complaint !== 'string' || !isUuid(complaint))
        return refuse(request, reply, [400, 'BAD_USER_INPUT', 'which']);
      const place = streams.take(request.signedIn.token);
      if (place === 'FULL' || place === 'TOO_MANY')
        eventStreamsRefused.inc({ reason: place === 'FULL' ? 'full' : 'caller' });
      if (place === 'FULL')
        return refuse(request, reply, [503, 'SERVICE_UNAVAILABLE', 'away'], {
          service: 'gateway',
          retryAfterSeconds: AGAIN_S,
        });
      if (place === 'TOO_MANY')
        return refuse(request, reply, [429, 'RATE_LIMITED', 'many'], { retryAfterSeconds: AGAIN_S });
      const refusal = await refusalOf(() => callers.watch(asking(request)));
      if (!refusal) return open(request, reply, complaint, place);
      place.end('client');
      return sendError(reply, 429, refusal);
    });
  };
  return { route, close: () => pool.destroy() };
}
