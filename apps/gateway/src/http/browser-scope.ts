import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { EXPLAIN_HEADER } from './explain';

/** The routes that pages of the listed origins may call. */
export function browserScope(
  server: FastifyInstance,
  origins: readonly string[],
  ...routes: readonly ((scope: FastifyInstance) => void)[]
): void {
  void server.register(async (scope) => {
    await scope.register(cors, {
      origin: [...origins],
      methods: ['GET', 'POST', 'PUT'],
      allowedHeaders: [
        ...['content-type', 'authorization', 'accept-language', 'x-request-id', 'apollo-require-preflight'],
        ...['last-event-id', EXPLAIN_HEADER],
      ],
      exposedHeaders: ['x-request-id', 'retry-after'],
      maxAge: 600,
      strictPreflight: false, // one without an origin is answered like any other, not refused in plain text
    });
    for (const route of routes) route(scope);
  });
}
