import fc from 'fast-check';
import { monthBefore, stateAllowance } from './allowance';

const report = (allowance: number) => ({ reportId: 'r', allowance });

describe('what a month earned', () => {
  it.each([
    [[], null, { reports: 0, earned: 0, amount: 0 }],
    [[30_000, 30_000], null, { reports: 2, earned: 60_000, amount: 60_000 }],
    [[30_000, 30_000, 30_000], 60_000, { reports: 3, earned: 90_000, amount: 60_000 }],
    [[30_000, 20_000], 60_000, { reports: 2, earned: 50_000, amount: 50_000 }],
  ])('%j up to %s', (allowances, cap, expected) =>
    expect(stateAllowance(allowances.map(report), cap)).toEqual(expected),
  );

  it('is never more than earned, nor than the limit, and all of it below', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000)), fc.option(fc.nat(10_000_000)), (allowances, cap) => {
        const { earned, amount } = stateAllowance(allowances.map(report), cap);
        expect(amount).toBe(cap !== null && earned > cap ? cap : earned);
      }),
    ));
});

it.each([
  ['2026-03-01', '2026-02'],
  ['2026-01-31', '2025-12'],
  ['2026-12-05', '2026-11'],
])('the month before %s is %s', (today, expected) => expect(monthBefore(today)).toBe(expected));
