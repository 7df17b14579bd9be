import type { FastifyInstance } from 'fastify';

/** Whether this process takes requests: it does from the first schema until it is told to stop. */
export interface Readiness {
  ready: boolean;
}

/** `GET /health/live` and `GET /health/ready`. A subgraph that is away does not make the gateway unready. */
export function serveHealth(server: FastifyInstance, readiness: Readiness): void {
  server.get('/health/live', async () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) =>
    reply.code(readiness.ready ? 200 : 503).send({ status: readiness.ready ? 'ready' : 'stopping' }),
  );
}
