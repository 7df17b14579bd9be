import { createTestDatabase, type TestDatabase } from '@charter/testkit';
import { appendEvents, outboxStats, pruneOutbox, type EventDraft } from '../src';
import { overdue, invited, outboxSchema } from './outbox-database';

describe('writing events', () => {
  let database: TestDatabase;
  beforeEach(async () => (database = await createTestDatabase(outboxSchema)));
  afterEach(() => database.drop());

  const events = () => database.dataSource.query('SELECT * FROM outbox_event ORDER BY created_at');

  it('gives each consumer a delivery of its own, in the caller’s transaction', async () => {
    const { dataSource } = database;
    const at = new Date('2026-11-23T01:02:03.456Z');
    const ids = await dataSource.transaction((tx) =>
      appendEvents(tx, 'complaints', [{ ...overdue(), occurredAt: at }, { ...overdue() }]),
    );
    const rows = await dataSource.query(
      `SELECT event_id, array_agg(consumer ORDER BY consumer) AS consumers FROM outbox_delivery GROUP BY 1`,
    );
    expect(rows.map((row: { consumers: string[] }) => row.consumers)).toEqual([
      ['compensation-claims', 'notices-inbox'],
      ['compensation-claims', 'notices-inbox'],
    ]);
    const written = await events();
    expect(new Set(written.map((row: { id: string }) => row.id))).toEqual(new Set(ids));
    const first = written.find((row: { id: string }) => row.id === ids[0]);
    expect(first).toMatchObject({ type: 'complaint.overdue.v1', producer: 'complaints', occurred_at: at });
  });

  it('tells nobody of what is rolled back', async () => {
    const work = database.dataSource.transaction(async (tx) => {
      await appendEvents(tx, 'surveys', [invited()]);
      throw new Error('undone');
    });
    await expect(work).rejects.toThrow('undone');
    await expect(events()).resolves.toEqual([]);
  });

  it('refuses a payload that breaks its contract, and writes none of its company', async () => {
    const broken = { ...invited(), payload: { ...invited().payload, surveyId: 'none' } };
    const work = database.dataSource.transaction((tx) => appendEvents(tx, 'surveys', [invited(), broken]));
    await expect(work).rejects.toThrow('surveyId');
    await expect(events()).resolves.toEqual([]);
  });

  it('writes only what the contract names', async () => {
    const talkative = { ...invited(), payload: { ...invited().payload, name: '홍길동' } } as EventDraft;
    await appendEvents(database.dataSource.manager, 'surveys', [talkative]);
    const [{ payload }] = await events();
    expect(payload).toEqual(expect.objectContaining({ receiptNumber: '2026-000001-7' }));
    expect(payload).not.toHaveProperty('name');
  });

  it('keeps events until every consumer has confirmed and they are old, then lets them go', async () => {
    const { dataSource } = database;
    const ids = await appendEvents(dataSource.manager, 'complaints', [overdue(), overdue(), overdue()]);
    await dataSource.query(`UPDATE outbox_event SET created_at = now() - interval '31 days' WHERE id <> $1`, [ids[0]]);
    await dataSource.query(`UPDATE outbox_delivery SET confirmed_at = now(), outcome = 'DONE' WHERE event_id <> $1`, [
      ids[1],
    ]);
    await dataSource.query(
      `UPDATE outbox_delivery SET confirmed_at = now(), outcome = 'DONE' WHERE event_id = $1 AND consumer = 'notices-inbox'`,
      [ids[1]],
    );
    await expect(pruneOutbox(dataSource, 30)).resolves.toBe(1);
    const left = await events();
    expect(new Set(left.map((row: { id: string }) => row.id))).toEqual(new Set([ids[0], ids[1]]));
    await expect(dataSource.query('SELECT count(*)::int AS n FROM outbox_delivery')).resolves.toEqual([{ n: 4 }]);
  });

  it('measures what is open and how old it is', async () => {
    const { dataSource } = database;
    await expect(outboxStats(dataSource)).resolves.toEqual({ unconfirmed: 0, oldestUnconfirmedSeconds: 0, dead: 0 });
    const [id] = await appendEvents(dataSource.manager, 'complaints', [overdue(), overdue()]);
    await dataSource.query(`UPDATE outbox_event SET created_at = now() - interval '90 seconds' WHERE id = $1`, [id]);
    await dataSource.query(
      `INSERT INTO inbox_entry (event_id, consumer, type, producer, status, attempts)
       VALUES ($1, 'notices-inbox', 'x', 'y', 'DEAD', 1), ($1, 'compensation-claims', 'x', 'y', 'DONE', 1)`,
      [id],
    );
    const stats = await outboxStats(dataSource);
    expect(stats).toMatchObject({ unconfirmed: 4, dead: 1 });
    expect(stats.oldestUnconfirmedSeconds).toBeGreaterThanOrEqual(90);
    expect(stats.oldestUnconfirmedSeconds).toBeLessThan(100);
  });
});
