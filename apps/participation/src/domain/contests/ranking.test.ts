import fc from 'fast-check';
import { type SheetEntry, countingJudges, rank, trimmedMean } from './ranking';

const criteria = [
  { name: '창의성', weight: 40 },
  { name: '실현 가능성', weight: 40 },
  { name: '완성도', weight: 20 },
];
const at = (second: number): Date => new Date(Date.UTC(2026, 2, 9, 0, 0, second));
const entry = (number: number, second: number, ...sheets: number[][]): SheetEntry => ({
  ...{ number, submittedAt: at(second) },
  scores: sheets.map((points, index) => ({ judge: String.fromCharCode(65 + index), points })),
});
const order = (...entries: SheetEntry[]): number[] => rank(entries, criteria).map(({ number }) => number);

it.each<[string, number[], number]>([
  ['nothing', [], 0],
  ['one', [70], 7_000],
  ['three, all of them', [60, 70, 90], 7_333],
  ['four, without the highest and the lowest', [0, 70, 80, 100], 7_500],
  ['five, without one of two that are highest', [50, 60, 70, 90, 90], 7_333],
])('the trimmed mean of %s', (_, values, expected) => expect(trimmedMean(values)).toBe(expected));

describe('the ranking', () => {
  it('weighs the criteria', () => expect(order(entry(1, 1, [50, 50, 100]), entry(2, 2, [60, 50, 90]))).toEqual([2, 1]));
  it('gives a tie to the heavier criterion, of equal ones the first named', () =>
    expect(order(entry(1, 1, [70, 80, 50]), entry(2, 2, [80, 70, 50]))).toEqual([2, 1]));
  it('gives a full tie to the one handed in earlier, then to the lower number', () => {
    const same = [70, 70, 70];
    expect(order(entry(1, 5, same), entry(2, 3, same), entry(3, 5, same))).toEqual([2, 1, 3]);
  });
  it('is not moved by one judge who gives their friend all and the others nothing', () => {
    const fair = [
      [70, 70, 70],
      [72, 72, 72],
      [71, 71, 71],
      [69, 69, 69],
    ];
    const better = entry(1, 1, ...fair, [0, 0, 0]);
    const friend = entry(2, 2, ...fair.map((points) => points.map((each) => each - 5)), [100, 100, 100]);
    expect(order(better, friend)).toEqual([1, 2]);
  });

  const sheets = fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }), { maxLength: 6 });
  const entries = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 3 }), sheets), { maxLength: 8 })
    .map((all) => all.map(([second, points], index) => entry(index + 1, second, ...points)));

  it('gives every entry one place, whatever the order in which it is read', () =>
    fc.assert(
      fc.property(entries, (all) => {
        const ranked = rank(all, criteria);
        expect(ranked.map((each) => each.rank)).toEqual(all.map((_, index) => index + 1));
        expect(rank([...all].reverse(), criteria)).toEqual(ranked);
        for (const { score } of ranked) expect(score).toBeLessThanOrEqual(1_000_000);
      }),
    ));
  it('lets no entry lose a place by higher points', () =>
    fc.assert(
      fc.property(entries, (all) => {
        const [first] = all;
        if (!first || first.scores.length === 0) return;
        const place = (of: readonly SheetEntry[]) => rank(of, criteria).find(({ number }) => number === 1)!.rank;
        const raised = first.scores.map(({ judge, points }) => ({
          judge,
          points: points.map((p) => Math.min(100, p + 7)),
        }));
        expect(place([{ ...first, scores: raised }, ...all.slice(1)])).toBeLessThanOrEqual(place(all));
      }),
    ));
});

describe('the scores are unsealed', () => {
  const judging = (conflicts: string[], scored: string[]) => ({
    ...{ entries: [1, 2], judges: ['a', 'b', 'c'], conflicts: new Set(conflicts), scored: new Set(scored) },
  });
  const all = ['a 1', 'a 2', 'b 1', 'b 2', 'c 1', 'c 2'];
  it.each<[string, readonly string[] | undefined, string[], string[], boolean]>([
    ['when all are in', ['a', 'b', 'c'], [], all, false],
    ['not while one is missing', undefined, [], all.slice(1), false],
    ['without those who may not judge', ['a', 'b', 'c'], ['c 2'], all.slice(0, 5), false],
    ['after the date with two of three, who alone count', ['a', 'b'], [], all.slice(0, 5), true],
    ['not after the date with one of three', undefined, [], all.slice(0, 3), true],
    ['not while an entry has no judge', undefined, ['a 2', 'b 2', 'c 2'], ['a 1', 'b 1', 'c 1'], true],
    ['not by a score that may not be', undefined, ['a 2', 'b 2', 'c 2'], all, false],
  ])('%s', (_, expected, conflicts, scored, passed) =>
    expect(countingJudges(judging(conflicts, scored), passed)).toEqual(expected),
  );
  it('never without entries or judges', () => {
    const none = { conflicts: new Set<string>(), scored: new Set<string>() };
    expect(countingJudges({ entries: [], judges: ['a'], ...none }, true)).toBeUndefined();
    expect(countingJudges({ entries: [1], judges: [], ...none }, true)).toBeUndefined();
  });
});
