import { CONFIDENCE, type Interval, zOf } from './distributions';
import type { Sampling } from './mean';
import { type Count, effectiveSize, sizeOf, weightOf } from './tally';

/** A share of the answers and how far it can be relied on. */
export interface Share {
  /** How many answers are meant, and of how many. */
  readonly count: number;
  readonly n: number;
  /** From 0 to 1; weighted where the answers are. */
  readonly share: number;
  readonly interval: Interval;
}

/** As many answers from a population without end would be as precise as these from a known one. */
const endless = (size: number, n: number, population?: number): number => {
  if (population === undefined) return size;
  return population <= n ? Infinity : (size * (population - 1)) / (population - n);
};

/** Wilson's interval of a share (Wilson 1927), which stays within 0 and 1 and holds for few answers and rare ones. */
export function wilson(share: number, size: number, confidence = CONFIDENCE): Interval {
  if (size === Infinity) return { low: share, high: share };
  const z = zOf(confidence);
  const base = 1 + z ** 2 / size;
  const middle = (share + z ** 2 / (2 * size)) / base;
  const half = (z / base) * Math.sqrt((share * (1 - share)) / size + z ** 2 / (4 * size ** 2));
  return {
    low: share === 0 ? 0 : Math.max(0, middle - half),
    high: share === 1 ? 1 : Math.min(1, middle + half),
  };
}

/** The share of those answers that are meant, with Wilson's interval; null of nothing. Weighted, with Kish's effective size. */
export function shareOf(
  counts: readonly Count[],
  isMeant: (value: number) => boolean,
  { confidence = CONFIDENCE, population }: Sampling = {},
): Share | null {
  const weight = weightOf(counts);
  if (weight === 0) return null;
  const meant = counts.filter(({ value }) => isMeant(value));
  const n = sizeOf(counts);
  const share = weightOf(meant) / weight;
  const size = endless(effectiveSize(counts), n, population);
  return { count: sizeOf(meant), n, share, interval: wilson(share, size, confidence) };
}

/**
 * The margin of error (표본오차) of a survey: half the width of the interval of a share of one half, where it is widest.
 * In shares: 0.031 is ±3.1 percentage points. Null of nothing.
 */
export function marginOfError(n: number, { confidence = CONFIDENCE, population }: Sampling = {}): number | null {
  if (n === 0) return null;
  return zOf(confidence) * Math.sqrt(0.25 / endless(n, n, population));
}

/** Answers over invitations; null where nobody was invited by name. More answers than invitations are no rate. */
export const responseRate = (responses: number, invited: number): number | null =>
  invited === 0 || responses > invited ? null : responses / invited;
