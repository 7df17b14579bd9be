import { SCORECARD_PARTS, daysOf, monthsIn } from './period';

describe('the parts of a year', () => {
  it.each([
    [2026, 'YEAR', '2026-01-01', '2026-12-31', 12],
    [2026, 'FIRST_HALF', '2026-01-01', '2026-06-30', 6],
    [2026, 'SECOND_HALF', '2026-07-01', '2026-12-31', 6],
    [2028, 'Q1', '2028-01-01', '2028-03-31', 3],
    [2026, 'Q2', '2026-04-01', '2026-06-30', 3],
    [2026, 'Q3', '2026-07-01', '2026-09-30', 3],
    [2026, 'Q4', '2026-10-01', '2026-12-31', 3],
  ] as const)('%i %s is from %s to %s', (year, part, from, to, months) => {
    expect(daysOf(year, part)).toEqual({ from, to });
    expect(monthsIn({ from, to })).toHaveLength(months);
  });

  it('are seven, of which the quarters make up the halves and these the year', () => {
    expect(SCORECARD_PARTS).toHaveLength(7);
    const of = (...parts: (typeof SCORECARD_PARTS)[number][]) => parts.flatMap((part) => monthsIn(daysOf(2026, part)));
    expect(of('Q1', 'Q2')).toEqual(of('FIRST_HALF'));
    expect(of('FIRST_HALF', 'SECOND_HALF')).toEqual(of('YEAR'));
  });

  it.each([
    ['2026-01-02', '2026-03-30', ['2026-02']],
    ['2025-12-01', '2026-01-31', ['2025-12', '2026-01']],
    ['2028-02-01', '2028-02-28', []],
    ['2028-02-01', '2028-02-29', ['2028-02']],
  ])('from %s to %s lie wholly %j', (from, to, months) => expect(monthsIn({ from, to })).toEqual(months));
});
