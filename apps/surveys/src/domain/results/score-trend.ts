import { type Change, trendOf } from '../statistics/trend';
import type { Estimate } from './estimate';
import type { Months } from './group';
import type { Results } from './results';

/** What was published of some months, of a version of a questionnaire. */
export interface Measured {
  readonly version: number;
  readonly results: Results;
}

/** The score of a question in some months, and how it differs from the one before. */
export interface ScorePoint extends Pick<Change, 'significant' | 'breaks'> {
  readonly months: Months;
  readonly version: number;
  readonly score: Estimate;
  /** In points of the score, with Welch's interval; null without one before it that was measured alike. */
  readonly change: { readonly value: number; readonly low: number; readonly high: number } | null;
}

const SCALES = { LIKERT_100_OF_5: 5, LIKERT_100_OF_7: 7 } as const;

function measurementOf({ version, results }: Measured, code: string) {
  const found = results.questions.find(({ question }) => question.code === code);
  const total = found?.groups.find(({ dimension }) => dimension === 'TOTAL');
  const score = total?.estimates.find(({ method }) => method in SCALES);
  if (!found || !total || !score) return [];
  const counts = total.estimates
    .filter(({ statistic }) => statistic === 'SHARE')
    .map(({ item, count }) => ({ value: Number(item), n: count! }));
  const method = JSON.stringify([score.method, score.methodVersion, found.question.textKo]);
  return [
    { period: `${results.months.from} ${results.months.to}`, method, counts, score, version, months: results.months },
  ];
}

/**
 * The score of a question over what was published, oldest first. Where the method, its version or the wording of the
 * question changed, nothing is compared: the line breaks.
 */
export function scoreTrend(measured: readonly Measured[], code: string): ScorePoint[] {
  return trendOf(measured.flatMap((each) => measurementOf(each, code))).map(({ of, change, significant, breaks }) => {
    const { months, version, score } = of;
    const onScore = (points: number): number => (points / (SCALES[score.method as keyof typeof SCALES] - 1)) * 100;
    return {
      ...{ months, version, score, significant, breaks },
      change: change && {
        value: onScore(change.difference),
        low: onScore(change.interval.low),
        high: onScore(change.interval.high),
      },
    };
  });
}
