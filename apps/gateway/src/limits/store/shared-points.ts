import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Logger } from '@charter/service';
import { limitStoreFailures } from '../../observe/metrics';
import type { Grant, PointStore } from '../budget';

/** How long a store that failed is left alone, in milliseconds. */
const REST_MS = 1_000;

export interface SharedPointsSettings {
  /** What is counted, for the log. */
  readonly name: string;
  /** Of all processes; undefined where each counts by itself. */
  readonly shared?: RateLimiterAbstract;
  /** Points of one key in a window. */
  readonly limit: number;
  /** Seconds. */
  readonly window: number;
  readonly log: Logger;
  readonly now?: () => number;
}

/**
 * Points counted by rate-limiter-flexible in windows of a fixed length, which begin with a key's first request. While the shared
 * store is away each process counts by itself: the limits then hold for each process instead of all together, and nobody is turned away.
 */
export class SharedPoints implements PointStore {
  readonly limit: number;
  readonly #alone: RateLimiterMemory;
  readonly #now: () => number;
  #restUntil = 0;
  #isAway = false;

  constructor(private readonly settings: SharedPointsSettings) {
    this.limit = settings.limit;
    this.#now = settings.now ?? Date.now;
    this.#alone = new RateLimiterMemory({ points: settings.limit, duration: settings.window });
  }

  async take(key: string, points: number): Promise<Grant> {
    const { shared } = this.settings;
    if (!shared || this.#now() < this.#restUntil) return this.#from(this.#alone, key, points);
    try {
      const grant = await this.#from(shared, key, points);
      this.#isBack();
      return grant;
    } catch (error) {
      this.#left(error);
      return this.#from(this.#alone, key, points);
    }
  }

  /** What a count leaves of what was asked for: the limit cuts through the last block. */
  async #from(limiter: RateLimiterAbstract, key: string, points: number): Promise<Grant> {
    const sentAt = this.#now(); // so that the window never ends later here than there
    const { consumedPoints, msBeforeNext } = await counted(limiter.consume(key, points));
    const before = consumedPoints - points;
    return {
      points: Math.min(Math.max(this.limit - before, 0), points),
      left: Math.max(this.limit - consumedPoints, 0),
      endsAt: sentAt + msBeforeNext,
    };
  }

  #left(error: unknown): void {
    const { name, log } = this.settings;
    limitStoreFailures.inc();
    this.#restUntil = this.#now() + REST_MS;
    if (!this.#isAway)
      log.error({ limit: name, err: error }, 'the store of limits is away: each gateway counts by itself');
    this.#isAway = true;
  }

  #isBack(): void {
    const { name, log } = this.settings;
    if (this.#isAway) log.info({ limit: name }, 'the store of limits is back: gateways count together again');
    this.#isAway = false;
  }
}

/** The library rejects with its count when that is over the limit. */
async function counted(result: Promise<RateLimiterRes>): Promise<RateLimiterRes> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof RateLimiterRes) return error;
    throw error;
  }
}
