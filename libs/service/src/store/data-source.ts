import { DataSource, type EntityTarget, type Logger, type MigrationInterface, type ObjectLiteral } from 'typeorm';
import { SteadyClient } from '@charter/outbox';
import type { RecordedTable } from '@charter/record';
import { Counter } from 'prom-client';

const statements = new Counter({ name: 'charter_sql_statements_total', help: 'SQL statements sent to PostgreSQL.' });

/** Counts statements; never logs them, since their parameters are people's data. Errors reach the caller. */
const counting: Logger = {
  logQuery: () => statements.inc(),
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

export interface Store {
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** The tables whose rows stay as they were written, chained in the record. */
  readonly recorded?: readonly RecordedTable[];
}

/**
 * Connects to a service's database. Time limits keep one stuck statement or forgotten transaction from taking the pool.
 * @param name shown in pg_stat_activity
 */
export const createDataSource = (url: string, store: Store, name: string, pool = 10): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    applicationName: name,
    entities: [...store.entities] as never[],
    migrations: [...store.migrations] as never[],
    migrationsTransactionMode: 'each',
    synchronize: false,
    logger: counting,
    poolErrorHandler: () => undefined, // an idle connection that PostgreSQL closed: the pool opens another, and the next query tells
    extra: {
      Client: SteadyClient, // a restart of PostgreSQL must not be an uncaught exception
      max: pool,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  });

/** Brings a database up to date, as its owner; one at a time, however many start at once. @returns the names of what ran */
export async function migrate(url: string, store: Store, name: string): Promise<string[]> {
  const dataSource = await createDataSource(url, store, name, 2).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock(727001)');
    const ran = await dataSource.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock(727001)');
    await lock.release();
    await dataSource.destroy();
  }
}
