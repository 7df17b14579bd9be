import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks until the answer satisfies, for things that happen in another process.
 * @param timeoutMs the bound, in milliseconds
 * @throws with the last answer when the time is up
 */
export async function eventually<T>(
  ask: () => Promise<T>,
  satisfies: (answer: T) => boolean,
  timeoutMs = 10_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`Still not so after ${timeoutMs} ms: ${JSON.stringify(answer)?.slice(0, 2_000)}`);
    await sleep(50);
  }
}
