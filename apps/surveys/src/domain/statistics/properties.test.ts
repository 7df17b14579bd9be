import fc from 'fast-check';
import { association } from './cross-table';
import { frequentTerms } from './frequent-terms';
import { differenceOf, meanOf } from './mean';
import { scaleSummary } from './scale';
import { marginOfError, responseRate, shareOf } from './share';
import { type Count, averageOf, effectiveSize, medianOf, sizeOf, varianceOf } from './tally';
import { trendOf } from './trend';

const points = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 60 });
const counted = (values: readonly number[]): Count[] =>
  [...new Set(values)].map((value) => ({ value, n: values.filter((each) => each === value).length }));
const average = (values: readonly number[]): number => values.reduce((sum, each) => sum + each) / values.length;

/** The same by the textbook, from the single answers. */
const variance = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + (each - average(values)) ** 2, 0) / (values.length - 1);
const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
};

it('counts tell what the single answers tell', () => {
  fc.assert(
    fc.property(points, (values) => {
      const counts = counted(values);
      expect(averageOf(counts)).toBeCloseTo(average(values), 10);
      expect(varianceOf(counts)).toBeCloseTo(variance(values), 10);
      expect(medianOf(counts)).toBe(median(values));
      expect(sizeOf(counts)).toBe(values.length);
    }),
  );
});

it('a weight that all have changes nothing, and the effective size is never more than how many answered', () => {
  fc.assert(
    fc.property(points, fc.double({ min: 0.1, max: 9, noNaN: true }), (values, weight) => {
      const plain = meanOf(counted(values))!;
      const weighted = meanOf(counted(values).map((count) => ({ ...count, weight })))!;
      expect(weighted.mean).toBeCloseTo(plain.mean, 8);
      expect(weighted.effectiveN).toBeCloseTo(values.length, 6);
      expect(weighted.interval!.low).toBeCloseTo(plain.interval!.low, 6);
    }),
  );
  const weights = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.double({ min: 0.1, max: 9, noNaN: true })), {
    minLength: 2,
  });
  fc.assert(
    fc.property(weights, (pairs) => {
      const counts = pairs.map(([value, weight]) => ({ value, n: 1, weight }));
      expect(effectiveSize(counts)).toBeLessThanOrEqual(pairs.length + 1e-9);
    }),
  );
});

it('an interval holds its estimate, stays where it belongs, and is narrower the more of the population answered', () => {
  fc.assert(
    fc.property(points, fc.integer({ min: 0, max: 1000 }), (values, others) => {
      const counts = counted(values);
      const population = values.length + others;
      const { mean, interval, score, top2 } = scaleSummary(counts, 5)!;
      expect(interval!.low).toBeLessThanOrEqual(mean);
      expect(interval!.high).toBeGreaterThanOrEqual(mean);
      expect(Math.min(interval!.low, 6 - interval!.high)).toBeGreaterThanOrEqual(1);
      expect(score.score).toBeCloseTo((mean - 1) * 25, 8);
      for (const { low, high } of [top2.interval, shareOf(counts, (value) => value === 1)!.interval]) {
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }
      expect(top2.interval.low).toBeLessThanOrEqual(top2.share);
      expect(top2.interval.high).toBeGreaterThanOrEqual(top2.share);
      expect(marginOfError(values.length, { population })!).toBeLessThanOrEqual(marginOfError(values.length)!);
      const known = meanOf(counts, { population })!.interval!;
      expect(known.high - known.low).toBeLessThanOrEqual(
        meanOf(counts)!.interval!.high - meanOf(counts)!.interval!.low,
      );
    }),
  );
});

it('says nothing of nothing, and no interval of one answer', () => {
  expect([meanOf([]), scaleSummary([], 5), shareOf([], () => true), medianOf([]), marginOfError(0)]).toEqual(
    Array.from({ length: 5 }, () => null),
  );
  expect(meanOf([{ value: 4, n: 1 }])).toMatchObject({ n: 1, mean: 4, interval: null });
  expect(differenceOf([{ value: 4, n: 1 }], [{ value: 4, n: 9 }])).toBeNull();
});

