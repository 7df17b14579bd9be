import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DataSource, type EntityTarget, type MigrationInterface, type ObjectLiteral } from 'typeorm';

/** The part of a service's store that a test database is made from. */
export interface Schema {
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

export interface TestDatabase {
  readonly dataSource: DataSource;
  readonly url: string;
  /** Ends its connections and drops it. */
  drop(): Promise<void>;
}

export function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url)
    throw new Error('TEST_DATABASE_URL is not set: run the tests through Jest, whose global setup starts PostgreSQL.');
  return url;
}

async function asSuperuser<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const named = (database: string): string => {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.toString();
};

const connect = (url: string, schema: Schema): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url,
    entities: [...schema.entities] as never[],
    migrations: [...schema.migrations] as never[],
    extra: { max: 20, connectionTimeoutMillis: 10_000 },
  }).initialize();

/** Migrates a template once for each set of migrations; every suite then clones it in some 50 ms. */
async function template(schema: Schema): Promise<string> {
  const digest = createHash('sha256')
    .update(schema.migrations.map((migration) => migration.toString()).join('\n'))
    .digest('hex')
    .slice(0, 16);
  const name = `template_${digest}`;
  await asSuperuser(async (client) => {
    await client.query('SELECT pg_advisory_lock(727)');
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datallowconn = false', [name]);
    if (found.rowCount) return;
    await client.query(`DROP DATABASE IF EXISTS ${name}`);
    await client.query(`CREATE DATABASE ${name}`);
    const dataSource = await connect(named(name), schema);
    await dataSource.runMigrations({ transaction: 'each' });
    await dataSource.destroy();
    await client.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
  });
  return name;
}

/** A database of its own for a suite: real PostgreSQL, migrated by the service's own migrations. */
export async function createTestDatabase(schema: Schema): Promise<TestDatabase> {
  const from = await template(schema);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${from}`));
  const dataSource = await connect(named(name), schema);
  return {
    dataSource,
    url: named(name),
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await asSuperuser((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/**
 * Empties tables between two tests, and those that refer to them: also such as refuse it to everybody, whose record goes with them.
 * Only a superuser can, so no service can.
 */
export async function emptyTables(dataSource: DataSource, ...tables: readonly string[]): Promise<void> {
  const record = (await dataSource.query(
    `SELECT "tablename" AS "name" FROM pg_tables WHERE "schemaname" = 'public' AND "tablename" IN ('record_link', 'record_waiting')`,
  )) as { name: string }[];
  const names = [...tables, ...record.map(({ name }) => name)].map((name) => `"${name}"`);
  await dataSource.transaction(async (tx) => {
    await tx.query('SET LOCAL session_replication_role = replica');
    await tx.query(`TRUNCATE ${names.join(', ')} CASCADE`);
  });
}

/** An empty database, for tests of migrations and queues. */
export const createEmptyDatabase = (): Promise<TestDatabase> => createTestDatabase({ entities: [], migrations: [] });

/**
 * The statements that would bring the migrated schema to what the entities say: none, or the entities have drifted.
 * Entities describe tables and columns; indexes and constraints are the migrations' alone.
 */
export async function schemaDrift(dataSource: DataSource): Promise<string[]> {
  const log = await dataSource.driver.createSchemaBuilder().log();
  return log.upQueries
    .map(({ query }) => query)
    .filter((query) => !/^(DROP INDEX|ALTER TABLE \S+ DROP CONSTRAINT)/.test(query));
}
