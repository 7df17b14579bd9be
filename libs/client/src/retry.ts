import type { Failure } from './failure';
import type { Result } from './result';

/** How often, and how patiently, what may be repeated is tried. */
export interface RetryPolicy {
  /** Tries altogether; 1 for none but the first. */
  readonly tries: number;
  /** The first pause is at most this long, in milliseconds, and each further one twice as long. */
  readonly firstPauseMs: number;
  /** No pause of ours is longer. */
  readonly longestPauseMs: number;
  /** The longest `Retry-After` that is waited for; a longer one is the caller's to show. */
  readonly longestWaitMs: number;
}

export const PATIENCE: RetryPolicy = { tries: 4, firstPauseMs: 250, longestPauseMs: 4_000, longestWaitMs: 10_000 };

/** Statuses of proxies and servers that are being started again. */
const PASSING = new Set([408, 429, 502, 503, 504]);

const isPassing = (failure: Failure): boolean =>
  failure.code === 'NO_ANSWER' ||
  failure.code === 'RATE_LIMITED' ||
  failure.code === 'SERVICE_UNAVAILABLE' ||
  (failure.code === 'BAD_ANSWER' && PASSING.has(failure.status));

/**
 * How long to wait before the same request is sent again, in milliseconds; undefined when it is not to be sent again.
 * The pause is random up to its limit, so that clients that failed together do not come back together.
 * @param tried how often it was sent, at least 1. @param random from 0 to 1
 */
export function pauseBefore(
  result: Result<unknown>,
  tried: number,
  policy: RetryPolicy,
  random: number,
): number | undefined {
  if (result.kind !== 'failed' || tried >= policy.tries || !isPassing(result.failure)) return undefined;
  const { failure } = result;
  const told = 'retryAfterSeconds' in failure ? failure.retryAfterSeconds : undefined;
  if (told !== undefined && told * 1_000 > policy.longestWaitMs) return undefined;
  const own = random * Math.min(policy.longestPauseMs, policy.firstPauseMs * 2 ** (tried - 1));
  return Math.max(own, (told ?? 0) * 1_000);
}

/** Waits. @throws the signal's reason as soon as it is aborted */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const timer = setTimeout(done, ms);
    function done(): void {
      signal?.removeEventListener('abort', cancel);
      resolve();
    }
    function cancel(): void {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    }
    signal?.addEventListener('abort', cancel, { once: true });
  });
}
