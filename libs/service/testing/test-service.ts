import { randomBytes, randomUUID } from 'node:crypto';
import { type JWK, exportJWK, generateKeyPair } from 'jose';
import { register } from 'prom-client';
import type { DataSource } from 'typeorm';
import * as undici from 'undici';
import type { z } from 'zod';
import type { ConsumerName, EventEnvelope, EventPayload, EventType } from '@charter/contracts';
import type { QueueBackend } from '@charter/outbox';
import { FakeClock, createTestDatabase } from '@charter/testkit';
import {
  type Composition,
  Cursors,
  IDENTITY_HEADER,
  type RequestContext,
  type ServiceClient,
  type ServiceDefinition,
  type ServiceEnv,
  type SigningKey,
  createDataSource,
  createLogger,
  createSubgraphServer,
  logReadings,
  readSigningKey,
  signIdentity,
} from '../src';
import type { Someone } from './people';
import { unlistedSealed } from './unlisted-sealed';

export interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { message: string; extensions: { code: string } }[];
}

/** A whole service as the gateway reaches it, on a database of its own, with a clock that the test moves. */
export interface TestService<C extends RequestContext> {
  readonly dataSource: DataSource;
  readonly clock: FakeClock;
  readonly parts: Composition<C>;
  /** Where it listens, on loopback. */
  readonly url: string;
  /** One request. `T` is what the query asks for. */
  ask<T>(who: Someone, query: string, variables?: object): Promise<Answer<T>>;
  /** What it says to the gateway of who may be given the answer again; null where that is nobody. */
  freshness(who: Someone, query: string): Promise<string | null>;
  /** An internal route, as another service calls it. */
  internal(path: string, body: object): Promise<unknown>;
  /** A page of the service, as the gateway passes it on for somebody. */
  look(path: string, who: Someone, method?: string): Promise<Response>;
  /** An internal route, as the gateway calls it: for itself, unless it speaks for somebody. */
  fromGateway(path: string, body: object, who?: Someone): Promise<unknown>;
  /** A live route, as the gateway opens it for somebody, on a connection of its own until the signal hangs up. */
  open(path: string, body: object, who: Someone, signal: AbortSignal): Promise<Response>;
  /** An event of another service, handled in one transaction. The same `id` is the same event. */
  hear<E extends EventType>(consumer: ConsumerName, type: E, payload: EventPayload<E>, id?: string): Promise<void>;
  /** What was told of one type, in order. */
  told<E extends EventType>(type: E): Promise<EventPayload<E>[]>;
  /** How many SQL statements some work sends. */
  statements(work: () => Promise<unknown>): Promise<number>;
  count(table: string): Promise<number>;
  /** @throws when the tests left a sealed value in a column that the service's definition does not list */
  close(): Promise<void>;
}

/** What a test may give instead of the real neighbours. */
export interface Neighbours {
  readonly queues?: QueueBackend;
  readonly services?: Pick<ServiceClient, 'post'>;
  /** Further variables of this service. */
  readonly env?: Readonly<Record<string, string>>;
}

async function issuer(kid: string): Promise<{ signing: SigningKey; publicJwk: JWK; privateJwk: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const privateJwk = { ...(await exportJWK(privateKey)), kid };
  return { signing: await readSigningKey(privateJwk), privateJwk, publicJwk: { ...(await exportJWK(publicKey)), kid } };
}

