import fc from 'fast-check';
import { type Months, type Profile, holds } from './group';
import { type Shown, decideShown } from './shown';

const MONTHS: readonly Months[] = [
  { from: '2026-10', to: '2026-10' },
  { from: '2026-11', to: '2026-11' },
  { from: '2026-10', to: '2026-11' },
];

/** How many rows are independent, by elimination with fractions kept as doubles: small tables of zeros and ones. */
function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const pivot = left.slice(rank).findIndex((row) => Math.abs(row[column]!) > 1e-9) + rank;
    if (pivot < rank) continue;
    [left[rank], left[pivot]] = [left[pivot]!, left[rank]!];
    const top = left[rank]!;
    for (const row of left.slice(rank + 1)) {
      const factor = row[column]! / top[column]!;
      row.forEach((entry, place) => (row[place] = entry - factor * top[place]!));
    }
    rank += 1;
  }
  return rank;
}

/** Some people of one to four whom all figures together tell of: for each such set, whether the others determine less. */
function told(groups: readonly (readonly number[])[], people: readonly number[]): number[] | undefined {
  const kinds = people.flatMap((n, kind) => (n > 0 ? [kind] : []));
  const without = (few: readonly number[]): number =>
    rankOf(groups.map((row) => kinds.filter((kind) => !few.includes(kind)).map((kind) => row[kind]!)));
  const whole = without([]);
  const subsets = (from: number, few: number[], left: number): number[] | undefined => {
    if (few.length > 0 && without(few) < whole) return few;
    for (const [index, kind] of kinds.entries()) {
      if (index < from || people[kind]! > left) continue;
      const found = subsets(index + 1, [...few, kind], left - people[kind]!);
      if (found) return found;
    }
    return undefined;
  };
  return subsets(0, [], 4);
}

const profiles: fc.Arbitrary<Profile[]> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 30 })), { minLength: 12, maxLength: 12 })
  .map((sizes) =>
    sizes.map((n, index) => ({
      department: ['ROADS', 'WATER', 'PARKS'][index % 3]!,
      service: ['ROADS-1', 'WATER-1', 'PARKS-1'][index % 3]!,
      channel: ['ONLINE', 'VISIT'][Math.floor(index / 3) % 2]!,
      month: ['2026-10', '2026-11'][Math.floor(index / 6)]!,
      ...{ question: 'overall', n },
    })),
  );

const decide = (given: readonly Profile[], order: readonly Months[]): Shown[] => {
  const decided: Shown[] = [];
  for (const months of order) decided.push(decideShown(given, ['overall'], months, decided));
  return decided;
};

it('nobody who puts the results of every month and of all months together learns of fewer than five', () => {
  fc.assert(
    fc.property(profiles, fc.shuffledSubarray([...MONTHS], { minLength: 3 }), (given, order) => {
      const groups = decide(given, order).flatMap(({ months, groups: shown }) =>
        shown['overall']!.map((ref) => given.map((profile) => Number(holds(ref, months, profile)))),
      );
      expect(
        told(
          groups,
          given.map(({ n }) => n),
        ),
      ).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

it('without the rule against other months somebody would', () => {
  let found = 0;
  for (const given of fc.sample(profiles, { numRuns: 40, seed: 3 })) {
    const alone = MONTHS.flatMap((months) => {
      const shown = decideShown(given, ['overall'], months, []);
      return shown.groups['overall']!.map((ref) => given.map((profile) => Number(holds(ref, months, profile))));
    });
    found += Number(
      told(
        alone,
        given.map(({ n }) => n),
      ) !== undefined,
    );
  }
  expect(found).toBeGreaterThan(5);
});

it('shows everything where all groups are large, and by month only of more than one', () => {
  const large = fc.sample(profiles, 1)[0]!.map((profile) => ({ ...profile, n: 50 }));
  const [october, , both] = MONTHS;
  const names = (months: Months) =>
    decideShown(large, ['overall'], months, []).groups['overall']!.map(({ dimension }) => dimension);
  expect(names(october!).filter((dimension) => dimension === 'MONTH')).toEqual([]);
  expect(names(both!)).toHaveLength(1 + 3 + 2 + 2 + 3);
});
