import { createEmptyDatabase, eventually } from '@charter/testkit';
import { DeadLetters } from '../src';
import { FaultHarness, type FaultyQueue } from './fault-harness';
import { itSurvivesFaults } from './faults';
import { dropQueueSchema, invited } from './outbox-database';

async function open(): Promise<FaultyQueue> {
  const database = await createEmptyDatabase();
  return {
    config: { databaseUrl: database.url },
    empty: () => dropQueueSchema(database.dataSource),
    cutConnections: () =>
      database.dataSource.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      ),
    dispose: () => database.drop(),
  };
}

describe('with the queue on PostgreSQL', () => itSurvivesFaults(open));

describe('an event that kills whoever handles it', () => {
  let harness: FaultHarness;
  beforeAll(async () => {
    harness = await FaultHarness.start('outbox', await open(), { maxAttempts: 1, deadlyDepartment: 'DEADLY' });
  });
  afterAll(() => harness.stop());

  it('ends among the dead letters, for crashes are attempts', async () => {
    const deadly = invited();
    await harness.promise(1, () => ({ ...deadly, payload: { ...deadly.payload, departmentCode: 'DEADLY' } }));
    await Promise.race([harness.death('worker-1'), harness.death('worker-2')]);
    await harness.promise(5);
    const letters = new DeadLetters(harness.consumer);
    const { items } = await eventually(
      () => letters.list({ first: 10 }),
      (page) => page.items.length === 1,
      30_000,
    );
    expect(items[0]).toMatchObject({ attempts: 1, reason: 'Each attempt ended with the process that made it.' });
    await eventually(
      () => harness.tally(),
      ({ effects, lost }) => effects === 5 && lost === 1,
    );
  }, 60_000);
});