/** Starts a service from its definition, as its main.ts does, without relay and consumers: events stay in the outbox. */
export async function openTestService<S extends z.ZodType<ServiceEnv>, C extends RequestContext>(
  definition: ServiceDefinition<S, C>,
  { queues, services, env: further }: Neighbours = {},
): Promise<TestService<C>> {
  const { name, store } = definition;
  const database = await createTestDatabase(store);
  const dataSource = await createDataSource(database.url, store, `${name}-test`).initialize();
  const [gateway, neighbour] = await Promise.all([
    issuer('gateway'),
    issuer(name === 'notices' ? 'surveys' : 'notices'),
  ]);
  const keys = { keys: [gateway.publicJwk, neighbour.publicJwk] };
  const key = () => randomBytes(32).toString('base64');
  const env = definition.env.parse({
    PORT: '0',
    DATABASE_URL: database.url,
    IDENTITY_KEYS: JSON.stringify(keys),
    SIGNING_KEY: JSON.stringify(neighbour.privateJwk),
    CURSOR_SECRET: 'a secret of at least thirty-two characters',
    PRIVACY_KEYS: JSON.stringify({ current: 'k1', keys: { k1: key() }, lookup: key() }),
    ...further,
  });
  const clock = new FakeClock(new Date());
  const log = createLogger(name, 'test', 'silent');
  const parts = await definition.compose({
    ...{ env, log, dataSource, clock, cursors: new Cursors(env.CURSOR_SECRET) },
    ...{ queues: queues as QueueBackend, services: services as ServiceClient },
  });
  const schema = await definition.schema({
    get: (type) => parts.resolvers.find((resolver) => resolver instanceof type),
  });
  const { context, internal = {}, forGateway, streamed, live } = parts;
  const routes = { internal, forGateway, streamed, live };
  const server = await createSubgraphServer({
    ...{ service: name, schema, keys, context, ...routes, log },
    logReadings: logReadings(name, env.PRIVACY_KEYS, { dataSource, clock }),
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });

  const send = async (
    signing: SigningKey,
    who: Someone,
    path: string,
    method: string,
    body = '',
    get: typeof fetch = fetch,
  ): Promise<Response> => {
    const claims = {
      aud: name,
      sub: who.id,
      roles: who.roles,
      dep: who.department,
      rid: randomUUID(),
      lang: who.language ?? ('ko' as const),
      from: who.address,
    };
    const headers = {
      ...(body && { 'content-type': 'application/json' }),
      [IDENTITY_HEADER]: await signIdentity(signing, claims, body),
    };
    return get(new URL(path, url), { method, headers, ...(body && { body }) });
  };
  const post = async (signing: SigningKey, who: Someone, path: string, input: object): Promise<unknown> =>
    (await send(signing, who, path, 'POST', JSON.stringify(input))).json();
  const sent = async (): Promise<number> =>
    (await register.getSingleMetric('charter_sql_statements_total')!.get()).values[0]?.value ?? 0;

  return {
    ...{ dataSource, clock, parts, url },
    ask: <T>(who: Someone, query: string, variables: object = {}) =>
      post(gateway.signing, who, '/graphql', { query, variables }) as Promise<Answer<T>>,
    freshness: async (who, query) => {
      const answer = await send(gateway.signing, who, '/graphql', 'POST', JSON.stringify({ query }));
      await answer.arrayBuffer();
      return answer.headers.get('cache-control');
    },
    internal: (path, body) => post(neighbour.signing, { roles: ['SERVICE'] }, path, body),
    look: (path, who, method = 'GET') => send(gateway.signing, who, path, method),
    fromGateway: (path, body, who = { roles: [] }) => post(gateway.signing, who, path, body),
    open: (path, body, who, signal) => {
      const dispatcher = new undici.Agent();
      signal.addEventListener('abort', () => void dispatcher.destroy());
      const get = ((to: URL, init: RequestInit) =>
        undici.fetch(to, { ...(init as undici.RequestInit), dispatcher })) as never as typeof fetch;
      return send(gateway.signing, who, path, 'POST', JSON.stringify(body), get);
    },
    hear: (consumer, type, payload, id = randomUUID()) =>
      dataSource.transaction((tx) => {
        const envelope = {
          id,
          type,
          producer: 'test',
          occurredAt: clock.now().toISOString(),
          payload,
        } as EventEnvelope;
        return parts.handlers.find((handler) => handler.consumer === consumer)!.handle(tx, envelope);
      }),
    told: async <E extends EventType>(type: E) => {
      const rows = (await dataSource.query(
        'SELECT payload FROM outbox_event WHERE type = $1 ORDER BY occurred_at, id',
        [type],
      )) as { payload: EventPayload<E> }[];
      return rows.map(({ payload }) => payload);
    },
    statements: async (work) => {
      const before = await sent();
      await work();
      return (await sent()) - before;
    },
    count: async (table) =>
      (await dataSource.query(`SELECT count(*)::int AS count FROM "${table}"`))[0].count as number,
    close: async () => {
      await server.close();
      const unlisted = await unlistedSealed(dataSource, definition.sealed);
      await dataSource.destroy();
      await database.drop();
      if (unlisted.length > 0)
        throw new Error(`List these columns in store/sealed.ts, or their keys never rotate: ${unlisted.join(', ')}.`);
    },
  };
}
