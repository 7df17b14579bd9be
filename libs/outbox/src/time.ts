import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits for work, but not for ever.
 * @param ms the bound, in milliseconds
 * @returns whether the work was done in time; what it throws passes through
 */
export async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const timer = new AbortController();
  try {
    return await Promise.race([work.then(() => true), sleep(ms, false, { signal: timer.signal })]);
  } finally {
    timer.abort();
  }
}

/** @throws when the work is not done after `ms` milliseconds. */
export async function limited<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  if (!(await within(ms, work))) throw new Error(`${what} took longer than ${ms} ms.`);
  return work;
}

/** Doubles from `firstMs` up to `capMs`, give or take a quarter, so that what failed together does not come back together. */
export function growing(firstMs: number, turn: number, capMs: number): number {
  const full = Math.min(firstMs * 2 ** Math.min(turn - 1, 30), capMs);
  return Math.round(full * (0.75 + Math.random() / 2));
}
