import { CONFIDENCE, type Interval, tOf } from './distributions';
import { type Count, averageOf, effectiveSize, sizeOf, varianceOf } from './tally';

/** What an estimate is told with. */
export interface Sampling {
  readonly confidence?: number;
  /** How many there are whom the answers stand for; left out, so many that it makes no difference. */
  readonly population?: number;
}

/** A mean and how far it can be relied on. */
export interface Mean {
  readonly n: number;
  /** As many answers of equal weight would be as precise. */
  readonly effectiveN: number;
  readonly mean: number;
  /** Null of fewer than two answers, like the rest. */
  readonly standardDeviation: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

/** What is left of the variance where n of a known number were asked: 1 − n ÷ N (Cochran 1977, 2.6); 1 where N is unknown. */
const unsampledShare = (n: number, population?: number): number =>
  population === undefined ? 1 : Math.max(0, 1 - n / population);

/** The mean with Student's interval; null of nothing. Weighted, with Kish's effective size in place of n. */
export function meanOf(counts: readonly Count[], { confidence = CONFIDENCE, population }: Sampling = {}): Mean | null {
  const mean = averageOf(counts);
  if (mean === null) return null;
  const n = sizeOf(counts);
  const effectiveN = effectiveSize(counts);
  const variance = varianceOf(counts);
  if (variance === null) {
    return { n, effectiveN, mean, standardDeviation: null, standardError: null, interval: null };
  }
  const standardError = Math.sqrt((variance / effectiveN) * unsampledShare(n, population));
  const half = tOf(effectiveN - 1, confidence) * standardError;
  return {
    ...{ n, effectiveN, mean, standardError },
    standardDeviation: Math.sqrt(variance),
    interval: { low: mean - half, high: mean + half },
  };
}

/** The difference of two means with Welch's interval: their variances need not be alike. Null of fewer than two answers each. */
export function differenceOf(
  later: readonly Count[],
  earlier: readonly Count[],
  confidence = CONFIDENCE,
): { readonly difference: number; readonly interval: Interval } | null {
  const [a, b] = [meanOf(later), meanOf(earlier)];
  if (!a?.interval || !b?.interval) return null;
  const difference = a.mean - b.mean;
  const [va, vb] = [a.standardError! ** 2, b.standardError! ** 2];
  if (va + vb === 0) return { difference, interval: { low: difference, high: difference } };
  const freedom = (va + vb) ** 2 / (va ** 2 / (a.effectiveN - 1) + vb ** 2 / (b.effectiveN - 1));
  const half = tOf(freedom, confidence) * Math.sqrt(va + vb);
  return { difference, interval: { low: difference - half, high: difference + half } };
}
