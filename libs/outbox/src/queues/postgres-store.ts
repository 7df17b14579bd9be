import { setTimeout as sleep } from 'node:timers/promises';
import {
  assertSchemaCompatibility,
  LATEST_SCHEMA_VERSION,
  PostgresConnection,
  type PostgresPoolConfig,
  PostgresQueueBackend,
  Queue,
  runMigrations,
  SchemaMigrationRequiredError,
  Worker,
} from 'bullmq';
import { SteadyClient } from '../steady-client';
import type { AnyQueue } from '../queue-backend';
import type { BullStore } from './bull-backend';
import type { AnyWorker, WorkerMaker } from './bull-consumer';
import type { Trouble } from './trouble';

/** invalid_schema_name, undefined_table, undefined_function, undefined_object: somebody has dropped the queue's schema. */
const SCHEMA_GONE = new Set(['3F000', '42P01', '42883', '42704']);

const isSchemaGone = (error: unknown): boolean => SCHEMA_GONE.has(String((error as { code?: unknown })?.code));

/** BullMQ remembers the first look at its schema for good, a failed one too. This one looks again until it succeeds, and when told to. */
class HealingConnection extends PostgresConnection {
  private schemaReady: Promise<void> | undefined;

  constructor(config: PostgresPoolConfig) {
    super({ ...config, Client: SteadyClient });
    // BullMQ builds its LISTEN client from here, and listens to its errors only once it is connected.
    Object.assign(this, { pgModule: { Client: SteadyClient } });
  }

  override waitUntilReady(): Promise<void> {
    this.schemaReady ??= this.prepare().catch((error: unknown) => {
      this.schemaReady = undefined;
      throw error;
    });
    return this.schemaReady;
  }

  /** @returns whether the schema had gone and the next operation will create it anew. */
  suspect(error: unknown): boolean {
    if (!isSchemaGone(error)) return false;
    this.schemaReady = undefined;
    return true;
  }

  /** Looks before it migrates: a role without DDL can then work in a schema that another role has prepared. */
  private async prepare(): Promise<void> {
    const client = await this.pool.connect();
    try {
      const version = await assertSchemaCompatibility(client, this.schema).catch((error: unknown) => {
        if (error instanceof SchemaMigrationRequiredError) return 0;
        throw error;
      });
      if (version < LATEST_SCHEMA_VERSION) await runMigrations(client, this.schema);
    } finally {
      client.release();
    }
  }
}

/** BullMQ asks for the next job again at once when asking failed, and blocks for up to an hour after a lost connection. */
class PatientBackend extends PostgresQueueBackend {
  override async moveToActive(...claim: Parameters<PostgresQueueBackend['moveToActive']>) {
    try {
      return await super.moveToActive(...claim);
    } catch (error) {
      (this.connection as HealingConnection).suspect(error);
      if (!this.closing) await sleep(250);
      throw error;
    }
  }

  override get maximumBlockTimeout(): number {
    return 5;
  }
}

/** BullMQ on PostgreSQL, in a schema of its own. Producers share one small pool; each worker has its own and a LISTEN connection. */
export class PostgresStore implements BullStore {
  readonly kind = 'postgres';
  private readonly producer: HealingConnection;

  constructor(
    private readonly url: string,
    private readonly schema: string,
    private readonly trouble: Trouble,
  ) {
    this.producer = this.connect(3);
  }

  readonly makeQueue = (name: string): AnyQueue =>
    new Queue(
      name,
      { connection: {}, streams: { events: { maxLen: 100 } } },
      (queue, options) => new PostgresQueueBackend(this.producer, queue, options as never, false),
    ) as unknown as AnyQueue;

  readonly makeWorker: WorkerMaker = (name, processor, options) =>
    new Worker(
      name,
      processor,
      { ...options, connection: {} },
      (queue, workerOptions) => new PatientBackend(this.connect(2), queue, workerOptions as never, true, queue),
    ) as unknown as AnyWorker;

  async attempt<T>(operation: () => Promise<T>): Promise<T> {
    try {
      return await operation();
    } catch (error) {
      if (!this.producer.suspect(error)) throw error;
      return operation();
    }
  }

  async ping(): Promise<void> {
    await this.producer.pool.query('SELECT 1');
  }

  close(): Promise<void> {
    return this.producer.close();
  }

  private connect(max: number): HealingConnection {
    const connection = new HealingConnection({
      connectionString: this.url,
      schema: this.schema,
      max,
      application_name: 'charter-queue',
      connectionTimeoutMillis: 3_000,
      statement_timeout: 10_000,
      query_timeout: 12_000,
      keepAlive: true,
    });
    connection.on('error', this.trouble.report);
    return connection;
  }
}
