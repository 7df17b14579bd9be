/**
 * How long complaints took, in working hours, kept as counts in buckets: half hours up to one working day, two hours up to
 * ten days, whole days beyond. A percentile read from them is off by at most half a bucket: a quarter of an hour, an hour, or
 * half a working day.
 */
const STRETCHES = [
  { from: 0, width: 0.5, buckets: 16 },
  { from: 8, width: 2, buckets: 36 },
  { from: 80, width: 8, buckets: 115 },
] as const;

/** The bucket of a length. @param hours working hours; what is longer than some 1,000 falls into the last one */
export function bucketOf(hours: number): number {
  let first = 0;
  for (const { from, width, buckets } of STRETCHES) {
    const index = Math.floor((hours - from) / width);
    if (index < buckets) return first + Math.max(0, index);
    first += buckets;
  }
  return first - 1;
}

/** The middle of a bucket, in working hours. */
export function hoursOf(bucket: number): number {
  let first = 0;
  for (const { from, width, buckets } of STRETCHES) {
    if (bucket < first + buckets) return from + (bucket - first + 0.5) * width;
    first += buckets;
  }
  throw new RangeError(`There is no bucket ${bucket}.`);
}

export interface BucketCount {
  readonly bucket: number;
  readonly count: number;
}

/** The value below which a share of all lies (nearest rank), in working hours; null where there is none. @param share 0 to 1 */
export function percentile(counts: readonly BucketCount[], share: number): number | null {
  const sorted = [...counts].sort((a, b) => a.bucket - b.bucket);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  let left = Math.max(1, Math.ceil(total * share));
  for (const { bucket, count } of sorted) {
    left -= count;
    if (left <= 0) return hoursOf(bucket);
  }
  return null;
}