it('whoever asked everybody has no margin of error', () => {
  expect(marginOfError(50, { population: 50 })).toBe(0);
  const all = scaleSummary(counted([1, 4, 4, 5]), 5, { population: 4 })!;
  expect(all.interval).toEqual({ low: 3.5, high: 3.5 });
  expect(all.top2.interval).toEqual({ low: 0.75, high: 0.75 });
});

it('the response rate is told where people were invited by name', () => {
  expect(responseRate(30, 120)).toBe(0.25);
  expect(responseRate(30, 0)).toBeNull();
  expect(responseRate(130, 120)).toBeNull();
});

describe('cross tables', () => {
  const cell = fc.integer({ min: 0, max: 40 });

  it('see nothing between questions that have nothing to do with each other', () => {
    expect(association([[10, 20], [20, 40]])).toMatchObject({ chiSquare: 0, pValue: 1, cramersV: 0 }); // prettier-ignore
    expect(association([[10, 0], [0, 10]])).toMatchObject({ cramersV: 1, n: 20 }); // prettier-ignore
  });

  it('tell the same whichever way they are turned, and leave out what nobody answered', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 5 }), (rows) => {
        const found = association(rows);
        const turned = association([0, 1, 2].map((column) => rows.map((row) => row[column]!)));
        const withEmpty = association([...rows.map((row) => [...row, 0]), [0, 0, 0, 0]]);
        expect(turned === null).toBe(found === null);
        for (const other of [turned, withEmpty]) {
          expect(other?.chiSquare ?? 0).toBeCloseTo(found?.chiSquare ?? 0, 8);
          expect(other?.cramersV ?? 0).toBeCloseTo(found?.cramersV ?? 0, 8);
        }
        if (found) expect(found.cramersV).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('say where chi-square is not to be relied on', () => {
    expect(association([[30, 20], [25, 25]])!.reliable).toBe(true); // prettier-ignore
    expect(association([[3, 2], [2, 3]])!.reliable).toBe(false); // prettier-ignore
  });
});

describe('texts', () => {
  it('are told by the words that five or more wrote, however often, with whatever particle', () => {
    const texts = [
      ...['가로등이 꺼졌어요', '가로등은 어두워요', '가로등을 가로등 가로등', '가로등 고장', '가로등 좀요 김철수'],
      ...['주차 단속', '주차가 많아요', '주차를'],
    ];
    expect(frequentTerms(texts, 5)).toEqual([{ term: '가로등', responses: 5 }]);
    expect(frequentTerms(texts, 3)).toEqual([
      { term: '가로등', responses: 5 },
      { term: '주차', responses: 3 },
    ]);
  });

  it('never by what fewer wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('도로 파손', '도로', '안내 친절', '친절 김철수', '')), (texts) => {
        for (const { term, responses } of frequentTerms(texts, 5)) {
          expect(responses).toBe(texts.filter((text) => text.includes(term)).length);
          expect(responses).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });
});

describe('a trend', () => {
  const year = (period: string, mean: number, method = 'LIKERT_100_OF_5 v1') => ({
    ...{ period, method },
    counts: [
      { value: mean - 1, n: 50 },
      { value: mean + 1, n: 50 },
    ],
  });

  it('compares each period with the one before, in their order, and says whether chance explains it', () => {
    const found = trendOf([year('2026', 4), year('2024', 3), year('2025', 3.05)]);
    expect(found.map(({ of, significant, breaks }) => [of.period, significant, breaks])).toEqual([
      ['2024', false, false],
      ['2025', false, false],
      ['2026', true, false],
    ]);
    expect(found[0]!.change).toBeNull();
    expect(found[1]!.change!.difference).toBeCloseTo(0.05, 10);
  });

  it('breaks where it was measured in another way', () => {
    const [, second] = trendOf([year('2025', 80, 'CITY_FOUR_ITEMS'), year('2026', 4)]);
    expect(second).toMatchObject({ of: { period: '2026' }, change: null, significant: false, breaks: true });
  });
});
