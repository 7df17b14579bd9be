import { setTimeout as sleep } from 'node:timers/promises';
import fastify from 'fastify';
import { buildSchema, execute } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/fastify';
import { Chance } from './chance';
import { mockResolver } from './mock-resolver';
import { type Wishes, practice, readWishes } from './wishes';

export interface MockSettings {
  /** The API as SDL. */
  readonly api: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Another seed, other values. */
  readonly seed: number;
}

export interface RunningMock {
  /** Where GraphQL answers. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Errors that the gateway answers with a status of their own, before GraphQL. */
const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, RATE_LIMITED: 429 };

/**
 * Serves an API that exists on paper: every request that fits it is answered with values that look right and are always the same. Listens on
 * loopback alone, and lets pages of every origin in.
 * @throws {Error} when the port is taken
 */
export async function startMock({ api, port, seed }: MockSettings): Promise<RunningMock> {
  const schema = buildSchema(api);
  const fieldResolver = mockResolver(new Chance(seed));
  const server = fastify({ logger: false, forceCloseConnections: true });
  const wishes = new WeakMap<object, Wishes>();

  server.addHook('onRequest', async (request, reply) => {
    const wished = readWishes(request.headers);
    wishes.set(request, wished);
    void reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', 'x-request-id');
    const id = request.headers['x-request-id'];
    if (typeof id === 'string') void reply.header('x-request-id', id);
    if (wished.delay > 0) await sleep(wished.delay);
    const { error, language } = wished;
    const status = error && error.path === undefined ? STATUS[error.code] : undefined;
    if (request.method === 'OPTIONS' || !error || !status) return undefined;
    const errors = [{ message: practice(error.code, language), extensions: { code: error.code } }];
    return reply.status(status).send({ errors });
  });
  server.options('/graphql', async (request, reply) =>
    reply
      .status(204)
      .header('access-control-allow-methods', 'GET, POST')
      .header('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*')
      .send(),
  );
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: createHandler<Wishes & Record<PropertyKey, unknown>>({
      schema,
      context: (request) => ({ ...wishes.get(request.raw)! }),
      execute: (args) => execute({ ...args, fieldResolver }),
    }),
  });
  const base = await server.listen({ host: '127.0.0.1', port });
  return { url: `${base}/graphql`, stop: () => server.close() };
}
