import { type PastBreach, DryRunner } from './dry-run';
import type { Exclusion } from './rule';

const rule = {
  ...{ baseAmount: 10_000, stepAmount: 5_000, cap: 30_000, lateness: null, yearlyCeiling: 35_000 },
  ...{ form: 'CASH' as const, distance: null, exclusions: ['CAUSED_BY_CITIZEN'] satisfies Exclusion[] },
};
const breach = (citizenId: string, days: number, changes: Partial<PastBreach> = {}): PastBreach => ({
  ...{ citizenId, brokenAt: new Date('2026-03-02T00:00:00Z'), measured: { days, hours: days * 8 } },
  ...{ refusedOn: null, ...changes },
});

it('adds up what a rule would have cost, up to each citizen’s ceiling of each Korean year', () => {
  const run = new DryRunner(rule);
  run.add(breach('one', 1));
  run.add(breach('one', 9)); // 30,000, of which 25,000 are left
  run.add(breach('one', 1)); // nothing is left
  run.add(breach('two', 2));
  run.add(breach('one', 1, { brokenAt: new Date('2026-12-31T15:00:00Z') })); // the next year in Seoul
  expect(run.result()).toEqual({
    ...{ claims: 4, total: 10_000 + 25_000 + 15_000 + 10_000, citizens: 2, limited: 2, excluded: 0 },
  });
});

it('costs nothing without breaches', () =>
  expect(new DryRunner(rule).result()).toEqual({ claims: 0, total: 0, citizens: 0, limited: 0, excluded: 0 }));

it('leaves out what was no breach, and what its own exclusions leave out', () => {
  const run = new DryRunner(rule);
  for (const refusedOn of ['NO_BREACH', 'NO_EVIDENCE', 'OTHER'] as const) run.add(breach('one', 1, { refusedOn }));
  run.add(breach('two', 1, { refusedOn: 'CAUSED_BY_CITIZEN' }));
  run.add(breach('three', 1, { refusedOn: 'OTHER_REMEDY' })); // another rule left it out: this one would not
  expect(run.result()).toEqual({ claims: 1, total: 10_000, citizens: 1, limited: 0, excluded: 1 });
});

it('pays by the way that somebody came', () => {
  const distance = [
    { fromKm: 0, amount: 10_000 },
    { fromKm: 10, amount: 20_000 },
  ];
  const run = new DryRunner({ ...rule, stepAmount: 0, yearlyCeiling: null, distance });
  for (const km of [0, 9, 10]) run.add(breach('one', 1, { measured: { days: 1, hours: 0, km } }));
  expect(run.result()).toMatchObject({ claims: 3, total: 40_000 });
});
