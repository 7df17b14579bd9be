import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languageFrom } from '../caller/request-context';
import { rateLimited } from '../limits/caller-limits';
import type { Misses } from '../limits/misses';
import { sendError } from './send-error';

/** Answers 429: too much from this address did not hold. */
export function refuseBarred(request: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply {
  const language = languageFrom(request.headers['accept-language']);
  return sendError(reply, 429, rateLimited('misses', language, seconds));
}

/**
 * Guards routes whose address or body is a secret: whoever tries too many that do not hold is answered 429 before the next is looked at.
 * @param scope the routes, registered after this
 * @param missed statuses that say that it did not hold
 */
export function guardMisses(scope: FastifyInstance, misses: Misses, missed: readonly number[]): void {
  scope.addHook('onRequest', async (request, reply) => {
    const seconds = misses.barredFor(request.ip);
    if (seconds !== undefined) return refuseBarred(request, reply, seconds);
  });
  scope.addHook('onResponse', async ({ ip }, { statusCode }) => {
    if (missed.includes(statusCode)) await misses.note(ip);
  });
}
