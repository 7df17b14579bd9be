import type { Interval } from './distributions';
import { differenceOf } from './mean';
import type { Count } from './tally';

/** What was measured in one period, and how. */
export interface Measurement {
  readonly period: string;
  /** Name and version of the method: only what was measured alike is compared. */
  readonly method: string;
  readonly counts: readonly Count[];
}

/** How a period differs from the one before it. */
export interface Change<M extends Measurement = Measurement> {
  readonly of: M;
  /** Null where there is none before it, where it was measured in another way, or of fewer than two answers. */
  readonly change: { readonly difference: number; readonly interval: Interval } | null;
  /** Whether the difference is larger than chance explains: its interval does not contain 0. */
  readonly significant: boolean;
  /** Whether the way of measuring changed: the line of a chart breaks here. */
  readonly breaks: boolean;
}

/** Each period against the one before it, in their order. What was measured in different ways is never subtracted. */
export function trendOf<M extends Measurement>(measurements: readonly M[]): Change<M>[] {
  const sorted = [...measurements].sort((a, b) => (a.period < b.period ? -1 : Number(a.period > b.period)));
  return sorted.map((of, index) => {
    const { method, counts } = of;
    const before = sorted[index - 1];
    const breaks = before !== undefined && before.method !== method;
    const change = before && !breaks ? differenceOf(counts, before.counts) : null;
    const significant = change !== null && (change.interval.low > 0 || change.interval.high < 0);
    return { of, change, significant, breaks };
  });
}
