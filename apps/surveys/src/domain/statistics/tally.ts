/**
 * How often a value was given. Every statistic is computed from such counts: a hundred thousand answers to a five-point
 * question are five lines. Values of one weight stand in one line.
 */
export interface Count {
  readonly value: number;
  readonly n: number;
  /** What each of these answers counts for; 1 without weighting. */
  readonly weight?: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** How many answered. */
export const sizeOf = (counts: readonly { readonly n: number }[]): number => sum(counts.map(({ n }) => n));

/** What the answers weigh together: as much as there are of them without weighting. */
export const weightOf = (counts: readonly Count[]): number => sum(counts.map(({ n, weight = 1 }) => n * weight));

/**
 * How many answers of equal weight would be as precise (Kish 1965): (Σw)² ÷ Σw². Without weighting, how many answered.
 */
export function effectiveSize(counts: readonly Count[]): number {
  const squares = sum(counts.map(({ n, weight = 1 }) => n * weight ** 2));
  return squares === 0 ? 0 : weightOf(counts) ** 2 / squares;
}

/** The arithmetic mean, weighted; null of nothing. */
export function averageOf(counts: readonly Count[]): number | null {
  const weight = weightOf(counts);
  if (weight === 0) return null;
  return sum(counts.map(({ value, n, weight: each = 1 }) => value * n * each)) / weight;
}

/**
 * The variance of the population that the answers are a sample of: Σw(x − m)² ÷ (Σw − Σw² ÷ Σw), without weights the
 * usual Σ(x − m)² ÷ (n − 1). In two passes, so that nothing is lost where the values are large. Null of fewer than two.
 */
export function varianceOf(counts: readonly Count[]): number | null {
  const size = effectiveSize(counts);
  const mean = averageOf(counts);
  if (mean === null || size <= 1 || sizeOf(counts) < 2) return null;
  const spread = sum(counts.map(({ value, n, weight = 1 }) => n * weight * (value - mean) ** 2));
  const error = sum(counts.map(({ value, n, weight = 1 }) => n * weight * (value - mean)));
  const weight = weightOf(counts);
  return ((spread - error ** 2 / weight) / weight) * (size / (size - 1));
}

/** The value in the middle; half-way between the two middle ones where they differ. By weight where answers are weighted. */
export function medianOf(counts: readonly Count[]): number | null {
  const half = weightOf(counts) / 2;
  const sorted = counts.filter(({ n, weight = 1 }) => n * weight > 0).sort((a, b) => a.value - b.value);
  let below = 0;
  for (const [index, { value, n, weight = 1 }] of sorted.entries()) {
    below += n * weight;
    if (below > half) return value;
    const next = sorted.slice(index + 1).find((other) => other.value !== value);
    if (below === half && next) return (value + next.value) / 2;
  }
  return sorted.at(-1)?.value ?? null;
}
