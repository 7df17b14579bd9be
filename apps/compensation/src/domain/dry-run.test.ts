import { DryRunner } from './dry-run';

const rule = { baseAmount: 10_000, stepAmount: 5_000, cap: 30_000, lateness: null, yearlyCeiling: 35_000 };
const breach = (citizenId: string, days: number, brokenAt = '2026-03-02T00:00:00Z') => ({
  ...{ citizenId, brokenAt: new Date(brokenAt), late: { days, hours: days * 8 } },
});

it('adds up what a rule would have cost, up to each citizen’s ceiling of each Korean year', () => {
  const run = new DryRunner(rule);
  run.add(breach('one', 1));
  run.add(breach('one', 9)); // 30,000, of which 25,000 are left
  run.add(breach('one', 1)); // nothing is left
  run.add(breach('two', 2));
  run.add(breach('one', 1, '2026-12-31T15:00:00Z')); // the next year in Seoul
  expect(run.result()).toEqual({ claims: 4, total: 10_000 + 25_000 + 15_000 + 10_000, citizens: 2, limited: 2 });
});

it('costs nothing without breaches', () =>
  expect(new DryRunner(rule).result()).toEqual({ claims: 0, total: 0, citizens: 0, limited: 0 }));
