import { setTimeout as sleep } from 'node:timers/promises';
import { parseEvent } from '@charter/contracts';
import { createTestDatabase, eventually, type TestDatabase } from '@charter/testkit';
import { DataSource } from 'typeorm';
import { appendEvents, Relay, type RelayDependencies } from '../src';
import { dropQueueSchema, overdue, invited, outboxSchema, recorder } from './outbox-database';
import { watchedQueue, type WatchedQueue } from './queue-double';

const NEVER = 3_600_000;

interface Delivery {
  event_id: string;
  consumer: string;
  generation: number;
  published_at: Date | null;
  confirmed_at: Date | null;
  outcome: string | null;
  wait: number;
}

describe('the relay', () => {
  let database: TestDatabase;
  let queues: WatchedQueue;
  let relays: Relay[];

  beforeEach(async () => {
    database = await createTestDatabase(outboxSchema);
    queues = watchedQueue(database.url);
    relays = [];
  });
  afterEach(async () => {
    await Promise.all(relays.map((relay) => relay.stop(1_000)));
    await queues.close();
    await database.drop();
  });

  function relay(settings: Partial<RelayDependencies> = {}): Relay {
    const made = new Relay({
      dataSource: database.dataSource,
      service: 'surveys',
      queues,
      logger: recorder(),
      pollMs: NEVER,
      resendAfterMs: NEVER,
      ...settings,
    });
    relays.push(made);
    return made;
  }

  const append = (...drafts: Parameters<typeof appendEvents>[2]) =>
    database.dataSource.transaction((tx) => appendEvents(tx, 'surveys', drafts));

  const deliveries = (): Promise<Delivery[]> =>
    database.dataSource.query(
      `SELECT *, extract(epoch FROM next_send_at - now())::float8 * 1000 AS wait FROM outbox_delivery ORDER BY consumer`,
    );

  const sent = (count: number, timeoutMs = 5_000) =>
    eventually(
      async () => queues.added,
      (added) => added.length >= count,
      timeoutMs,
    );

  it('puts each event into its consumers’ queues, as an envelope that keeps the contract', async () => {
    const draft = { ...overdue(), occurredAt: new Date('2026-11-23T01:00:00Z') };
    const [id] = await append(draft);
    await expect(relay().runOnce()).resolves.toBe(2);
    expect(queues.added.map(({ queue, job }) => `${queue} ${job.id}`).sort()).toEqual([
      `compensation-claims evt-${id}-compensation-claims-1`,
      `notices-inbox evt-${id}-notices-inbox-1`,
    ]);
    expect(parseEvent(queues.added[0]?.job.data)).toEqual({
      id,
      type: draft.type,
      producer: 'surveys',
      occurredAt: '2026-11-23T01:00:00.000Z',
      payload: draft.payload,
    });
    await expect(relay().runOnce()).resolves.toBe(0);
  });

  it('is woken by the commit', async () => {
    await relay().start();
    await sleep(300);
    await append(invited());
    await sent(1, 1_000);
  });

  it('is woken again after its listening connection was lost', async () => {
    await relay().start();
    await sleep(300);
    const [{ count }] = await database.dataSource.query(
      `SELECT count(pg_terminate_backend(pid))::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'charter-outbox-listen'`,
    );
    expect(count).toBe(1);
    await append(invited());
    await sent(1);
    await append(invited());
    await sent(2, 1_000);
  });

  it('finds by time what no notification told of', async () => {
    await relay({ pollMs: 100 }).start();
    await sleep(300);
    await database.dataSource.query('SELECT 1');
    await database.dataSource.query(
      `WITH event AS (
         INSERT INTO outbox_event (id, type, producer, payload, occurred_at)
         VALUES (gen_random_uuid(), 'survey.invited.v1', 'surveys', '{}', now()) RETURNING id
       ) INSERT INTO outbox_delivery (event_id, consumer) SELECT id, 'notices-inbox' FROM event`,
    );
    await sent(1, 1_000);
  });

  it('loses nothing when publishing fails', async () => {
    await append(invited(), invited());
    queues.refuse = () => Promise.reject(new Error('the queue is away'));
    await expect(relay().runOnce()).rejects.toThrow('the queue is away');
    for (const { generation, wait } of await deliveries()) {
      expect(generation).toBe(0);
      expect(wait).toBeLessThanOrEqual(0);
    }
    queues.refuse = undefined;
    await expect(relay().runOnce()).resolves.toBe(2);
  });

  it('goes on by itself when the queue is back, without hammering it meanwhile', async () => {
    let refused = 0;
    queues.refuse = () => ((refused += 1), Promise.reject(new Error('the queue is away')));
    await relay({ pollMs: 200 }).start();
    await append(invited());
    for (let round = 0; round < 20; round += 1) await append(invited()).then(() => sleep(20));
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(8);
    queues.refuse = undefined;
    await sent(21);
  });

  it('lets one queue that fails hold up no other', async () => {
    await append(overdue());
    queues.refuse = (queue) => (queue === 'notices-inbox' ? Promise.reject(new Error('away')) : undefined);
    await expect(relay({ pollMs: 1_000 }).runOnce()).resolves.toBe(1);
    const [claims, notices] = await deliveries();
    expect(notices).toMatchObject({ consumer: 'notices-inbox', generation: 0, published_at: null });
    expect(notices?.wait).toBeLessThan(1_300);
    expect(claims).toMatchObject({ generation: 1, published_at: expect.any(Date) });
  });

  it('sends again what was taken and not confirmed, each time later and under a new id', async () => {
    const [id] = await append(invited());
    const consumer = await queues.consume('notices-inbox', async () => undefined, { concurrency: 1 });
    const impatient = relay({ resendAfterMs: 400 });
    const waits: number[] = [];
    for (let generation = 1; generation <= 3; generation += 1) {
      await eventually(
        () => impatient.runOnce(),
        (count) => count === 1,
      );
      waits.push((await deliveries())[0]?.wait ?? 0);
      await eventually(
        () => queues.held('notices-inbox', [`evt-${id}-notices-inbox-${generation}`]),
        (held) => held.size === 0,
      );
    }
    expect(queues.added.map(({ job }) => job.id)).toEqual([1, 2, 3].map((n) => `evt-${id}-notices-inbox-${n}`));
    const within = [
      [200, 500],
      [500, 1_000],
      [1_000, 2_000],
    ] as const;
    waits.forEach((wait, index) => {
      expect(wait).toBeGreaterThan(within[index]?.[0] ?? 0);
      expect(wait).toBeLessThanOrEqual(within[index]?.[1] ?? 0);
    });
    await consumer.close(1_000);
  });

  it('does not send again what the queue still holds: a consumer that is behind is not helped by copies', async () => {
    await append(invited());
    const impatient = relay({ resendAfterMs: 50 });
    await impatient.runOnce();
    await sleep(100);
    await expect(impatient.runOnce()).resolves.toBe(0);
    const [delivery] = await deliveries();
    expect(delivery?.generation).toBe(1);
    expect(delivery?.wait).toBeGreaterThan(0);
    await expect(queues.counts('notices-inbox')).resolves.toMatchObject({ waiting: 1 });
  });

  it('sends again what an emptied queue has lost', async () => {
    const ids = await append(...Array.from({ length: 30 }, invited));
    const impatient = relay({ resendAfterMs: 50 });
    await impatient.runOnce();
    await dropQueueSchema(database.dataSource);
    await sleep(100);
    await expect(impatient.runOnce()).resolves.toBe(30);
    const held = await queues.held(
      'notices-inbox',
      ids.map((id) => `evt-${id}-notices-inbox-2`),
    );
    expect(held.size).toBe(30);
  });

  it('hears acknowledgements, twice too, and sends the event no more', async () => {
    const [id] = await append(invited());
    await relay({ resendAfterMs: 50 }).start();
    await sent(1);
    const tell = (outcome: string, n: number) =>
      queues.add('surveys-acks', [{ id: `ack-${n}`, data: [{ eventId: id, consumer: 'notices-inbox', outcome }] }]);
    const settled = (outcome: string) =>
      eventually(deliveries, ([delivery]) => delivery?.outcome === outcome && delivery.confirmed_at !== null);
    await tell('DEAD', 1);
    const [first] = await settled('DEAD');
    await tell('DONE', 2);
    await settled('DONE');
    await tell('DEAD', 3);
    await tell('DONE', 4);
    await eventually(
      () => queues.counts('surveys-acks'),
      ({ waiting, active }) => waiting + active === 0,
    );
    const [last] = await deliveries();
    expect(last).toMatchObject({ outcome: 'DONE', confirmed_at: first?.confirmed_at, generation: 1 });
  });

  it('drops an acknowledgement that is none, and says so', async () => {
    const logger = recorder();
    await relay({ logger }).start();
    await queues.add('surveys-acks', [{ id: 'odd', data: { eventId: "'; DROP TABLE outbox_event", outcome: 'DONE' } }]);
    await eventually(
      async () => logger.lines,
      (lines) => lines.some(({ level, message }) => level === 'error' && message.includes('dropped')),
    );
    await expect(queues.counts('surveys-acks')).resolves.toMatchObject({ waiting: 0, delayed: 0, failed: 0 });
  });

  it('shares the work with other relays: each delivery is sent by one of them', async () => {
    await append(...Array.from({ length: 350 }, invited));
    const other = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    const three = [relay(), relay({ dataSource: other }), relay()];
    let total = 0;
    for (let sentNow = -1; sentNow !== 0; total += sentNow)
      sentNow = (await Promise.all(three.map((one) => one.runOnce()))).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(350);
    expect(queues.added).toHaveLength(350);
    expect(new Set(queues.added.map(({ job }) => job.id)).size).toBe(350);
    await other.destroy();
  });

  it('stops in time although the queue hangs, and the batch stays due', async () => {
    await append(invited());
    let called = false;
    queues.refuse = () => ((called = true), sleep(3_000));
    const stuck = relay();
    await stuck.start();
    await eventually(
      async () => called,
      (yes) => yes,
    );
    const before = Date.now();
    await stuck.stop(300);
    expect(Date.now() - before).toBeLessThan(2_000);
    expect((await deliveries())[0]).toMatchObject({ generation: 0 });
    await sleep(3_000 - (Date.now() - before));
  });
});
