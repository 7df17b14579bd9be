import { randomUUID } from 'node:crypto';
import { type TestDatabase, createEmptyDatabase, createTestDatabase, schemaDrift } from '@charter/testkit';
import { migrate } from '@charter/service';
import { store } from '../src/store/store';

describe('the store of complaints', () => {
  let database: TestDatabase;
  afterEach(() => database.drop());

  it('comes up from empty, once', async () => {
    database = await createEmptyDatabase();
    expect(await migrate(database.url, store, 'test')).toContain('Complaints1700000000300');
    expect(await migrate(database.url, store, 'test')).toEqual([]);
  });

  it('has entities that agree with the migrations', async () => {
    database = await createTestDatabase(store);
    expect(await schemaDrift(database.dataSource)).toEqual([]);
  });

  it('keeps which complaint a file belongs to when that column is renamed, and asks for a complaint still', async () => {
    database = await createTestDatabase(store);
    const { dataSource } = database;
    while (
      !(
        await dataSource.query(
          `SELECT 1 FROM information_schema.columns WHERE column_name = 'complaint_id' AND table_name = 'attachment'`,
        )
      ).length
    )
      await dataSource.undoLastMigration();
    const [id, complaintId] = [randomUUID(), randomUUID()];
    const insert = (column: string) => `
      INSERT INTO attachment (id, ${column}, uploaded_by, name, bytes, sha256, media_type, scan_state, requested_at, upload_until, checked_at, attached_at)
      VALUES ($1, $2, $1, 'a.txt', 1, repeat('0', 64), 'text/plain', 'CLEAN', now(), now(), now(), now())`;
    await dataSource.transaction(async (tx) => {
      await tx.query('SET LOCAL session_replication_role = replica'); // the complaint itself does not matter here
      await tx.query(insert('complaint_id'), [id, complaintId]);
    });
    await dataSource.runMigrations({ transaction: 'each' });
    expect(await dataSource.query('SELECT id, subject_id FROM attachment')).toEqual([{ id, subject_id: complaintId }]);
    await expect(dataSource.query(insert('subject_id'), [randomUUID(), randomUUID()])).rejects.toThrow('foreign key');
  });

  it('goes down again', async () => {
    database = await createTestDatabase(store);
    for (let left = store.migrations.length; left > 0; left -= 1) await database.dataSource.undoLastMigration();
    expect(await database.dataSource.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).toEqual([
      { tablename: 'migrations' },
    ]);
  });
});
