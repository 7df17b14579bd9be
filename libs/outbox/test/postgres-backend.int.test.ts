import { createEmptyDatabase, eventually } from '@charter/testkit';
import { MIGRATION_ADVISORY_LOCK_KEY } from 'bullmq';
import { createQueueBackend } from '../src';
import { itKeepsTheContract } from './backend-contract';
import { dropQueueSchema } from './outbox-database';

it('survives a connection that is cut while it prepares its schema', async () => {
  const database = await createEmptyDatabase();
  const holder = database.dataSource.createQueryRunner();
  const lock = [MIGRATION_ADVISORY_LOCK_KEY, 'contract_queue'];
  await holder.query('SELECT pg_advisory_lock($1, hashtext($2))', lock);
  const backend = createQueueBackend({ databaseUrl: database.url, prefix: 'contract_queue' });
  const added = backend.add('first', [{ id: 'one', data: 1 }]).then(() => 'added', String);
  const waiting = (): Promise<{ pid: number }[]> =>
    holder.query(`SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database =
      (SELECT oid FROM pg_database WHERE datname = current_database())`);
  const [waiter] = await eventually(waiting, (rows) => rows.length > 0);
  await holder.query('SELECT pg_terminate_backend($1)', [waiter?.pid]);
  await expect(added).resolves.not.toBe('added');
  await holder.query('SELECT pg_advisory_unlock($1, hashtext($2))', lock);
  await backend.add('first', [{ id: 'one', data: 1 }]);
  await expect(backend.counts('first')).resolves.toMatchObject({ waiting: 1 });
  await backend.close();
  await holder.release();
  await database.drop();
});

describe('the queue on PostgreSQL', () => {
  itKeepsTheContract(async () => {
    const database = await createEmptyDatabase();
    return {
      kind: 'postgres',
      url: database.url,
      config: (databaseUrl, prefix) => ({ databaseUrl, prefix }),
      empty: () => dropQueueSchema(database.dataSource, 'contract_queue'),
      cutConnections: () =>
        database.dataSource.query(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
        ),
      dispose: () => database.drop(),
    };
  });
});
