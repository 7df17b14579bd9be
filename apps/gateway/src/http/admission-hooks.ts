import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { languageFrom } from '../caller/request-context';
import type { Asking, CallerLimits } from '../limits/caller-limits';
import { type Overload, overloaded } from '../limits/overload';
import { sendError } from './send-error';

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
        return void sendError(reply, 503, overloaded(sign, languageFrom(request.headers['accept-language'])));
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

/** Spends points where there is no hook for it. @returns what to answer with status 429, where they are not there */
export async function refusalOf(spend: () => unknown): Promise<GraphQLError | undefined> {
  try {
    await spend();
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
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

/** Spends what a request costs, by default what every one does. @returns the error where that is not there */
export async function usedUp(
  limits: Pick<CallerLimits, 'enter'>,
  asking: Asking,
  points?: number,
): Promise<GraphQLError | undefined> {
  try {
    await limits.enter(asking, points);
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
