import { monthsOver } from './inspection.job';

it('names the twelve months that are over, over the turn of the year', () => {
  expect(monthsOver('2026-02-28').slice(0, 3)).toEqual(['2026-01-01', '2025-12-01', '2025-11-01']);
  expect(monthsOver('2026-02-28')).toHaveLength(12);
  expect(monthsOver('2026-12-01')[0]).toBe('2026-11-01');
});
