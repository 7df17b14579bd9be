import { SMALLEST_GROUP } from '../disclosure/audit';
import type { Question } from '../questionnaires/question';
import { type Sampling, meanOf } from '../statistics/mean';
import { type Points, scaleSummary } from '../statistics/scale';
import { shareOf } from '../statistics/share';
import { type Count, medianOf, sizeOf, varianceOf } from '../statistics/tally';
import { binsOf } from './bins';
import { type Estimate, estimate, meanEstimate, shareEstimate } from './estimate';

/** How often something was said of a question. */
export interface Counted {
  readonly item: string;
  readonly value: string;
  readonly n: number;
}

/** Answers of one weight: how many there are, and what they said. Without weighting there is one stratum. */
export interface Stratum {
  readonly n: number;
  readonly weight: number;
  readonly counted: readonly Counted[];
}

type Strata = readonly Stratum[];
type Meant = (counted: Counted) => boolean;

/** The values that were given, with their weights. */
const countsOf = (strata: Strata, meant: Meant, valueOf = ({ value }: Counted): number => Number(value)): Count[] =>
  strata.flatMap(({ weight, counted }) =>
    counted.filter(meant).map((each) => ({ value: valueOf(each), n: each.n, weight })),
  );

/** 1 for each who said it, 0 for each of the others. */
const asOneOrNot = (strata: Strata, meant: Meant): Count[] =>
  strata.flatMap(({ n, weight, counted }) => {
    const said = sizeOf(counted.filter(meant));
    return [
      { value: 1, n: said, weight },
      { value: 0, n: n - said, weight },
    ];
  });

const isOne = (value: number): boolean => value === 1;
const given: Meant = ({ item, value }) => item === '' && value !== '';

const optionShares = ({ options }: Question, strata: Strata, sampling: Sampling): Estimate[] =>
  options.flatMap(({ code }) =>
    shareEstimate(
      shareOf(
        asOneOrNot(strata, ({ item }) => item === code),
        isOne,
        sampling,
      ),
      { item: code },
    ),
  );

/** The mean of what the options count, where they have points. */
function optionPoints({ options }: Question, strata: Strata, sampling: Sampling): Estimate[] {
  const points = new Map(options.map((option) => [option.code, option.points]));
  const counts = countsOf(
    strata,
    ({ item }) => points.get(item) !== undefined,
    ({ item }) => points.get(item)!,
  );
  return meanEstimate(meanOf(counts, sampling), {});
}

function scaleEstimates(points: Points, strata: Strata, sampling: Sampling): Estimate[] {
  const counts = countsOf(strata, given);
  const summary = scaleSummary(counts, points, sampling);
  if (!summary) return [];
  const { n, top2, score, median } = summary;
  return [
    ...Array.from({ length: points }, (_, index) => index + 1).flatMap((point) =>
      shareEstimate(
        shareOf(counts, (value) => value === point, sampling),
        { item: String(point) },
      ),
    ),
    ...shareEstimate(top2, {}, 'TOP2_SHARE'),
    ...meanEstimate(summary, {}),
    ...spread(counts),
    estimate({ statistic: 'MEDIAN', method: 'MEDIAN', n, value: median }),
    estimate({ statistic: 'SCORE', method: score.method, n, value: score.score, interval: score.interval }),
  ];
}

function spread(counts: readonly Count[]): Estimate[] {
  const variance = varianceOf(counts);
  if (variance === null) return [];
  const value = Math.sqrt(variance);
  return [estimate({ statistic: 'STANDARD_DEVIATION', method: 'SAMPLE_DEVIATION', n: sizeOf(counts), value })];
}

function numberEstimates(strata: Strata, sampling: Sampling): Estimate[] {
  const counts = countsOf(strata, given);
  const median = medianOf(counts);
  if (median === null) return [];
  return [
    ...binsOf(counts).flatMap(({ label, holds }) => shareEstimate(shareOf(counts, holds, sampling), { item: label })),
    ...meanEstimate(meanOf(counts, sampling), {}),
    ...spread(counts),
    estimate({ statistic: 'MEDIAN', method: 'MEDIAN', n: sizeOf(counts), value: median }),
  ];
}

/** How often each option came first, and its average place among those who ranked it, five at least. */
const rankingEstimates = ({ options }: Question, strata: Strata, sampling: Sampling): Estimate[] =>
  options.flatMap(({ code }) => {
    const places = countsOf(strata, ({ item }) => item === code);
    const first = asOneOrNot(strata, ({ item, value }) => item === code && value === '1');
    const average = sizeOf(places) < SMALLEST_GROUP ? null : meanOf(places, sampling);
    return [
      ...shareEstimate(shareOf(first, isOne, sampling), { item: code }),
      ...meanEstimate(average, { item: code }, 'AVERAGE_RANK'),
    ];
  });

/** Each row like a question of its own, where five answered it. */
const matrixEstimates = ({ options, rows = [] }: Question, strata: Strata, sampling: Sampling): Estimate[] =>
  rows.flatMap(({ code: row }) => {
    const own = strata.map(({ weight, counted }) => {
      const cells = counted.filter(({ item }) => item === row);
      return { weight, n: sizeOf(cells), counted: cells };
    });
    if (sizeOf(own) < SMALLEST_GROUP) return [];
    const points = new Map(options.map((option) => [option.code, option.points]));
    const scored = countsOf(
      own,
      ({ value }) => points.get(value) !== undefined,
      ({ value }) => points.get(value)!,
    );
    return [
      ...options.flatMap(({ code: item }) =>
        shareEstimate(
          shareOf(
            asOneOrNot(own, ({ value }) => value === item),
            isOne,
            sampling,
          ),
          { row, item },
        ),
      ),
      ...meanEstimate(meanOf(scored, sampling), { row }),
    ];
  });

/** The sum of points of the city's older scale, as a score of its own: with four items of 25, 15 or 5 it starts at 20. */
export function pointsEstimates(strata: Strata, sampling: Sampling): Estimate[] {
  const mean = meanOf(countsOf(strata, given), sampling);
  if (!mean) return [];
  return [
    estimate({ statistic: 'SCORE', method: 'SUM_OF_POINTS', n: mean.n, value: mean.mean, interval: mean.interval }),
  ];
}

/** All figures of a question from what was counted of it. Words of texts are counted by themselves. */
export function estimatesOf(question: Question, strata: Strata, sampling: Sampling = {}): Estimate[] {
  switch (question.kind) {
    case 'SINGLE':
      return [...optionShares(question, strata, sampling), ...optionPoints(question, strata, sampling)];
    case 'MULTIPLE':
      return optionShares(question, strata, sampling);
    case 'SCALE_5':
      return scaleEstimates(5, strata, sampling);
    case 'SCALE_7':
      return scaleEstimates(7, strata, sampling);
    case 'NUMBER':
      return numberEstimates(strata, sampling);
    case 'RANKING':
      return rankingEstimates(question, strata, sampling);
    case 'MATRIX':
      return matrixEstimates(question, strata, sampling);
    case 'TEXT':
      return [];
  }
}
