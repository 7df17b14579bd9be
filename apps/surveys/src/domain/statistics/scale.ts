import { CONFIDENCE, type Interval } from './distributions';
import { type Mean, type Sampling, meanOf } from './mean';
import { type Share, shareOf } from './share';
import { type Count, medianOf } from './tally';

/** How many points a scale has. */
export type Points = 5 | 7;

/** How a 100-point score was made. Scores of different methods are never compared, added or drawn as one line. */
type ScoreMethod = 'LIKERT_100_OF_5' | 'LIKERT_100_OF_7';

/** The method of a scale's score: (x − 1) ÷ 4 × 100 of five points, (x − 1) ÷ 6 × 100 of seven. */
const methodOf = (points: Points): ScoreMethod => (points === 5 ? 'LIKERT_100_OF_5' : 'LIKERT_100_OF_7');

/** A 100-point score with the way it was made. */
interface Score {
  readonly method: ScoreMethod;
  readonly score: number;
  readonly interval: Interval | null;
}

/** What is told of a question on a scale. */
export interface ScaleSummary extends Mean {
  readonly median: number;
  /** The two best answers (4 and 5, or 6 and 7) among all. */
  readonly top2: Share;
  readonly score: Score;
}

const on100 = (value: number, points: Points): number => ((value - 1) / (points - 1)) * 100;

/** The mean, median, top-2 share and 100-point score of a scale; null of no answers. An end of an interval beyond the scale is cut. */
export function scaleSummary(
  counts: readonly Count[],
  points: Points,
  sampling: Sampling = { confidence: CONFIDENCE },
): ScaleSummary | null {
  const mean = meanOf(counts, sampling);
  const top2 = shareOf(counts, (value) => value >= points - 1, sampling);
  const median = medianOf(counts);
  if (!mean || !top2 || median === null) return null;
  const within = mean.interval && {
    low: Math.max(1, mean.interval.low),
    high: Math.min(points, mean.interval.high),
  };
  return {
    ...mean,
    ...{ interval: within, median, top2 },
    score: {
      method: methodOf(points),
      score: on100(mean.mean, points),
      interval: within && { low: on100(within.low, points), high: on100(within.high, points) },
    },
  };
}
