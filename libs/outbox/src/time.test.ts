import { setTimeout as sleep } from 'node:timers/promises';
import { growing, limited, within } from './time';

describe('time limits', () => {
  it('tells work that ended from work that did not', async () => {
    await expect(within(1_000, Promise.resolve())).resolves.toBe(true);
    await expect(within(10, sleep(200))).resolves.toBe(false);
  });

  it('passes a failure through and names what took too long', async () => {
    await expect(within(1_000, Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(limited(10, 'Adding jobs', sleep(200))).rejects.toThrow('Adding jobs took longer than 10 ms.');
    await expect(limited(1_000, 'Adding jobs', Promise.resolve(7))).resolves.toBe(7);
  });

  it('doubles up to a cap, within a quarter either way', () => {
    for (const [turn, full] of [
      [1, 1_000],
      [2, 2_000],
      [4, 8_000],
      [50, 60_000],
    ] as const) {
      for (let round = 0; round < 50; round += 1) {
        const wait = growing(1_000, turn, 60_000);
        expect(wait).toBeGreaterThanOrEqual(full * 0.75);
        expect(wait).toBeLessThanOrEqual(full * 1.25);
      }
    }
  });
});
