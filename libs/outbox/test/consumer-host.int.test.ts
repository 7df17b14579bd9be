import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventEnvelope } from '@charter/contracts';
import { createTestDatabase, eventually, type TestDatabase } from '@charter/testkit';
import type { EntityManager } from 'typeorm';
import { ConsumerHost, PermanentFailure, type ConsumerHostDependencies, type QueueJob } from '../src';
import { overdue, effectSchema, invited, recorder } from './outbox-database';
import { watchedQueue, type WatchedQueue } from './queue-double';

const CONSUMER = 'notices-inbox';

interface Entry {
  event_id: string;
  type: string;
  producer: string;
  status: string;
  attempts: number;
  reason: string | null;
  envelope: string | null;
}

type Handle = (tx: EntityManager, event: EventEnvelope) => Promise<void>;

const effect: Handle = async (tx, event) => {
  await tx.query('INSERT INTO effect (event_id, consumer) VALUES ($1, $2)', [event.id, CONSUMER]);
};

const envelope = (overrides: object = {}) => ({
  id: randomUUID(),
  producer: 'surveys',
  occurredAt: '2026-11-23T01:00:00.000Z',
  ...invited(),
  ...overrides,
});

describe('the consumer host', () => {
  let database: TestDatabase;
  let queues: WatchedQueue;
  let hosts: ConsumerHost[];
  let logger: ReturnType<typeof recorder>;

  beforeEach(async () => {
    database = await createTestDatabase(effectSchema);
    queues = watchedQueue(database.url);
    hosts = [];
    logger = recorder();
  });
  afterEach(async () => {
    await Promise.all(hosts.map((host) => host.stop(1_000)));
    await queues.close();
    await database.drop();
  });

  async function host(handle: Handle, settings: Partial<ConsumerHostDependencies> = {}): Promise<ConsumerHost> {
    const made = new ConsumerHost({
      dataSource: database.dataSource,
      service: 'notices',
      queues,
      logger,
      handlers: [{ consumer: CONSUMER, handle }],
      backoffMs: 50,
      ...settings,
    });
    hosts.push(made);
    await made.start();
    return made;
  }

  const entries = (): Promise<Entry[]> => database.dataSource.query('SELECT * FROM inbox_entry ORDER BY received_at');
  const effects = (): Promise<{ event_id: string }[]> => database.dataSource.query('SELECT * FROM effect');
  const acks = () => queues.added.filter(({ queue }) => queue === 'surveys-acks').flatMap(({ job }) => job.data);
  const acked = (count: number, timeoutMs = 8_000) =>
    eventually(
      async () => acks(),
      (all) => all.length >= count,
      timeoutMs,
    );
  const deliver = (data: { id?: unknown }, generation = 1): Promise<void> =>
    queues.add(CONSUMER, [{ id: `evt-${data.id}-${CONSUMER}-${generation}`, data } satisfies QueueJob]);

  it('does the work, notes it in the same transaction, and then acknowledges', async () => {
    const event = envelope();
    let seen: EventEnvelope | undefined;
    await host(async (tx, received) => ((seen = received), effect(tx, received)));
    await deliver(event);
    await acked(1);
    expect(seen).toEqual(event);
    await expect(entries()).resolves.toEqual([
      expect.objectContaining({ event_id: event.id, status: 'DONE', attempts: 1, producer: 'surveys', envelope: null }),
    ]);
    expect(acks()).toEqual([{ eventId: event.id, consumer: CONSUMER, outcome: 'DONE' }]);
    await expect(effects()).resolves.toHaveLength(1);
  });

  it('does nothing on a second delivery but acknowledge again', async () => {
    const event = envelope();
    await host(effect);
    await deliver(event, 1);
    await acked(1);
    await deliver(event, 2);
    await acked(2);
    await expect(effects()).resolves.toHaveLength(1);
    expect((await entries())[0]).toMatchObject({ attempts: 1 });
  });

  it('lets one event take effect once although two hosts get it many times at the same moment', async () => {
    const events = Array.from({ length: 20 }, () => envelope());
    const slow: Handle = async (tx, event) => {
      await effect(tx, event);
      await sleep(50);
    };
    await host(slow);
    await host(slow);
    await Promise.all(events.flatMap((event) => [1, 2, 3].map((generation) => deliver(event, generation))));
    await acked(60, 20_000);
    await expect(effects()).resolves.toHaveLength(20);
    expect(acks().every((ack) => (ack as { outcome: string }).outcome === 'DONE')).toBe(true);
    expect(new Set((await entries()).map(({ status }) => status))).toEqual(new Set(['DONE']));
  });

  it('tries again with growing waits, and leaves nothing of what failed', async () => {
    const at: number[] = [];
    await host(async (tx, event) => {
      at.push(Date.now());
      await effect(tx, event);
      if (at.length < 4) throw new Error(`attempt ${at.length} fails`);
    });
    await deliver(envelope());
    await acked(1);
    await expect(effects()).resolves.toHaveLength(1);
    expect((await entries())[0]).toMatchObject({ status: 'DONE', attempts: 4, reason: 'Error: attempt 3 fails' });
    const waits = at.slice(1).map((moment, index) => moment - (at[index] ?? 0));
    [37, 75, 150].forEach((least, index) => expect(waits[index]).toBeGreaterThanOrEqual(least));
  });

  it('gives up after the last attempt: dead, with a reason that names no person, and the payload kept', async () => {
    const event = envelope();
    await host(
      async (tx) => void (await tx.query('INSERT INTO effect VALUES ($1, $2)', ['홍길동 hong@example.kr', CONSUMER])),
      { maxAttempts: 3 },
    );
    await deliver(event);
    await acked(1);
    const [entry] = await entries();
    expect(entry).toMatchObject({
      status: 'DEAD',
      attempts: 3,
      reason: 'QueryFailedError: 22P02: invalid input syntax for type uuid: "…"',
    });
    expect(JSON.parse(entry?.envelope ?? '')).toEqual(event);
    expect(acks()).toEqual([{ eventId: event.id, consumer: CONSUMER, outcome: 'DEAD' }]);
    expect(JSON.stringify(logger.lines)).not.toContain('홍길동');
  });

  it('does not try again what can never succeed', async () => {
    let calls = 0;
    await host(async () => {
      calls += 1;
      throw new PermanentFailure('The department has gone.');
    });
    await deliver(envelope());
    await acked(1);
    expect(calls).toBe(1);
    expect((await entries())[0]).toMatchObject({
      status: 'DEAD',
      attempts: 1,
      reason: 'PermanentFailure: The department has gone.',
    });
  });

  it.each([
    ['a payload that breaks its contract', envelope({ payload: { surveyId: 'x' } }), /^ZodError: .*surveyId/],
    [
      'an event for another consumer',
      envelope({ type: 'holiday.revoked.v1', payload: { date: '2026-01-01' } }),
      /not for/,
    ],
  ])('puts %s among the dead letters at once, and tells its producer', async (_name, event, reason) => {
    await host(effect);
    await deliver(event);
    await acked(1);
    const [entry] = await entries();
    expect(entry).toMatchObject({ event_id: event.id, status: 'DEAD', attempts: 0, producer: 'surveys' });
    expect(entry?.reason).toMatch(reason);
    expect(acks()).toEqual([{ eventId: event.id, consumer: CONSUMER, outcome: 'DEAD' }]);
    await expect(effects()).resolves.toEqual([]);
  });

  it.each([
    ['no object', { id: 'text', data: 'nonsense' }],
    ['nothing', { id: 'nothing', data: {} }],
    ['an unknown producer', { id: 'stranger', data: envelope({ producer: 'mallory' }) }],
  ])('keeps an envelope that is %s as one dead letter, however often it comes', async (_name, { id, data }) => {
    await host(effect);
    await queues.add(CONSUMER, [
      { id: `${id}-1`, data },
      { id: `${id}-2`, data },
    ]);
    await eventually(
      () => queues.counts(CONSUMER),
      ({ waiting, active, delayed }) => waiting + active + delayed === 0,
    );
    const [entry, ...more] = await entries();
    expect(more).toEqual([]);
    expect(entry?.status).toBe('DEAD');
    expect(JSON.parse(entry?.envelope ?? '')).toEqual(data);
    expect(queues.added.filter(({ queue }) => queue.endsWith('-acks'))).toEqual([]);
  });

  it('buries an event whose every attempt took its process with it', async () => {
    const event = envelope();
    await database.dataSource.query(
      `INSERT INTO inbox_entry (event_id, consumer, type, producer, status, attempts) VALUES ($1, $2, $3, 'surveys', 'PENDING', 8)`,
      [event.id, CONSUMER, event.type],
    );
    await host(effect);
    await deliver(event);
    await acked(1);
    expect((await entries())[0]).toMatchObject({ status: 'DEAD', attempts: 8 });
    await expect(effects()).resolves.toEqual([]);
  });

  it('acknowledges later when it cannot at once, without doing the work twice', async () => {
    let refused = 0;
    queues.refuse = (queue) =>
      queue === 'surveys-acks' ? ((refused += 1), Promise.reject(new Error('away'))) : undefined;
    await host(effect);
    await deliver(envelope());
    await eventually(
      async () => refused,
      (count) => count > 0,
    );
    queues.refuse = undefined;
    await acked(1);
    await expect(effects()).resolves.toHaveLength(1);
    expect((await entries())[0]).toMatchObject({ status: 'DONE', attempts: 1 });
  });

  it('never takes a swallowed database error for success', async () => {
    let calls = 0;
    await host(async (tx, event) => {
      calls += 1;
      if (calls === 1) await tx.query('SELECT 1 FROM no_such_table').catch(() => undefined);
      else await effect(tx, event);
    });
    await deliver(envelope());
    await acked(1);
    expect(calls).toBe(2);
    await expect(effects()).resolves.toHaveLength(1);
  });

  it('ends a handler that hangs, and what it writes afterwards does not count', async () => {
    let late: Promise<unknown> | undefined;
    let calls = 0;
    await host(
      async (tx, event) => {
        calls += 1;
        if (calls > 1) return effect(tx, event);
        await tx.query('SELECT 1');
        late = sleep(600)
          .then(() => effect(tx, event))
          .catch((error: unknown) => error);
        await late;
      },
      { handlerTimeoutMs: 300 },
    );
    await deliver(envelope());
    await acked(1);
    await expect(late).resolves.toBeInstanceOf(Error);
    await expect(effects()).resolves.toHaveLength(1);
    expect((await entries())[0]).toMatchObject({ status: 'DONE', attempts: 2 });
  });

  it('keeps its attempts while its database is away, and goes on after', async () => {
    const events = Array.from({ length: 10 }, () => envelope());
    await host(async (tx, event) => {
      await sleep(20);
      await effect(tx, event);
    });
    await Promise.all(events.map((event) => deliver(event)));
    await database.dataSource.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await eventually(effects, (all) => all.length === 10, 20_000);
    await eventually(entries, (all) => all.every(({ status }) => status === 'DONE'), 20_000);
    await expect(effects()).resolves.toHaveLength(10);
  });

  it('lets its handlers end when it stops', async () => {
    let started = false;
    const stopping = await host(async (tx, event) => {
      started = true;
      await sleep(400);
      await effect(tx, event);
    });
    await deliver(envelope());
    await eventually(
      async () => started,
      (yes) => yes,
    );
    await stopping.stop(3_000);
    await expect(effects()).resolves.toHaveLength(1);
    expect(acks()).toHaveLength(1);
  });

  it('refuses handlers that are not its service’s, or two for one consumer', () => {
    const { dataSource } = database;
    const make = (service: 'surveys' | 'notices', count: number) => () =>
      new ConsumerHost({
        dataSource,
        service,
        queues,
        logger,
        handlers: Array.from({ length: count }, () => ({ consumer: CONSUMER, handle: effect })),
      });
    expect(make('surveys', 1)).toThrow('notices-inbox is no consumer of surveys.');
    expect(make('notices', 2)).toThrow('Two handlers');
  });

  it('hands every event of its contract to the handler', async () => {
    const seen: string[] = [];
    await host(async (_tx, event) => void seen.push(event.type));
    await deliver(envelope({ ...overdue(), producer: 'complaints' }));
    await deliver(envelope());
    await eventually(
      async () => seen.sort().join(),
      (types) => types === 'complaint.overdue.v1,survey.invited.v1',
    );
  });
});
