import { SMALLEST_GROUP } from '../disclosure/audit';
import { type Count, sizeOf } from '../statistics/tally';

/** A range of numbers. */
export interface Bin {
  readonly label: string;
  readonly holds: (value: number) => boolean;
}

const MOST_BINS = 10;

/** A step of 1, 2 or 5 with zeros, so that at most ten of them reach as far. */
function stepOf(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / MOST_BINS));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => span / step <= MOST_BINS)!;
}

/**
 * Numbers in ranges that are easy to read. A range that fewer than five are in is joined to the one before: the smallest and
 * the greatest number that somebody gave is nobody else's business.
 */
export function binsOf(counts: readonly Count[]): Bin[] {
  const values = counts.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low;
  if (sizeOf(counts) < SMALLEST_GROUP || span === 0) return [];
  const step = stepOf(span);
  const start = Math.floor(low / step);
  const cells = Array.from({ length: Math.floor(high / step) - start + 1 }, (_, index) => start + index);
  const within = (from: number, to: number): number =>
    sizeOf(counts.filter(({ value }) => Math.floor(value / step) >= from && Math.floor(value / step) < to));
  const edges = [start];
  for (const cell of cells) {
    if (within(edges.at(-1)!, cell + 1) >= SMALLEST_GROUP) edges.push(cell + 1);
  }
  // What is left at the end belongs to the last range.
  const ranges = edges
    .slice(1)
    .map((to, index) => [edges[index]!, index === edges.length - 2 ? cells.at(-1)! + 1 : to]);
  const tidy = (edge: number): number => Number((edge * step).toPrecision(12));
  return ranges.map(([from, to]) => ({
    label: `${tidy(from!)}~${tidy(to!)}`,
    holds: (value) => Math.floor(value / step) >= from! && Math.floor(value / step) < to!,
  }));
}
