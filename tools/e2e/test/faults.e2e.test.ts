import { randomBytes, randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { TraceCollector, eventually } from '@charter/testkit';
import { expectExactlyOnce } from '../src/exactly-once';
import { patiently } from '../src/patiently';
import { RedisServer, redisThere } from '../src/redis-server';
import { RunningStack } from '../src/running-stack';
import { answer, registerLate, sevenDayService, stranger } from '../src/story';
import { END_OF_A_FILING, WAY_OF_A_FILING, filesTraced } from '../src/traced-filing';
import { told, toldTooMuch, wholeTrace } from '../src/whole-way';

jest.setTimeout(240_000);

const BATCH = 20;

/** Something bad, in the middle of the registrations and again in the middle of the answers. */
type Strike = (during: 'registrations' | 'answers') => Promise<void>;

/** Does the work one by one; halfway the strike falls while it goes on. */
async function halfway(strike: () => Promise<void>, work: (n: number) => Promise<void>): Promise<void> {
  const some = async (from: number, to: number) => {
    for (let n = from; n < to; n += 1) await work(n);
  };
  await some(0, BATCH / 2);
  await Promise.all([strike(), some(BATCH / 2, BATCH)]);
}

/** Registers and answers late complaints while bad things happen. @returns their ids */
async function workThrough(stack: RunningStack, service: string, strike: Strike): Promise<string[]> {
  const ids: string[] = [];
  const title = `시험 ${randomUUID()}`;
  await halfway(
    () => strike('registrations'),
    async () => {
      const input = { title, petitioner: stranger(), idempotencyKey: randomUUID() };
      ids.push(await patiently(() => registerLate(stack, service, input)));
    },
  );
  // Late is told only while it is true: the answers come after every claim is open.
  await eventually(
    () =>
      stack.sql<{ count: string }>(
        'compensation',
        'SELECT count(*) FROM compensation_claim WHERE complaint_id = ANY($1)',
        [ids],
      ),
    ([row]) => Number(row!.count) >= ids.length,
    120_000,
  );
  await halfway(
    () => strike('answers'),
    (n) => patiently(() => answer(stack, ids[n]!)),
  );
  const taken = await stack.sql<{ id: string }>('complaints', 'SELECT id FROM complaint WHERE title = $1', [title]);
  expect(taken.map(({ id }) => id).sort()).toEqual([...ids].sort());
  return ids;
}

const startedAt = async (stack: RunningStack): Promise<number> => {
  const [row] = await stack.sql<{ at: Date }>('postgres', 'SELECT pg_postmaster_start_time() AS at');
  return row!.at.getTime();
};

describe('bad days, with the queue on PostgreSQL', () => {
  let stack: RunningStack;
  let service: string;
  beforeAll(async () => {
    stack = await RunningStack.start();
    service = await sevenDayService(stack);
  }, 200_000);
  afterAll(() => stack?.stop());

  it.each(['complaints-worker', 'compensation-worker', 'surveys-worker', 'notices-worker'])(
    'loses nothing and doubles nothing when %s is killed in the middle',
    async (worker) => {
      const ids = await workThrough(stack, service, () => stack.signal(worker, 'SIGKILL'));
      await expectExactlyOnce(stack, ids, { mayRepeat: worker === 'notices-worker' });
    },
  );

  it('loses nothing and doubles nothing when the queue is dropped', async () => {
    const ids = await workThrough(stack, service, async () => {
      const schemas = await stack.sql<{ name: string }>(
        'queue',
        `SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema|public$)'`,
      );
      expect(schemas.length).toBeGreaterThan(0);
      // Tried again: whoever works with the queue at this moment may lock it the other way round.
      for (const { name } of schemas) await patiently(() => stack.sql('queue', `DROP SCHEMA "${name}" CASCADE`));
    });
    await expectExactlyOnce(stack, ids);
  });

  it('loses nothing and doubles nothing when the mail server hangs, and then dies', async () => {
    const ids = await workThrough(stack, service, async (during) => {
      if (during === 'registrations') return stack.signal('mail', 'SIGSTOP');
      // Letters of lateness lose their reason while the channel rests. They come first, and what goes out has to get past them.
      await eventually(
        () => stack.sql<{ rests: number }>('notices', `SELECT rests FROM channel_lane WHERE channel = 'EMAIL'`),
        ([lane]) => lane!.rests >= 2,
        120_000,
      );
      await stack.sql(
        'notices',
        `UPDATE notice SET next_attempt_at = now() - interval '1 hour', attempts = 0
         WHERE channel = 'EMAIL' AND state = 'PENDING' AND event_type = 'complaint.overdue.v1'`,
      );
      await stack.signal('mail', 'SIGKILL');
    });
    await expectExactlyOnce(stack, ids, { mayRepeat: true });
  });

  it('loses nothing and doubles nothing when PostgreSQL is restarted, and when it crashes', async () => {
    const ids = await workThrough(stack, service, async (during) => {
      const before = await startedAt(stack);
      // Without its keeper it is shut down in an orderly way and started anew; killed itself, it recovers from its log.
      if (during === 'registrations') await stack.signal('postgres', 'SIGKILL');
      else process.kill(stack.postmaster, 'SIGKILL');
      await patiently(async () => {
        if ((await startedAt(stack)) === before) throw new Error('PostgreSQL runs on.');
      });
    });
    await expectExactlyOnce(stack, ids, { mayRepeat: true });
  });
});

(redisThere ? describe : describe.skip)('bad days, with the queue on Redis (needs redis-server)', () => {
  let stack: RunningStack;
  let redis: RedisServer;
  const collector = new TraceCollector();
  beforeAll(async () => {
    await collector.start();
    redis = await RedisServer.start();
    stack = await RunningStack.start({
      REDIS_URL: redis.url,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      // None but what a client has begun.
      ...{ OTEL_TRACES_SAMPLER_ARG: '0', TRACES_FROM_CLIENTS: 'true' },
    });
  }, 200_000);
  afterAll(async () => {
    await stack?.stop();
    await Promise.all([redis?.stop(), collector.stop()]);
  });

  it('goes on a client’s trace where that is set, through Redis to the last worker, and keeps no other', async () => {
    const [requestId, traceId, spanId] = [`e2e-${randomUUID()}`, randomBytes(16).toString('hex'), 'b7ad6b7169203331'];
    const secrets = await filesTraced(stack, requestId, `00-${traceId}-${spanId}-01`);
    const { trace, way } = await wholeTrace(collector, requestId, END_OF_A_FILING, spanId);
    expect(told(way, stack)).toEqual(WAY_OF_A_FILING);
    expect([...new Set(collector.spans.map((span) => span.traceId))]).toEqual([traceId]);
    expect(way[0]!.parentSpanId).toBe(spanId);
    expect(toldTooMuch(trace, secrets)).toEqual([]);
  });

  it('loses nothing and doubles nothing when everything in Redis is deleted', async () => {
    const ids = await workThrough(stack, await sevenDayService(stack), async () => {
      const client = new Redis(redis.url);
      expect(await client.dbsize()).toBeGreaterThan(0);
      await client.flushall();
      await client.quit();
    });
    await expectExactlyOnce(stack, ids);
  });
});
