import { randomUUID } from 'node:crypto';
import { createTestDatabase, eventually, type TestDatabase } from '@charter/testkit';
import { appendEvents, ConsumerHost, DeadLetters, PermanentFailure, Relay } from '../src';
import { dropQueueSchema, effectSchema, invited, recorder } from './outbox-database';
import { watchedQueue, type WatchedQueue } from './queue-double';

const CONSUMER = 'notices-inbox';
const NOW = new Date('2026-11-23T03:00:00Z');

describe('the dead letters', () => {
  let database: TestDatabase;
  let letters: DeadLetters;

  beforeEach(async () => {
    database = await createTestDatabase(effectSchema);
    letters = new DeadLetters(database.dataSource);
  });
  afterEach(() => database.drop());

  const bury = (count: number, consumer = CONSUMER, settledAt = 'now()') =>
    database.dataSource.query(
      `INSERT INTO inbox_entry (event_id, consumer, type, producer, status, attempts, reason, envelope, settled_at)
       SELECT gen_random_uuid(), $1, 'survey.invited.v1', 'surveys', 'DEAD', 8, 'Error: no', '{}', ${settledAt}
       FROM generate_series(1, $2) AS n`,
      [consumer, count],
    );

  it('are listed page by page, oldest first, none twice and none left out although many died in one moment', async () => {
    await bury(7);
    await bury(5, CONSUMER, `now() - n * interval '1 microsecond'`);
    await bury(3, 'surveys-invitations');
    const seen: string[] = [];
    const moments: number[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<DeadLetters['list']>> = await letters.list({
        consumer: CONSUMER,
        first: 5,
        after,
      });
      expect(page.items.length).toBeLessThanOrEqual(5);
      seen.push(...page.items.map(({ id }) => id));
      moments.push(...page.items.map(({ diedAt }) => diedAt.getTime()));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(12);
    expect(new Set(seen).size).toBe(12);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    await expect(letters.count()).resolves.toBe(15);
    await expect(letters.count('surveys-invitations')).resolves.toBe(3);
    const everything = await letters.list({ first: 100 });
    expect(everything.next).toBeNull();
    expect(everything.items).toHaveLength(15);
    expect(everything.items[0]).toEqual({
      id: expect.stringContaining(CONSUMER),
      eventId: expect.any(String),
      consumer: CONSUMER,
      type: 'survey.invited.v1',
      producer: 'surveys',
      state: 'DEAD',
      reason: 'Error: no',
      attempts: 8,
      diedAt: expect.any(Date),
      settledAt: expect.any(Date),
      occurredAt: null,
      fields: expect.arrayContaining([{ name: 'citizenId', value: null, withheld: 'BROKEN' }]),
      ...{ decidedBy: null, decidedAt: null, decidedReason: null },
    });
  });

  it('say what the event says without personal data, and are found by their id alone as long as they are one', async () => {
    const { payload } = invited();
    const [event] = await database.dataSource.query(
      `INSERT INTO inbox_entry (event_id, consumer, type, producer, status, attempts, reason, envelope, settled_at)
       VALUES (gen_random_uuid(), $1, 'survey.invited.v1', 'surveys', 'DEAD', 8, 'Error: no', $2, now()) RETURNING event_id AS id`,
      [CONSUMER, JSON.stringify({ occurredAt: '2026-11-23T12:00:00+09:00', payload: { ...payload, name: '홍길동' } })],
    );
    const letter = await letters.one(`${event.id}.${CONSUMER}`);
    expect(letter).toMatchObject({ eventId: event.id, state: 'DEAD', occurredAt: NOW });
    expect(letter?.fields).toContainEqual({ name: 'surveyId', value: payload.surveyId, withheld: null });
    expect(letter?.fields).toContainEqual({ name: 'departmentCode', value: 'ROADS', withheld: null });
    expect(letter?.fields).toContainEqual({ name: 'citizenId', value: null, withheld: 'PERSON' });
    expect(JSON.stringify(letter)).not.toMatch(new RegExp(`홍길동|${payload.citizenId}`));
    await expect(letters.one('nonsense')).resolves.toBeUndefined();
    await database.dataSource.query(`UPDATE inbox_entry SET status = 'DONE'`); // as of one that never failed
    await expect(letters.one(`${event.id}.${CONSUMER}`)).resolves.toBeUndefined();
  });

  it.each(['null', '7', '"x"', '[]', '{"occurredAt":7}', '{"occurredAt":"x","payload":[]}'])(
    'are shown although the job was %s',
    async (envelope) => {
      await bury(1);
      await database.dataSource.query('UPDATE inbox_entry SET envelope = $1', [envelope]);
      const [letter] = (await letters.list({ first: 1 })).items;
      expect(letter).toMatchObject({ occurredAt: null, fields: expect.any(Array) });
      expect(letter?.fields.every(({ value }) => value === null)).toBe(true);
    },
  );

  it.each(['x', '1.2.3', `1'; DROP TABLE inbox_entry.${randomUUID()}.a`, `99999999999999999999.${randomUUID()}.a`])(
    'refuse the cursor %j',
    async (after) => {
      await expect(letters.list({ first: 5, after })).rejects.toThrow(RangeError);
    },
  );

  it('can be discarded once, with who and why kept', async () => {
    await bury(2);
    const [one, other] = (await letters.list({ first: 5 })).items;
    const decision = { by: 'admin-1', reason: 'The survey was withdrawn.' };
    await expect(
      letters.discard([one?.id ?? '', 'nonsense', `${randomUUID()}.${CONSUMER}`], decision, NOW),
    ).resolves.toBe(1);
    await expect(letters.discard([one?.id ?? ''], { by: 'admin-2', reason: 'again' }, NOW)).resolves.toBe(0);
    await expect(letters.retry([one?.id ?? ''], NOW)).resolves.toBe(0);
    expect((await letters.list({ first: 5 })).items).toEqual([other]);
    const [row] = await database.dataSource.query(`SELECT * FROM inbox_entry WHERE status = 'DISCARDED'`);
    expect(row).toMatchObject({
      event_id: one?.eventId,
      decided_by: 'admin-1',
      decided_reason: 'The survey was withdrawn.',
      decided_at: NOW,
      reason: 'Error: no',
      envelope: '{}',
    });
  });

  describe('sent round again', () => {
    let queues: WatchedQueue;
    let relay: Relay;
    let host: ConsumerHost;
    let failing: boolean;
    let calls: number;

    beforeEach(async () => {
      const { dataSource } = database;
      queues = watchedQueue(database.url);
      const logger = recorder();
      failing = true;
      calls = 0;
      relay = new Relay({ dataSource, service: 'surveys', queues, logger });
      host = new ConsumerHost({
        dataSource,
        service: 'notices',
        queues,
        logger,
        retryPollMs: 100,
        handlers: [
          {
            consumer: CONSUMER,
            handle: async (tx, event) => {
              calls += 1;
              if (failing) throw new PermanentFailure('not yet');
              await tx.query('INSERT INTO effect VALUES ($1, $2)', [event.id, CONSUMER]);
            },
          },
        ],
      });
      await relay.start();
      await host.start();
    });
    afterEach(async () => {
      await Promise.all([relay.stop(1_000), host.stop(1_000)]);
      await queues.close();
    });

    const outcome = async () => {
      const [row] = await database.dataSource.query('SELECT outcome FROM outbox_delivery');
      return row?.outcome;
    };
    const dead = (count: number) =>
      eventually(
        () => letters.count(),
        (found) => found === count,
      );

    it('run with the payload that was kept, take effect once, and tell their producer', async () => {
      const [id] = await appendEvents(database.dataSource.manager, 'surveys', [invited()]);
      await dead(1);
      await eventually(outcome, (said) => said === 'DEAD');
      failing = false;
      const [letter] = (await letters.list({ first: 1 })).items;
      await expect(letters.retry([letter?.id ?? ''], NOW, 'admin-1')).resolves.toBe(1);
      await eventually(outcome, (said) => said === 'DONE');
      await dead(0);
      await expect(database.dataSource.query('SELECT event_id FROM effect')).resolves.toEqual([{ event_id: id }]);
      const [row] = await database.dataSource.query('SELECT * FROM inbox_entry');
      expect(row).toMatchObject({ status: 'DONE', attempts: 1, decided_by: 'admin-1', decided_at: NOW });
      const after = await letters.one(letter?.id ?? '');
      expect(after).toMatchObject({
        state: 'DONE',
        reason: letter?.reason,
        diedAt: letter?.diedAt,
        decidedBy: 'admin-1',
      });
      expect(after?.fields).toEqual([]); // what it said is kept no longer than it is needed
    });

    it('are run although the queue has been emptied: it was not where they were kept', async () => {
      await appendEvents(database.dataSource.manager, 'surveys', [invited()]);
      await dead(1);
      await dropQueueSchema(database.dataSource);
      failing = false;
      const [letter] = (await letters.list({ first: 1 })).items;
      await letters.retry([letter?.id ?? ''], NOW);
      await eventually(
        () => database.dataSource.query('SELECT * FROM effect'),
        (effects: unknown[]) => effects.length === 1,
      );
    });

    it('come back when they fail again', async () => {
      await appendEvents(database.dataSource.manager, 'surveys', [invited()]);
      await dead(1);
      const [letter] = (await letters.list({ first: 1 })).items;
      await letters.retry([letter?.id ?? ''], NOW);
      await eventually(
        async () => calls,
        (count) => count === 2,
      );
      await dead(1);
    });
  });
});
