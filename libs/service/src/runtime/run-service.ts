import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { fastify, type FastifyInstance } from 'fastify';
import { acknowledgementQueue, consumersIn } from '@charter/contracts';
import { ConsumerHost, Relay, createQueueBackend, outboxStats } from '@charter/outbox';
import { Cursors } from '../graph/cursor';
import type { RequestContext } from '../graph/context';
import { printSubgraph } from '../graph/subgraph';
import { deadLetterRoutes } from '../http/dead-letter-routes';
import { serveHealth } from '../http/health';
import { keyRotationRoutes } from '../http/key-rotation-routes';
import { logReadings } from '../http/log-readings';
import { gauges, queueGauges, serveMetrics } from '../http/metrics';
import { ServiceClient } from '../http/service-client';
import { createSubgraphServer } from '../http/subgraph-server';
import { readSigningKey } from '../identity/identity';
import { createDataSource, migrate } from '../store/data-source';
import { systemClock } from './clock';
import { EnvironmentError, type ServiceEnv, databaseEnv, migrationEnv, readEnv } from './env';
import { KeyRotationJob, rotateToEnd, rotationOf } from './key-rotation.job';
import { createLogger } from './logger';
import { RECORD_GAUGES, RecordLoop, recordFigures } from './record-loop';
import type { Loop, ServiceDefinition } from './service-definition';
import { onStop } from './stop';
import { startTracing } from '../tracing/start-tracing';
import { verifyStore } from './verify-record';

const IMPORT_BATCH = 500;

type Definition<S extends z.ZodType<ServiceEnv>, C extends RequestContext> = ServiceDefinition<S, C>;
type RunRole = 'server' | 'worker' | 'all';

async function serve<S extends z.ZodType<ServiceEnv>, C extends RequestContext>(
  definition: Definition<S, C>,
  role: RunRole,
): Promise<void> {
  const env = readEnv(definition.env, process.env);
  const log = createLogger(definition.name, role, env.LOG_LEVEL);
  const stopTracing = await startTracing(definition.name, role, env, log);
  const dataSource = await createDataSource(
    env.DATABASE_URL,
    definition.store,
    `charter-${definition.name}-${role}`,
    env.DATABASE_POOL,
  ).initialize();
  const queues = createQueueBackend({ redisUrl: env.REDIS_URL, databaseUrl: env.QUEUE_DATABASE_URL, logger: log });
  const signingKey = await readSigningKey(env.SIGNING_KEY);
  const composition = await definition.compose({
    env,
    log,
    dataSource,
    queues,
    services: new ServiceClient(env.SERVICE_URLS, signingKey),
    cursors: new Cursors(env.CURSOR_SECRET),
    clock: systemClock,
  });

  const rotation = rotationOf(definition, env, dataSource);
  let server: FastifyInstance;
  if (role === 'worker') {
    server = fastify({ forceCloseConnections: true });
  } else {
    const schema = await definition.schema({ get: (type) => composition.resolvers.find((one) => one instanceof type) });
    const internal = {
      ...deadLetterRoutes(dataSource),
      ...keyRotationRoutes(rotation, systemClock),
      ...composition.internal,
    };
    server = await createSubgraphServer({
      service: definition.name,
      schema,
      keys: env.IDENTITY_KEYS,
      context: composition.context,
      internal,
      forGateway: composition.forGateway,
      streamed: composition.streamed,
      live: composition.live,
      logReadings: logReadings(definition.name, env.PRIVACY_KEYS, { dataSource, clock: systemClock }),
      log,
    });
  }
  const database = () => dataSource.query('SELECT 1');
  // A server answers while the queue is away: the outbox keeps what it would say. A worker without a queue has no work.
  const health = serveHealth(server, role === 'server' ? { database } : { database, queue: () => queues.ping() });
  serveMetrics(server);

  const loops: Loop[] = [];
  if (role !== 'server') {
    const deps = { dataSource, service: definition.name, queues, logger: log };
    loops.push(new Relay(deps), ...composition.loops);
    if (definition.store.recorded) {
      loops.push(new RecordLoop(dataSource, log));
      gauges(RECORD_GAUGES, () => recordFigures(dataSource));
    }
    if (rotation) loops.push(new KeyRotationJob(rotation, log));
    if (composition.handlers.length > 0) loops.push(new ConsumerHost({ ...deps, handlers: composition.handlers }));
    gauges(
      {
        charter_outbox_unconfirmed: 'Deliveries that their consumers have not confirmed.',
        charter_outbox_oldest_seconds: 'Age of the oldest unconfirmed delivery, in seconds.',
        charter_dead_letters: 'Events that could not be handled after all attempts.',
      },
      async () => {
        const stats = await outboxStats(dataSource);
        return {
          charter_outbox_unconfirmed: stats.unconfirmed,
          charter_outbox_oldest_seconds: stats.oldestUnconfirmedSeconds,
          charter_dead_letters: stats.dead,
        };
      },
    );
    queueGauges(queues, [...consumersIn(definition.name), acknowledgementQueue(definition.name)]);
    if (composition.gauges) gauges(composition.gauges.help, composition.gauges.read);
  }

  onStop(log, async (graceMs) => {
    health.stopping();
    await Promise.all([server.close(), ...loops.map((loop) => loop.stop(graceMs))]);
    await queues.close();
    await dataSource.destroy();
    await stopTracing();
  });
  for (const loop of loops) await loop.start();
  const url = await server.listen({ host: env.HOST, port: env.PORT });
  log.info({ url }, 'ready');
}

