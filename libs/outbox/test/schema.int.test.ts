import { createEmptyDatabase, createTestDatabase, schemaDrift, type TestDatabase } from '@charter/testkit';
import { DataSource } from 'typeorm';
import { appendEvents, outboxMigrations, outboxStats } from '../src';
import { invited, outboxSchema } from './outbox-database';

describe('the tables', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase(outboxSchema)));
  afterAll(() => database.drop());

  it('are what the entities say', async () => {
    await expect(schemaDrift(database.dataSource)).resolves.toEqual([]);
  });

  it('come and go with their migrations', async () => {
    const empty = await createEmptyDatabase();
    const runner = empty.dataSource.createQueryRunner();
    const migrations = outboxMigrations.map((Migration) => new Migration());
    for (const migration of migrations) await migration.up(runner);
    for (const migration of migrations.reverse()) await migration.down(runner);
    const left = await runner.query(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
    );
    await runner.release();
    await empty.drop();
    expect(left).toEqual([]);
  });

  it('serve a role that may read and write rows and nothing else', async () => {
    const { dataSource, url } = database;
    await dataSource.query(
      `DO $$ BEGIN CREATE ROLE outbox_dml LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
    await dataSource.query('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO outbox_dml');
    const asRole = new URL(url);
    asRole.username = 'outbox_dml';
    const restricted = await new DataSource({ type: 'postgres', url: asRole.toString() }).initialize();
    await appendEvents(restricted.manager, 'surveys', [invited()]);
    await expect(outboxStats(restricted)).resolves.toMatchObject({ unconfirmed: 1 });
    await expect(restricted.query('CREATE TABLE mine (id int)')).rejects.toThrow('permission denied');
    await restricted.destroy();
  });
});
