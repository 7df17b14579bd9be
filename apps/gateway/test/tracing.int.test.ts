import { randomUUID } from 'node:crypto';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { context, propagation, trace } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import { exportJWK, generateKeyPair } from 'jose';
import {
  ConsumerHost,
  Relay,
  appendEvents,
  createQueueBackend,
  outboxEntities,
  outboxMigrations,
} from '@charter/outbox';
import { type RequestContext, createLogger, createSubgraphServer, startTracing } from '@charter/service';
import {
  SPAN_ATTRIBUTES,
  type TestDatabase,
  TraceCollector,
  createEmptyDatabase,
  createTestDatabase,
  eventually,
} from '@charter/testkit';
import { type World, startWorld } from './fixtures/gateway';

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { surveysAre: String }
  type Mutation { invite(whom: String!): String }`;
const SECRET = '홍길동';
const CLIENTS_TRACE = '0af7651916cd43dd8448eb211c80319c';
const HEADERS = { traceparent: `00-${CLIENTS_TRACE}-b7ad6b7169203331-01` };
const WAY = ['answer request', 'call surveys', 'answer graph', 'publish survey.invited.v1', 'handle notices-inbox'];
const log = createLogger('surveys', 'test', 'silent');

const invited = () => ({
  type: 'survey.invited.v1' as const,
  payload: {
    ...{ invitationId: randomUUID(), surveyId: randomUUID(), complaintId: randomUUID(), citizenId: randomUUID() },
    ...{ receiptNumber: '2026-000001-7', departmentCode: 'ROADS', expiresAt: '2026-12-23T10:00:00+09:00' },
  },
});

describe('one mutation as one trace', () => {
  const collector = new TraceCollector();
  let [database, queueDatabase]: TestDatabase[] = [];
  let server: FastifyInstance;
  let url: string;
  let signingKey: string;
  let running: { stop(graceMs: number): Promise<void> }[];
  let queues: ReturnType<typeof createQueueBackend>;
  let stopTracing: () => Promise<void>;
  let world: World | undefined;

  beforeAll(async () => {
    await collector.start();
    const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_TRACES_SAMPLER_ARG: 1 };
    stopTracing = await startTracing('test', 'all', settings, log);
    database = await createTestDatabase({ entities: outboxEntities, migrations: outboxMigrations });
    queueDatabase = await createEmptyDatabase();
    const { dataSource } = database;
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    signingKey = JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'gateway' });
    server = await createSubgraphServer<RequestContext>({
      service: 'surveys',
      schema: buildSubgraphSchema({
        typeDefs: parse(SDL),
        resolvers: {
          Mutation: {
            invite: async () => (await dataSource.transaction((tx) => appendEvents(tx, 'surveys', [invited()])))[0],
          },
        },
      }),
      keys: { keys: [{ ...(await exportJWK(publicKey)), kid: 'gateway' }] },
      context: (base) => base,
      internal: {},
      logReadings: async () => undefined,
      log,
    });
    url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
    queues = createQueueBackend({ databaseUrl: queueDatabase.url, logger: log });
    const host = { dataSource, queues, logger: log };
    const handlers = [{ consumer: 'notices-inbox', handle: async () => undefined } as const];
    const parts = [
      new Relay({ ...host, service: 'surveys' }),
      new ConsumerHost({ ...host, service: 'notices', handlers }),
    ];
    for (const part of parts) await part.start();
    running = parts;
  });
  afterEach(async () => {
    await world?.stop();
    world = undefined;
    collector.forget();
  });
  afterAll(async () => {
    await Promise.all(running.map((part) => part.stop(1_000)));
    await Promise.all([queues.close(), server.close()]);
    await stopTracing();
    for (const api of [trace, context, propagation]) api.disable();
    await Promise.all([database!.drop(), queueDatabase!.drop(), collector.stop()]);
  });

  const invite = async (settings: Record<string, string> = {}): Promise<void> => {
    world = await startWorld({ SIGNING_KEY: signingKey, ...settings }, { surveys: url }, [
      { name: 'surveys', sdl: SDL },
    ]);
    const query = 'mutation ($whom: String!) { invite(whom: $whom) }';
    const { errors } = await world.ask(query, { variables: { whom: SECRET }, headers: HEADERS });
    expect(errors).toBeUndefined();
  };
  const wholeWay = () =>
    eventually(
      async () => collector.wayTo(WAY.at(-1)!),
      (way) => way.length === WAY.length,
      30_000,
    );

  it('goes through gateway, subgraph, outbox, queue and worker, and tells of nobody', async () => {
    await invite();
    const way = await wholeWay();
    expect(way.map(({ name }) => name)).toEqual(WAY);
    expect(way[0]!.traceId).not.toBe(CLIENTS_TRACE); // nobody outside decides what is kept
    expect(collector.spans.map(({ name }) => name)).toContain('plan');
    const told = JSON.stringify(collector.spans);
    expect(told).not.toContain(SECRET);
    expect(told).not.toContain('2026-000001-7');
    const keys = new Set(collector.spans.flatMap(({ attributes }) => attributes.map(({ key }) => key)));
    const known: readonly string[] = SPAN_ATTRIBUTES;
    expect([...keys].filter((key) => !known.includes(key))).toEqual([]);
  });

  it('goes on a trace of the client’s where that is set', async () => {
    await invite({ TRACES_FROM_CLIENTS: 'true' });
    const way = await wholeWay();
    expect(new Set(way.map(({ traceId }) => traceId))).toEqual(new Set([CLIENTS_TRACE]));
  });
});
