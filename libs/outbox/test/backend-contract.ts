import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@charter/testkit';
import { createQueueBackend, type QueueBackend, type QueueConfig, type QueueJob } from '../src';
import { Proxy } from './proxy';

/** What the contract needs to know of a store beyond its backend. */
export interface StoreUnderTest {
  readonly kind: QueueBackend['kind'];
  readonly url: string;
  config(url: string, prefix: string): QueueConfig;
  /** FLUSHDB, or the queue's schema dropped. */
  empty(): Promise<void>;
  /** Ends every connection to it but the one that says so. */
  cutConnections(): Promise<void>;
  dispose(): Promise<void>;
}

const PREFIX = 'contract_queue';
let names = 0;

/** One contract, whatever the store: what the relay and the consumer host rely on. */
export function itKeepsTheContract(open: () => Promise<StoreUnderTest>): void {
  let store: StoreUnderTest;
  let backend: QueueBackend;
  let queue: string;

  beforeAll(async () => {
    store = await open();
    backend = createQueueBackend(store.config(store.url, PREFIX));
  });
  beforeEach(() => void (queue = `contract-${(names += 1)}`));
  afterAll(async () => {
    await backend.close();
    await store.dispose();
  });

  async function collect(answer?: (job: QueueJob, turn: number) => Promise<{ retryAfterMs: number } | void>) {
    const taken: QueueJob[] = [];
    const consumer = await backend.consume(
      queue,
      async (job) => {
        taken.push(job);
        return answer?.(job, taken.filter(({ id }) => id === job.id).length);
      },
      { concurrency: 3 },
    );
    return { taken, consumer };
  }

  const emptied = (name = queue) =>
    eventually(
      () => backend.counts(name),
      ({ waiting, active, delayed }) => waiting + active + delayed === 0,
    );

  it('says what it is, and answers a ping', async () => {
    expect(backend.kind).toBe(store.kind);
    await backend.ping();
  });

  it('delivers every job once, with its data as it was', async () => {
    const data = { 민원: '가로등', nested: [{ at: null, n: 1.5 }], text: 'a "b" \\ c' };
    const { taken, consumer } = await collect();
    await backend.add(
      queue,
      Array.from({ length: 120 }, (_, n) => ({ id: `job-${n}`, data: { ...data, n } })),
    );
    await emptied();
    expect(new Set(taken.map(({ id }) => id)).size).toBe(120);
    expect(taken).toHaveLength(120);
    expect(taken.find(({ id }) => id === 'job-7')?.data).toEqual({ ...data, n: 7 });
    await consumer.close(1_000);
  });

  it('keeps one job for one id as long as it holds it, and takes the id again afterwards', async () => {
    await backend.add(queue, [{ id: 'one', data: 1 }]);
    await backend.add(queue, [
      { id: 'one', data: 2 },
      { id: 'other', data: 3 },
    ]);
    const { taken, consumer } = await collect();
    await emptied();
    expect(taken.map(({ data }) => data)).toEqual([1, 3]);
    await backend.add(queue, [{ id: 'one', data: 4 }]);
    await eventually(
      async () => taken.map(({ data }) => data),
      (seen) => seen.includes(4),
    );
    await consumer.close(1_000);
  });

  it('refuses ids that BullMQ cannot keep', async () => {
    await expect(backend.add(queue, [{ id: 'a:b', data: 1 }])).rejects.toThrow();
    await expect(backend.add(queue, [{ id: '17', data: 1 }])).rejects.toThrow();
  });

  it('works on no more jobs at once than it was told, and shares them between consumers', async () => {
    const running = { first: 0, second: 0 };
    const most = { first: 0, second: 0 };
    const done = { first: 0, second: 0 };
    const at = (who: 'first' | 'second') => async () => {
      most[who] = Math.max(most[who], (running[who] += 1));
      await sleep(30);
      running[who] -= 1;
      done[who] += 1;
    };
    const consumers = [
      await backend.consume(queue, at('first'), { concurrency: 2 }),
      await backend.consume(queue, at('second'), { concurrency: 2 }),
    ];
    await backend.add(
      queue,
      Array.from({ length: 40 }, (_, n) => ({ id: `job-${n}`, data: n })),
    );
    await emptied();
    expect(done.first + done.second).toBe(40);
    expect(Math.min(done.first, done.second)).toBeGreaterThan(0);
    expect(most).toEqual({ first: 2, second: 2 });
    await Promise.all(consumers.map((consumer) => consumer.close(1_000)));
  });

  it('brings a job again when the handler asks for it, not before, and as often as it asks', async () => {
    const at: number[] = [];
    const { consumer } = await collect(async (_job, turn) => {
      at.push(Date.now());
      return turn < 4 ? { retryAfterMs: 200 } : undefined;
    });
    await backend.add(queue, [{ id: 'again', data: 1 }]);
    await eventually(
      async () => at.length,
      (count) => count === 4,
    );
    await emptied();
    const waits = at.slice(1).map((moment, index) => moment - (at[index] ?? 0));
    for (const wait of waits) expect(wait).toBeGreaterThanOrEqual(195);
    await consumer.close(1_000);
  });

  it('brings a job again when its handler throws: a fault loses nothing', async () => {
    const { taken, consumer } = await collect(async (_job, turn) => {
      if (turn === 1) throw new Error('the first time fails');
    });
    await backend.add(queue, [{ id: 'faulty', data: 1 }]);
    await eventually(
      async () => taken.length,
      (count) => count === 2,
    );
    await emptied();
    expect((await backend.counts(queue)).failed).toBe(0);
    await consumer.close(1_000);
  });

  it('tells which jobs it holds: waiting, being worked on and delayed ones, not finished ones', async () => {
    const ids = ['now', 'later', 'done', 'never'];
    const held = () => backend.held(queue, ids);
    await backend.add(
      queue,
      ids.slice(0, 3).map((id) => ({ id, data: id })),
    );
    await expect(held()).resolves.toEqual(new Set(['now', 'later', 'done']));
    let release = () => undefined as void;
    const released = new Promise<void>((resolve) => (release = resolve));
    const { consumer } = await collect(async (job) => {
      if (job.id === 'now') await released;
      return job.id === 'later' ? { retryAfterMs: 60_000 } : undefined;
    });
    await eventually(held, (found) => found.size === 2);
    await expect(held()).resolves.toEqual(new Set(['now', 'later']));
    await expect(backend.counts(queue)).resolves.toMatchObject({ waiting: 0, active: 1, delayed: 1 });
    release();
    await eventually(held, (found) => found.size === 1);
    await consumer.close(1_000);
  });

  it('counts what waits and since when', async () => {
    await expect(backend.counts(queue)).resolves.toEqual({
      waiting: 0,
      active: 0,
      delayed: 0,
      failed: 0,
      oldestAt: null,
    });
    const before = Date.now();
    await backend.add(queue, [{ id: 'old', data: 1 }]);
    await sleep(500);
    await backend.add(queue, [{ id: 'new', data: 2 }]);
    const counts = await backend.counts(queue);
    expect(counts).toMatchObject({ waiting: 2, active: 0 });
    expect(counts.oldestAt?.getTime()).toBeGreaterThanOrEqual(before - 1);
    expect(counts.oldestAt?.getTime()).toBeLessThan(before + 450);
  });

  it('gives nothing out while it is paused, and goes on after', async () => {
    const { taken, consumer } = await collect();
    await expect(backend.isPaused(queue)).resolves.toBe(false);
    await backend.pause(queue);
    await expect(backend.isPaused(queue)).resolves.toBe(true);
    await backend.add(queue, [{ id: 'patient', data: 1 }]);
    await sleep(300);
    expect(taken).toEqual([]);
    const { waiting, oldestAt } = await backend.counts(queue);
    expect({ waiting, known: oldestAt instanceof Date }).toEqual({ waiting: 1, known: true });
    await backend.resume(queue);
    await emptied();
    expect(taken).toHaveLength(1);
    await consumer.close(1_000);
  });

  it('keeps name spaces apart', async () => {
    const other = createQueueBackend(store.config(store.url, 'other_queue'));
    await other.add(queue, [{ id: 'theirs', data: 1 }]);
    await expect(backend.counts(queue)).resolves.toMatchObject({ waiting: 0 });
    await expect(other.counts(queue)).resolves.toMatchObject({ waiting: 1 });
    await other.close();
  });

  it('closes in time although a handler hangs, and another consumer takes its job', async () => {
    const never = new Promise<void>(() => undefined);
    const hanging = createQueueBackend(store.config(store.url, PREFIX));
    let hung = 0;
    const consumer = await hanging.consume(queue, () => ((hung += 1), never), { concurrency: 1 });
    await backend.add(queue, [{ id: 'taken-over', data: 1 }]);
    await eventually(
      async () => hung,
      (count) => count === 1,
    );
    const before = Date.now();
    await consumer.close(300);
    expect(Date.now() - before).toBeLessThan(2_500);
    await hanging.close();
    const { taken, consumer: heir } = await collect();
    await eventually(
      async () => taken.map(({ id }) => id),
      (ids) => ids.includes('taken-over'),
      20_000,
    );
    await heir.close(1_000);
  });

  it('goes on after it was emptied, with the same consumer and the same producer', async () => {
    const { taken, consumer } = await collect();
    await backend.add(queue, [{ id: 'before', data: 1 }]);
    await emptied();
    await store.empty();
    const bystander = createQueueBackend(store.config(store.url, PREFIX));
    await Promise.all([
      backend.add(queue, [{ id: 'after', data: 2 }]),
      bystander.add(queue, [{ id: 'after-too', data: 3 }]),
    ]);
    await eventually(
      async () => taken.map(({ id }) => id).sort(),
      (ids) => ids.join() === 'after,after-too,before',
      15_000,
    );
    await Promise.all([bystander.close(), consumer.close(1_000)]);
  });

  it('goes on after all its connections were cut', async () => {
    const { taken, consumer } = await collect();
    await backend.add(queue, [{ id: 'before', data: 1 }]);
    await emptied();
    await store.cutConnections();
    await eventually(
      () => backend.add(queue, [{ id: 'after', data: 2 }]).then(() => 'added', String),
      (answer) => answer === 'added',
    );
    await eventually(
      async () => taken.map(({ id }) => id),
      (ids) => ids.includes('after'),
    );
    await consumer.close(1_000);
  });

  it('fails within seconds while its server is away, and works when it is there, without being built again', async () => {
    const proxy = new Proxy(new URL(store.url));
    await proxy.open();
    await proxy.shut();
    const lines: string[] = [];
    const say = (_details: object, message: string) => void lines.push(message);
    const logger = { debug: say, info: say, warn: say, error: say };
    const away = createQueueBackend({ ...store.config(proxy.url, PREFIX), logger });
    const bounded = async (work: Promise<unknown>) => {
      const before = Date.now();
      await expect(work).rejects.toThrow();
      expect(Date.now() - before).toBeLessThan(5_000);
    };
    await Promise.all([bounded(away.ping()), bounded(away.add(queue, [{ id: 'lost', data: 1 }]))]);
    const taken: string[] = [];
    const consumer = await away.consume(queue, async ({ id }) => void taken.push(id), { concurrency: 1 });
    expect(lines).toContain('The queue is in trouble.');
    expect(lines.length).toBeLessThan(40);
    await proxy.open();
    await eventually(
      () => away.add(queue, [{ id: 'found', data: 1 }]).then(() => 'added', String),
      (answer) => answer === 'added',
    );
    await eventually(
      async () => taken,
      (ids) => ids.includes('found'),
      15_000,
    );
    await proxy.shut();
    const before = Date.now();
    await consumer.close(500);
    await away.close();
    expect(Date.now() - before).toBeLessThan(6_000);
  });
}
