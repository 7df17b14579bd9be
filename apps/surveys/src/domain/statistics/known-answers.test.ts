/**
 * Figures that others computed. "R" is R 4.2.2 (Debian), with the call beside it; "NIST" the certified values of the Statistical
 * Reference Datasets (https://www.itl.nist.gov/div898/strd/univ/homepage.html); others name their publication.
 */
import { association } from './cross-table';
import { tOf, zOf } from './distributions';
import { differenceOf, meanOf } from './mean';
import { scaleSummary } from './scale';
import { marginOfError, shareOf, wilson } from './share';
import { type Count, averageOf, effectiveSize, medianOf, varianceOf } from './tally';

/** How often 1, 2, 3 … was answered. */
const answers = (...times: number[]): Count[] => times.map((n, index) => ({ value: index + 1, n }));
const five = answers(3, 7, 20, 45, 25);
const seven = answers(2, 1, 4, 8, 15, 12, 6);
const DIGITS = 10;

it.each([
  // R: qt(.975, c(1, 4, 9.5, 30, 120)); the same stand in every printed table of Student's distribution
  [1, 12.7062047361747],
  [4, 2.77644510519779],
  [9.5, 2.24413746149229],
  [30, 2.04227245630124],
  [120, 1.97993040508242],
])('Student’s quantile for %d degrees of freedom', (freedom, expected) =>
  expect(tOf(freedom)).toBeCloseTo(expected, DIGITS),
);

it('the normal quantile (R: qnorm(.975))', () => expect(zOf()).toBeCloseTo(1.95996398454005, DIGITS));

describe('means', () => {
  it.each([
    // R: x <- rep(1:5, c(3, 7, 20, 45, 25)); mean(x); var(x); t.test(x)$conf.int
    ['five points', five, 0.95, [3.82, 0.977373737373737, 3.62383591894169, 4.01616408105831]],
    // R: x <- rep(1:7, c(2, 1, 4, 8, 15, 12, 6)); the same, then t.test(x, conf.level = .99)
    ['seven points', seven, 0.95, [4.9375, 2.14494680851064, 4.51223503351325, 5.36276496648675]],
    ['seven points, at 99 %', seven, 0.99, [4.9375, 2.14494680851064, 4.3700075987324, 5.5049924012676]],
  ])('with Student’s interval: %s', (_name, counts, confidence, [mean, variance, low, high]) => {
    const found = meanOf(counts, { confidence })!;
    expect(found.mean).toBeCloseTo(mean!, DIGITS);
    expect(varianceOf(counts)).toBeCloseTo(variance!, DIGITS);
    expect(found.interval!.low).toBeCloseTo(low!, DIGITS);
    expect(found.interval!.high).toBeCloseTo(high!, DIGITS);
  });

  it.each([
    // NIST: NumAcc1 to NumAcc4, made to show what gets lost in rounding
    ['NumAcc1', [10000001, 1], [10000003, 1], [10000002, 1], 10000002, 1],
    ['NumAcc2', [1.1, 500], [1.3, 500], [1.2, 1], 1.2, 0.1],
    ['NumAcc3', [1000000.1, 500], [1000000.3, 500], [1000000.2, 1], 1000000.2, 0.1],
    ['NumAcc4', [10000000.1, 500], [10000000.3, 500], [10000000.2, 1], 10000000.2, 0.1],
  ] as const)('of large numbers that hardly differ: %s', (_name, a, b, c, mean, deviation) => {
    const counts = [a, b, c].map(([value, n]) => ({ value, n }));
    expect(averageOf(counts)! / mean).toBeCloseTo(1, 14);
    expect(Math.sqrt(varianceOf(counts)!)).toBeCloseTo(deviation, 7);
  });

  it('of a known population, narrower (R: mean(x) ± qt(.975, 99) * sd(x) / 10 * sqrt(1 - 100 / 500))', () => {
    const { interval } = meanOf(five, { population: 500 })!;
    expect(interval!.low).toBeCloseTo(3.64454551200394, DIGITS);
    expect(interval!.high).toBeCloseTo(3.99545448799606, DIGITS);
  });

  it('weighted (R: cov.wt(x, w / sum(w), method = "unbiased"); n = sum(w)^2 / sum(w^2); qt(.975, n - 1))', () => {
    const weights = [1, 2.5, 1, 3, 0.5, 2, 2];
    const counts = [1, 2, 3, 4, 5, 3, 4].map((value, index) => ({ value, n: 1, weight: weights[index]! }));
    const { mean, interval } = meanOf(counts)!;
    expect(mean).toBeCloseTo(3.125, DIGITS);
    expect(varianceOf(counts)).toBeCloseTo(1.34810126582278, DIGITS);
    expect(effectiveSize(counts)).toBeCloseTo(5.64705882352941, DIGITS);
    expect(interval!.low).toBeCloseTo(1.83978250729099, DIGITS);
    expect(interval!.high).toBeCloseTo(4.41021749270901, DIGITS);
    // R: Wilson's formula of sum(w[x >= 4]) / sum(w) and the same n
    const { share, interval: ofShare } = shareOf(counts, (value) => value >= 4)!;
    expect(share).toBeCloseTo(0.458333333333333, DIGITS);
    expect(ofShare.low).toBeCloseTo(0.157719873483896, DIGITS);
    expect(ofShare.high).toBeCloseTo(0.7926845781977, DIGITS);
  });

  it('and their difference (R: t.test(x, rep(1:5, c(10, 15, 30, 30, 15))), Welch)', () => {
    const { difference, interval } = differenceOf(five, answers(10, 15, 30, 30, 15))!;
    expect(difference).toBeCloseTo(0.57, DIGITS);
    expect(interval.low).toBeCloseTo(0.265783518443097, DIGITS);
    expect(interval.high).toBeCloseTo(0.874216481556903, DIGITS);
  });
});

