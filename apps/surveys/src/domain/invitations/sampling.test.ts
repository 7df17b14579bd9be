import fc from 'fast-check';
import { SMALLEST_GROUP, type Stratum, planSample } from './sampling';

const stratum = (departmentCode: string, channel: string, population: number): Stratum => ({
  ...{ departmentCode, channel, population },
});
const plan = (size: number, ...strata: Stratum[]) =>
  planSample(strata, size).map(({ departmentCode, channel, population, drawn }) => [
    ...[departmentCode, channel, population, drawn],
  ]);

it('draws in proportion to who was served', () => {
  expect(
    plan(100, stratum('ROADS', 'ONLINE', 600), stratum('ROADS', 'PHONE', 300), stratum('WATER', 'ONLINE', 100)),
  ).toEqual([
    ['ROADS', 'ONLINE', 600, 60],
    ['ROADS', 'PHONE', 300, 30],
    ['WATER', 'ONLINE', 100, 10],
  ]);
});

it('gives what is left over by rounding to the largest remainders', () => {
  expect(plan(20, stratum('A', 'X', 334), stratum('B', 'X', 333), stratum('C', 'X', 333)).map((row) => row[3])).toEqual(
    [7, 7, 6],
  );
});

it('puts small channels of a department together', () => {
  expect(
    plan(100, stratum('ROADS', 'ONLINE', 900), stratum('ROADS', 'PHONE', 40), stratum('ROADS', 'VISIT', 60)),
  ).toEqual([
    ['ROADS', 'ONLINE', 900, 90],
    ['ROADS', null, 100, 10],
  ]);
});

it('puts small departments together, with the smallest large one where they are still too few', () => {
  expect(plan(100, stratum('A', 'X', 880), stratum('B', 'X', 100), stratum('C', 'X', 20))).toEqual([
    ['A', 'X', 880, 88],
    [null, null, 120, 12],
  ]);
});

it('draws all where fewer were served, in one group when they are few', () => {
  expect(plan(100, stratum('A', 'X', 2), stratum('B', 'X', 1))).toEqual([[null, null, 3, 3]]);
  expect(plan(100)).toEqual([]);
});

const populations = fc.uniqueArray(
  fc.record({
    departmentCode: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    channel: fc.constantFrom('ONLINE', 'VISIT', 'PHONE', 'LETTER'),
    population: fc.integer({ min: 0, max: 3_000 }),
  }),
  { selector: ({ departmentCode, channel }) => `${departmentCode} ${channel}`, maxLength: 20 },
);

it('makes the whole, of everybody once, and never a group that is too small', () => {
  fc.assert(
    fc.property(populations, fc.integer({ min: 1, max: 5_000 }), (strata, size) => {
      const groups = planSample(strata, size);
      const total = strata.reduce((sum, { population }) => sum + population, 0);
      expect(groups.reduce((sum, { drawn }) => sum + drawn, 0)).toBe(Math.min(size, total));
      expect(groups.flatMap((group) => group.strata)).toHaveLength(
        strata.filter(({ population }) => population > 0).length,
      );
      for (const { drawn, population, departmentCode, strata: of } of groups) {
        expect(drawn).toBeLessThanOrEqual(population);
        expect(population).toBe(of.reduce((sum, one) => sum + one.population, 0));
        if (departmentCode) expect(of.every((one) => one.departmentCode === departmentCode)).toBe(true);
        if (groups.length > 1) expect(drawn).toBeGreaterThanOrEqual(SMALLEST_GROUP);
      }
    }),
  );
});

it('does not depend on the order in which the strata come', () => {
  fc.assert(
    fc.property(populations, fc.integer({ min: 1, max: 5_000 }), (strata, size) => {
      const key = (list: readonly Stratum[]) =>
        planSample(list, size).map(({ departmentCode, channel, drawn }) => [departmentCode, channel, drawn]);
      const large = strata.map((one, index) => ({ ...one, population: one.population * 32 + index }));
      expect(key(large.toReversed())).toEqual(key(large));
    }),
  );
});
