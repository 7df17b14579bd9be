import { setTimeout as sleep } from 'node:timers/promises';

/** As a client does while the platform recovers: asks again. What is asked must bear it. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 60; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
      await sleep(500);
    }
  }
}
