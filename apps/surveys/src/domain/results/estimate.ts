import type { Interval } from '../statistics/distributions';
import type { Mean } from '../statistics/mean';
import type { Share } from '../statistics/share';

/** What a figure says. */
export const STATISTICS = [
  'SHARE',
  'TOP2_SHARE',
  'MEAN',
  'STANDARD_DEVIATION',
  'MEDIAN',
  'SCORE',
  'AVERAGE_RANK',
  'TERM',
] as const;
export type Statistic = (typeof STATISTICS)[number];

/** How a figure was computed. Figures of different methods are never compared, added or drawn as one line. */
export const METHODS = [
  'WILSON',
  'STUDENT_T',
  'SAMPLE_DEVIATION',
  'MEDIAN',
  'LIKERT_100_OF_5',
  'LIKERT_100_OF_7',
  'SUM_OF_POINTS',
  'STEMMED_WORDS',
] as const;
export type Method = (typeof METHODS)[number];

/** The version of every method so far: a method that changes gets the next number, and older figures keep theirs. */
export const METHOD_VERSION = 1;

/** A figure, with all that it is to be read with. */
export interface Estimate {
  readonly statistic: Statistic;
  readonly method: Method;
  readonly methodVersion: number;
  /** Of a matrix: the row. */
  readonly row: string | null;
  /** Of what: an option, points, a word; null for a figure of the whole question. */
  readonly item: string | null;
  /** Of how many answers. */
  readonly n: number;
  /** How many of them, where it is a share. */
  readonly count: number | null;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Where a figure belongs. */
export interface Place {
  readonly row?: string;
  readonly item?: string;
}

/** Four decimals: finer than any interval, and the same in every export. */
export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

interface Given extends Pick<Estimate, 'statistic' | 'method' | 'n' | 'value'> {
  readonly count?: number;
  readonly interval?: Interval | null;
}

export const estimate = ({ value, count, interval, ...given }: Given, { row, item }: Place = {}): Estimate => ({
  ...{ ...given, methodVersion: METHOD_VERSION, row: row ?? null, item: item ?? null, count: count ?? null },
  ...{
    value: rounded(value),
    low: interval ? rounded(interval.low) : null,
    high: interval ? rounded(interval.high) : null,
  },
});

/** A share; nothing of no answers. */
export const shareEstimate = (found: Share | null, place: Place, statistic: Statistic = 'SHARE'): Estimate[] => {
  if (!found) return [];
  const { n, count, share: value, interval } = found;
  return [estimate({ statistic, method: 'WILSON', n, count, value, interval }, place)];
};

/** A mean; nothing of no answers. */
export const meanEstimate = (mean: Mean | null, place: Place, statistic: Statistic = 'MEAN'): Estimate[] =>
  mean
    ? [estimate({ n: mean.n, interval: mean.interval, statistic, method: 'STUDENT_T', value: mean.mean }, place)]
    : [];