async function migrateStore(definition: Definition<z.ZodType<ServiceEnv>, RequestContext>): Promise<void> {
  const { MIGRATION_DATABASE_URL } = readEnv(migrationEnv, process.env);
  const ran = await migrate(MIGRATION_DATABASE_URL, definition.store, `charter-${definition.name}-migrate`);
  process.stdout.write(`${definition.name}: ${ran.length ? ran.join(', ') : 'up to date'}\n`);
}

async function importHistory<S extends z.ZodType<ServiceEnv>, C extends RequestContext>(
  definition: Definition<S, C>,
): Promise<void> {
  const { importRecords } = definition;
  if (!importRecords) throw new EnvironmentError(`${definition.name} has no import.`);
  const env = readEnv(definition.env, process.env);
  const dataSource = await createDataSource(
    env.DATABASE_URL,
    definition.store,
    `charter-${definition.name}-import`,
    2,
  ).initialize();
  let batch: unknown[] = [];
  let done = 0;
  const flush = async () => {
    await importRecords({ env, dataSource }, batch);
    done += batch.length;
    process.stdout.write(`${JSON.stringify({ done })}\n`); // progress, one line a batch
    batch = [];
  };
  for await (const line of createInterface({ input: process.stdin })) {
    batch.push(JSON.parse(line));
    if (batch.length === IMPORT_BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  await dataSource.destroy();
}

/** Ends with 1 when the record does not hold. */
async function verify({ name, store }: Definition<z.ZodType<ServiceEnv>, RequestContext>): Promise<void> {
  const { DATABASE_URL } = readEnv(databaseEnv, process.env);
  process.exitCode = await verifyStore(name, store, DATABASE_URL, process.argv.slice(3));
}

async function rotateKeys<S extends z.ZodType<ServiceEnv>, C extends RequestContext>(
  definition: Definition<S, C>,
): Promise<void> {
  const env = readEnv(definition.env, process.env);
  const name = `charter-${definition.name}-rotate-keys`;
  const dataSource = await createDataSource(env.DATABASE_URL, definition.store, name, 2).initialize();
  const rotation = rotationOf(definition, env, dataSource);
  if (!rotation) throw new EnvironmentError(`${definition.name} keeps nothing sealed.`);
  const through = await rotateToEnd(rotation, systemClock, (line) => process.stdout.write(`${JSON.stringify(line)}\n`));
  await dataSource.destroy();
  if (!through) process.exitCode = 1;
}

const USAGE = 'Usage: main.js server | worker | all | migrate | verify-record | schema | import | rotate-keys';

async function dispatch<S extends z.ZodType<ServiceEnv>, C extends RequestContext>(
  definition: Definition<S, C>,
  command: string | undefined,
): Promise<void> {
  switch (command) {
    case 'server':
    case 'worker':
    case 'all':
      return serve(definition, command);
    case 'migrate':
      return migrateStore(definition as never);
    case 'verify-record':
      return verify(definition as never);
    case 'import':
      return importHistory(definition);
    case 'rotate-keys':
      return rotateKeys(definition);
    case 'schema':
      return void process.stdout.write(printSubgraph(await definition.schema({ get: () => undefined })));
    default:
      throw new EnvironmentError(USAGE);
  }
}

/** Starts what the command line asks for: the one way into every service's binary. Ends the process with 1 and one clear text if it cannot. */
export function runService<S extends z.ZodType<ServiceEnv>, C extends RequestContext>(
  definition: Definition<S, C>,
): void {
  dispatch(definition, process.argv[2]).catch((error: Error) => {
    process.stderr.write(`${definition.name}: ${error instanceof EnvironmentError ? error.message : error.stack}\n`);
    process.exit(1);
  });
}
