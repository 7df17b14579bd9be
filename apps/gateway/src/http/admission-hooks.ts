import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Message } from '@charter/contracts';
import { GraphQLError } from 'graphql';
import { languageFrom } from '../caller/request-context';
import { publicError } from '../errors/public-error';
import type { Asking, CallerLimits } from '../limits/caller-limits';
import type { Overload } from '../limits/overload';
import { shedTotal } from '../observe/metrics';
import { sendError } from './send-error';

/** When to try again: about as long as an overload takes to be over, when everybody waits a moment. */
const RETRY_AFTER_S = 2;
const OVERLOADED: Message = {
  ko: '지금 이용자가 많아 요청을 처리할 수 없습니다. 잠시 후 다시 시도해 주십시오.',
  en: 'There are more requests now than can be answered. Please try again in a moment.',
};

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether it counts among the requests that are being answered. */
    isInFlight?: boolean;
  }
}

type Done = (error?: Error) => void;

/** Keeps more out than can be answered, said as SERVICE_UNAVAILABLE: early, so that those inside are answered in their usual time. */
export function sheddingHooks(overload: Overload): {
  preHandler(request: FastifyRequest, reply: FastifyReply, done: Done): void;
  onSend(request: FastifyRequest, reply: FastifyReply, payload: unknown, done: Done): void;
} {
  const leave = (request: FastifyRequest): void => {
    if (!request.isInFlight) return;
    request.isInFlight = false;
    overload.leave();
  };
  return {
    // After the body has come: a client that sends slowly takes nobody's place.
    preHandler: (request, reply, done) => {
      const sign = overload.enter();
      if (sign) {
        shedTotal.inc({ sign });
        const text = OVERLOADED[languageFrom(request.headers['accept-language'])];
        const facts = { service: 'gateway', retryAfterSeconds: RETRY_AFTER_S };
        return void sendError(reply, 503, publicError('SERVICE_UNAVAILABLE', text, facts));
      }
      request.isInFlight = true;
      reply.raw.once('close', () => leave(request));
      done();
    },
    onSend: (request, _reply, _payload, done) => {
      leave(request);
      done();
    },
  };
}

/** Has every request spend its points before its body is read. */
export const enteringHook =
  (limits: Pick<CallerLimits, 'enter'>, askingOf: (request: FastifyRequest) => Asking) =>
  (request: FastifyRequest, reply: FastifyReply, done: Done): void => {
    try {
      const entered = limits.enter(askingOf(request));
      if (entered instanceof Promise)
        entered.then(
          () => done(),
          (error: Error) => refuse(error),
        );
      else done();
    } catch (error) {
      refuse(error as Error);
    }
    function refuse(error: Error): void {
      if (error instanceof GraphQLError) sendError(reply, 429, error);
      else done(error);
    }
  };
