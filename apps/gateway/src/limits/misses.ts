import type { Budget } from './budget';
import { addressKey } from './caller-key';

/**
 * Counts what did not hold (tokens, signed addresses) by network address. What held is never counted, so that many people behind
 * one address are not turned away for being many.
 */
export class Misses {
  constructor(private readonly budget: Budget) {}

  /** Seconds for which this address tries no more; undefined while it may. Another gateway's count is known with the next miss. */
  barredFor(address: string | undefined): number | undefined {
    return this.budget.emptyFor(addressKey(address));
  }

  /** Notes one that did not hold. */
  async note(address: string | undefined): Promise<void> {
    await this.budget.spend(addressKey(address), 1);
  }
}
