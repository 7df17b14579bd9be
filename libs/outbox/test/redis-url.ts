import type Redis from 'ioredis';

/** One of the numbered databases of the test run's Redis: emptying it disturbs no other suite. */
export function redisUrl(database: number): string | undefined {
  if (!process.env.TEST_REDIS_URL) return undefined;
  const url = new URL(process.env.TEST_REDIS_URL);
  url.pathname = `/${database}`;
  return url.toString();
}

/** Ends every other connection to the same numbered database: those of suites that run at the same time stay. */
export async function cutConnections(redis: Redis): Promise<void> {
  const clients = String(await redis.call('CLIENT', 'LIST', 'TYPE', 'normal')).split('\n');
  const own = new RegExp(`^id=(\\d+) .* db=${redis.options.db ?? 0} `);
  const self = String(await redis.call('CLIENT', 'ID'));
  const ids = clients.flatMap((line) => own.exec(line)?.[1] ?? []).filter((id) => id !== self);
  if (ids.length === 0) throw new Error('Nobody is connected: there is nothing to cut.');
  for (const id of ids) await redis.call('CLIENT', 'KILL', 'ID', id);
}
