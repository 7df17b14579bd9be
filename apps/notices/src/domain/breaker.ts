/** How a way out of the house has fared of late. */
export interface Breaker {
  /** Notices that came back because of the way itself, since the last one that was answered. */
  readonly faults: number;
  /** How often it has rested in a row. */
  readonly rests: number;
}

/** What came of a batch: whom the other side answered, in whatever words, and what did not get that far. */
export interface BatchOutcome {
  readonly answered: number;
  readonly faults: number;
  /** How long the other side asks to be left alone, in milliseconds; 0 when it said nothing. */
  readonly askedMs: number;
}

export interface Verdict extends Breaker {
  /** How long nothing is sent, in milliseconds; 0 when it goes on. */
  readonly restMs: number;
}

/** So many faults in a row, and the way rests: one or two are anybody’s. */
export const RESTS_AT = 5;
const FIRST_REST_MS = 1_000;
/** So that a way that is back is found again soon. */
export const LONGEST_REST_MS = 30_000;

/**
 * Decides after a batch whether a way rests. After a rest one notice tries it; when that comes back too, the next rest is twice as
 * long. A single answer ends it all. What the other side asks for is kept, even longer than the longest rest, up to an hour.
 */
export function afterBatch({ faults, rests }: Breaker, batch: BatchOutcome): Verdict {
  const askedMs = Math.min(Math.max(0, batch.askedMs), 3_600_000);
  if (batch.answered > 0) return { faults: 0, rests: 0, restMs: askedMs };
  if (batch.faults === 0) return { faults, rests, restMs: askedMs };
  const now = faults + batch.faults;
  if (now < RESTS_AT) return { faults: now, rests, restMs: askedMs };
  const restMs = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** Math.min(rests, 10));
  return { faults: now, rests: rests + 1, restMs: Math.max(restMs, askedMs) };
}
