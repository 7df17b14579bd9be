import type { Criterion } from './contest';

/** What one judge gave one entry: points by criterion, in their order. */
export interface SheetScore {
  readonly judge: string;
  readonly points: readonly number[];
}

/** One line of the published score sheet. `submittedAt`: when it was first handed in. */
export interface SheetEntry {
  readonly number: number;
  readonly submittedAt: Date;
  readonly scores: readonly SheetScore[];
}

/** The fewest judges from whom on the highest and the lowest of an entry are left out. */
const TRIMMED_FROM = 4;

export interface Ranked {
  readonly number: number;
  readonly rank: number;
  /** The trimmed mean of the judges' weighted points, in ten-thousandths of a point. */
  readonly score: number;
}

/** A judge's weighted points: 0 to 10,000 (100 points × weights that make 100). */
const weighted = (points: readonly number[], criteria: readonly Criterion[]): number =>
  points.reduce((sum, each, index) => sum + each * criteria[index]!.weight, 0);

/** The mean without the highest and the lowest where at least four judged, times 100, rounded down; 0 without any. */
export function trimmedMean(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const kept = sorted.length >= TRIMMED_FROM ? sorted.slice(1, -1) : sorted;
  return kept.length === 0 ? 0 : Math.floor((kept.reduce((sum, value) => sum + value, 0) * 100) / kept.length);
}

/**
 * Ranks entries by their trimmed mean. A tie goes to the higher trimmed mean of the heaviest criterion, then of the next (of
 * equal weights the one named first), then to the entry handed in earlier, then to the lower number: no two share a rank.
 */
export function rank(entries: readonly SheetEntry[], criteria: readonly Criterion[]): Ranked[] {
  const order = criteria
    .map((criterion, index) => ({ ...criterion, index }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  const keyed = entries.map((entry) => ({
    entry,
    keys: [
      trimmedMean(entry.scores.map(({ points }) => weighted(points, criteria))),
      ...order.map(({ index }) => trimmedMean(entry.scores.map(({ points }) => points[index]!))),
      -entry.submittedAt.getTime(),
      -entry.number,
    ],
  }));
  keyed.sort((a, b) => {
    const at = a.keys.findIndex((key, index) => key !== b.keys[index]);
    return at === -1 ? 0 : b.keys[at]! - a.keys[at]!;
  });
  return keyed.map(({ entry, keys }, index) => ({ number: entry.number, rank: index + 1, score: keys[0]! }));
}

/** Who judged what, by numbers of entries and ids of judges. Pairs are written `judge entry`. */
export interface Judging {
  readonly entries: readonly number[];
  readonly judges: readonly string[];
  /** Pairs that may not be: the judge has an interest in the entry. */
  readonly conflicts: ReadonlySet<string>;
  readonly scored: ReadonlySet<string>;
}

/**
 * The judges whose scores count, when the scores can be unsealed; undefined while they stay sealed. They are unsealed when
 * every judge has scored every entry that they may. After the date of judging more than half of the judges are enough, and the
 * scores of those who have not finished do not count at all: half a sheet would favour whom it names. Every entry needs one.
 */
export function countingJudges(
  { entries, judges, conflicts, scored }: Judging,
  dateHasPassed: boolean,
): readonly string[] | undefined {
  const has = (pairs: ReadonlySet<string>, judge: string, entry: number) => pairs.has(`${judge} ${entry}`);
  const finished = judges.filter((judge) =>
    entries.every((entry) => has(conflicts, judge, entry) || has(scored, judge, entry)),
  );
  const enough = finished.length === judges.length || (dateHasPassed && finished.length * 2 > judges.length);
  const judged = entries.every((entry) =>
    finished.some((judge) => has(scored, judge, entry) && !has(conflicts, judge, entry)),
  );
  return entries.length > 0 && judges.length > 0 && enough && judged ? finished : undefined;
}
