import { recordGaps } from '@charter/service/testing';
import { type TestDatabase, createEmptyDatabase, createTestDatabase, schemaDrift } from '@charter/testkit';
import { migrate } from '@charter/service';
import { store } from '../src/store/store';

describe('the store of participation', () => {
  let database: TestDatabase;
  afterEach(() => database.drop());

  it('comes up from empty, once', async () => {
    database = await createEmptyDatabase();
    expect(await migrate(database.url, store, 'test')).toContain('Conversions1700000000210');
    expect(await migrate(database.url, store, 'test')).toEqual([]);
  });

  it('has entities that agree with the migrations', async () => {
    database = await createTestDatabase(store);
    expect(await schemaDrift(database.dataSource)).toEqual([]);
    expect(await recordGaps(database.dataSource, store)).toEqual([]);
  });

  it('goes down again', async () => {
    database = await createTestDatabase(store);
    for (let left = store.migrations.length; left > 0; left -= 1) await database.dataSource.undoLastMigration();
    expect(await database.dataSource.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).toEqual([
      { tablename: 'migrations' },
    ]);
  });
});
