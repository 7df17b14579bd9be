import { createTestDatabase, type TestDatabase } from '@charter/testkit';
import { appendEvents, readQueueFigures } from '../src';
import { invited, outboxSchema, overdue } from './outbox-database';

describe('the figures of a service’s events', () => {
  let database: TestDatabase;
  beforeEach(async () => (database = await createTestDatabase(outboxSchema)));
  afterEach(() => database.drop());

  const read = () => readQueueFigures(database.dataSource);
  const deliveries = (change: string, id: string | undefined) =>
    database.dataSource.query(
      `UPDATE outbox_delivery SET ${change} FROM (SELECT id, created_at AS created FROM outbox_event) AS e
       WHERE event_id = e.id AND e.id = $1`,
      [id],
    );
  const taken = (consumer: string, status: string, more = '') =>
    database.dataSource.query(
      `INSERT INTO inbox_entry (event_id, consumer, type, producer, status, attempts, reason)
       VALUES (gen_random_uuid(), $1, 'survey.invited.v1', 'surveys', $2, 1, ${more || 'NULL'})`,
      [consumer, status],
    );

  it('are none where nothing happens', async () => {
    await expect(read()).resolves.toEqual({ taken: [], sent: [] });
  });

  it('tell for each consumer what is open, and what was settled in the last hour and how fast', async () => {
    const { dataSource } = database;
    const ids = await appendEvents(dataSource.manager, 'surveys', [
      invited(),
      invited(),
      invited(),
      invited(),
      invited(),
    ]);
    await dataSource.query(`UPDATE outbox_event SET created_at = now() - interval '100 minutes'`);
    await deliveries(`confirmed_at = created + interval '10 minutes', outcome = 'DONE'`, ids[0]);
    await deliveries(`confirmed_at = created + interval '70 minutes', outcome = 'DONE'`, ids[1]);
    await deliveries(`confirmed_at = created + interval '80 minutes', outcome = 'DONE'`, ids[2]);
    await deliveries(`confirmed_at = created + interval '90 minutes', outcome = 'DEAD'`, ids[3]);
    const { sent } = await read();
    expect(sent).toEqual([
      {
        ...{ consumer: 'notices-inbox', unconfirmed: 1, oldestAt: expect.any(Date), done: 2, died: 1 },
        ...{ seconds: 60 * (70 + 80 + 90), worstSeconds: 60 * 90 },
      },
    ]);
    expect(Date.now() - sent[0]!.oldestAt!.getTime()).toBeGreaterThan(99 * 60_000);
  });

  it('are kept apart by consumer', async () => {
    await appendEvents(database.dataSource.manager, 'complaints', [overdue()]);
    expect((await read()).sent.map(({ consumer, unconfirmed }) => [consumer, unconfirmed])).toEqual([
      ['compensation-claims', 1],
      ['notices-inbox', 1],
    ]);
  });

  it('count what failed: given up, or tried again; not what is at its first attempt, done or discarded', async () => {
    for (const status of ['PENDING', 'DONE', 'DISCARDED']) await taken('notices-inbox', status);
    await taken('notices-inbox', 'PENDING', `'Error: no'`);
    await taken('notices-inbox', 'RETRYING', `'Error: no'`);
    await taken('notices-inbox', 'DEAD', `'Error: no'`);
    await taken('notices-charter', 'DEAD', `'Error: no'`);
    expect((await read()).taken).toEqual([
      { consumer: 'notices-charter', dead: 1, failing: 0 },
      { consumer: 'notices-inbox', dead: 1, failing: 2 },
    ]);
  });

  it('are found by index, however long the history', async () => {
    const { dataSource } = database;
    await dataSource.query(
      `WITH event AS (
         INSERT INTO outbox_event (id, type, producer, payload, occurred_at, created_at)
         SELECT gen_random_uuid(), 'survey.invited.v1', 'surveys', '{}', now(), now() - interval '2 days' FROM generate_series(1, 5000)
         RETURNING id
       ) INSERT INTO outbox_delivery (event_id, consumer, confirmed_at, outcome)
         SELECT id, 'notices-inbox', now() - interval '1 day', 'DONE' FROM event`,
    );
    await dataSource.query('ANALYZE outbox_delivery');
    for (const part of ['confirmed_at IS NULL', `confirmed_at > now() - interval '1 hour'`]) {
      const plan: object[] = await dataSource.query(`EXPLAIN SELECT * FROM outbox_delivery WHERE ${part}`);
      expect(JSON.stringify(plan)).toMatch(/Index Scan/);
    }
  });
});
