import fc from 'fast-check';
import { figureOf, share } from './columns';
import type { Figure } from './figure';
import { rank } from './ranking';

const MEASURE = 'COMPLAINTS_CHARTER_ON_TIME';
const of = (departmentCode: string, kept: number, n: number): Figure =>
  figureOf({ departmentCode, standardCode: null, measure: MEASURE, unit: 'PERCENT' }, share(kept, n), n < 5);
const ranks = (...figures: Figure[]) =>
  rank(MEASURE, figures).ranked.map(({ departmentCode, rank: place }) => `${departmentCode} ${place}`);

describe('the ranking of departments', () => {
  it('gives those that nobody can tell apart the same rank, by code', () =>
    expect(ranks(of('B', 96, 100), of('A', 95, 100), of('C', 94, 100))).toEqual(['A 1', 'B 1', 'C 1']));

  it('puts behind who is clearly worse, by as many as are clearly better', () =>
    expect(ranks(of('A', 990, 1_000), of('B', 985, 1_000), of('C', 400, 1_000), of('D', 410, 1_000))).toEqual([
      'A 1',
      'B 1',
      'C 3',
      'D 3',
    ]));

  it('does not rank who has fewer than five cases, nothing to rate, or no answer', () => {
    const missing = figureOf({ ...of('X', 1, 9), departmentCode: 'X' }, undefined, false);
    expect(rank(MEASURE, [of('A', 9, 9), of('S', 0, 4), of('N', 0, 0), missing]).unranked).toEqual([
      { departmentCode: 'N', state: 'NONE' },
      { departmentCode: 'S', state: 'SUPPRESSED' },
      { departmentCode: 'X', state: 'MISSING' },
    ]);
  });

  it('does not rank the city', () => expect(ranks({ ...of('A', 9, 9), departmentCode: null })).toEqual([]));

  it('has always a first, and never puts the worse of two before the better when they are as many', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 12 }), (kept) => {
        const { ranked } = rank(
          MEASURE,
          kept.map((value, index) => of(`D${index}`, value, 50)),
        );
        expect(ranked[0]!.rank).toBe(1);
        const placed = new Map(ranked.map(({ departmentCode, rank: place }) => [departmentCode, place]));
        for (const [i, a] of kept.entries())
          for (const [j, b] of kept.entries())
            if (a > b) expect(placed.get(`D${i}`)!).toBeLessThanOrEqual(placed.get(`D${j}`)!);
      }),
    ));
});
