/** One of the numbered databases of the test run's Redis: emptying it disturbs no other suite. */
export function redisUrl(database: number): string | undefined {
  if (!process.env.TEST_REDIS_URL) return undefined;
  const url = new URL(process.env.TEST_REDIS_URL);
  url.pathname = `/${database}`;
  return url.toString();
}
