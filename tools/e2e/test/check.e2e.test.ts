import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { RedisServer, redisThere } from '../src/redis-server';
import { REPOSITORY, environment } from '../src/running-stack';

jest.setTimeout(200_000);

/** Runs `npm start -- --check` as a user does. @returns its exit code and what it said */
async function check(variables: Readonly<Record<string, string>> = {}): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['tools/stack/bin/start.mjs', '--check'], {
    cwd: REPOSITORY,
    env: environment(variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream!.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const limit = setTimeout(() => child.kill('SIGTERM'), 180_000);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(limit);
  return { code, said };
}

it('the stack passes its own check, with nothing but itself', async () => {
  const { code, said } = await check();
  expect(said).toContain('queue on PostgreSQL');
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('All of it holds.') });
});

(redisThere ? it : it.skip)('the stack passes its own check on Redis (needs redis-server)', async () => {
  const redis = await RedisServer.start();
  try {
    const { code, said } = await check({ REDIS_URL: redis.url });
    expect(said).toContain('queue on Redis');
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('All of it holds.') });
  } finally {
    await redis.stop();
  }
});