it('medians (R: median)', () => {
  expect(medianOf(five)).toBe(4);
  expect(medianOf(seven)).toBe(5);
  expect(medianOf(answers(1, 1, 1, 1))).toBe(2.5);
});

describe('shares', () => {
  it.each([
    // Newcombe 1998, Statistics in Medicine 17, 857–872, table I, method 3 (to four places); R: prop.test(x, n, correct = FALSE)
    [81, 263, 0.255288519878274, 0.3662095769828],
    [15, 148, 0.0623863995307363, 0.160487241723308],
    [0, 20, 0, 0.161125158052819],
    [1, 29, 0.00611321429276266, 0.171755218793203],
    // R: prop.test(70, 100, correct = FALSE)
    [70, 100, 0.604151453666533, 0.781051147050672],
  ])('with Wilson’s interval: %d of %d', (count, n, low, high) => {
    const found = wilson(count / n, n);
    expect(found.low).toBeCloseTo(low, DIGITS);
    expect(found.high).toBeCloseTo(high, DIGITS);
  });

  it('the margin of error of a thousand: the 3.1 points that every newspaper prints (R: qnorm(.975) * sqrt(.25 / 1000))', () => {
    expect(marginOfError(1000)).toBeCloseTo(0.0309897516152281, DIGITS);
    // R: qnorm(.975) * sqrt(.25 / 400 * (2000 - 400) / (2000 - 1))
    expect(marginOfError(400, { population: 2000 })).toBeCloseTo(0.0438370876709984, DIGITS);
  });
});

it('the score and the top two, by hand: (3.82 − 1) ÷ 4 × 100, (45 + 25) ÷ 100; (4.9375 − 1) ÷ 6 × 100, 18 ÷ 48', () => {
  expect(scaleSummary(five, 5)).toMatchObject({ top2: { count: 70, share: 0.7 } });
  expect(scaleSummary(five, 5)!.score.score).toBeCloseTo(70.5, DIGITS);
  expect(scaleSummary(seven, 7)).toMatchObject({ top2: { count: 18, share: 0.375 }, score: { score: 65.625 } });
});

describe('cross tables', () => {
  it.each([
    // Agresti 2007, An Introduction to Categorical Data Analysis, table 2.5 (X² = 30.1, 2 df); R: chisq.test
    ['party by gender', [[762, 327, 468], [484, 239, 477]], 30.0701490957547, 2, 2.95358918321176e-7, 0.104435802356468], // prettier-ignore
    // R: chisq.test(matrix(c(10, 6, 4, 20, 9, 11, 3, 12, 25), nrow = 3)); V = sqrt(X² / (n * 2))
    ['three by three', [[10, 20, 3], [6, 9, 12], [4, 11, 25]], 22.2613636363636, 4, 0.000177783527117921, 0.333626764786367], // prettier-ignore
  ] as const)('%s', (_name, table, chiSquare, degreesOfFreedom, pValue, cramersV) => {
    const found = association(table)!;
    expect(found.chiSquare).toBeCloseTo(chiSquare, DIGITS);
    expect(found.degreesOfFreedom).toBe(degreesOfFreedom);
    expect(found.pValue).toBeCloseTo(pValue, DIGITS);
    expect(found.cramersV).toBeCloseTo(cramersV, DIGITS);
  });
});
