import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { eventually } from '@charter/testkit';
import { expectExactlyOnce } from '../src/exactly-once';
import { RunningStack } from '../src/running-stack';
import { answer, registerLate, sevenDayService, stranger } from '../src/story';

jest.setTimeout(200_000);

const BATCH = 8;

/** Registers and answers late complaints, and does something bad in the middle. @returns their ids */
async function workThrough(stack: RunningStack, service: string, bad: () => Promise<void> | void): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < BATCH; n += 1) {
    if (n === BATCH / 2) await bad();
    ids.push(await patiently(() => registerLate(stack, service, { petitioner: stranger() })));
  }
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
  for (const id of ids) await patiently(() => answer(stack, id));
  return ids;
}

/** As a client does while the platform recovers: asks again. Each try is refused whole or done whole. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 60; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
      await sleep(500);
    }
  }
}

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
      await expectExactlyOnce(stack, ids);
    },
  );

  it('loses nothing and doubles nothing when the queue is dropped', async () => {
    const ids = await workThrough(stack, service, async () => {
      const schemas = await stack.sql<{ name: string }>(
        'queue',
        `SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema|public$)'`,
      );
      expect(schemas.length).toBeGreaterThan(0);
      for (const { name } of schemas) await stack.sql('queue', `DROP SCHEMA "${name}" CASCADE`);
    });
    await expectExactlyOnce(stack, ids);
  });

  it('loses nothing and doubles nothing when the mail server is away', async () => {
    const ids = await workThrough(stack, service, async () => {
      stack.signal('mail', 'SIGKILL');
    });
    await expectExactlyOnce(stack, ids);
  });

  it('loses nothing and doubles nothing when PostgreSQL is restarted', async () => {
    const ids = await workThrough(stack, service, async () => {
      const before = await stack.sql<{ at: Date }>('postgres', 'SELECT pg_postmaster_start_time() AS at');
      stack.signal('postgres', 'SIGKILL');
      await patiently(async () => {
        const after = await stack.sql<{ at: Date }>('postgres', 'SELECT pg_postmaster_start_time() AS at');
        if (after[0]!.at.getTime() === before[0]!.at.getTime()) throw new Error('PostgreSQL runs on.');
      });
    });
    await expectExactlyOnce(stack, ids);
  });
});

const redisThere = spawnSync('redis-server', ['--version']).status === 0;
(redisThere ? describe : describe.skip)('bad days, with the queue on Redis (needs redis-server)', () => {
  let stack: RunningStack;
  let redis: ChildProcess;
  let folder: string;
  let url: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'charter-e2e-redis-'));
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    url = `redis://127.0.0.1:${port}`;
    redis = spawn(
      'redis-server',
      [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--dir',
        folder,
        '--save',
        '',
        '--maxmemory-policy',
        'noeviction',
      ],
      { stdio: 'ignore' },
    );
    stack = await RunningStack.start({ REDIS_URL: url });
  }, 200_000);
  afterAll(async () => {
    await stack?.stop();
    const ended = once(redis, 'exit');
    redis.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('loses nothing and doubles nothing when everything in Redis is deleted', async () => {
    const ids = await workThrough(stack, await sevenDayService(stack), async () => {
      const client = new Redis(url);
      await client.flushall();
      await client.quit();
    });
    await expectExactlyOnce(stack, ids);
  });
});
