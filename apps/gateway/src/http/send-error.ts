import type { FastifyReply } from 'fastify';
import type { GraphQLError } from 'graphql';
import { maskError } from '../errors/public-error';
import { errorsTotal } from '../observe/metrics';

/** Answers outside GraphQL execution with the same shape as inside it. */
export function sendError(reply: FastifyReply, status: number, error: GraphQLError): FastifyReply {
  const masked = maskError(error.toJSON());
  errorsTotal.inc({ code: String(masked.extensions?.code) });
  const retryAfter = masked.extensions?.retryAfterSeconds;
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [masked] }));
}
