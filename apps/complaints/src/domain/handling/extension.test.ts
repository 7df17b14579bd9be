import type { ProcessingPeriod } from '@charter/calendar';
import { charterExtension, longestExtension } from './extension';

const days = (length: number): ProcessingPeriod => ({ unit: 'DAYS', length });

it.each<[number, ProcessingPeriod, ProcessingPeriod, number]>([
  [5, days(7), days(5), 5],
  [2, days(7), { unit: 'HOURS', length: 24 }, 16],
  [1, days(3), { unit: 'IMMEDIATE', length: null }, 8],
  [1, { unit: 'MONTHS', length: 1 }, days(20), 20],
  [1, { unit: 'WEEKS', length: 2 }, days(7), 5],
  [4, { unit: 'HOURS', length: 24 }, days(2), 0],
  [7, { unit: 'CALENDAR_DAYS', length: 30 }, days(20), 5],
])('extends by %i of %o the charter’s %o by %i', (by, law, charter, expected) => {
  expect(charterExtension(by, law, charter)).toBe(expected);
});

it('extends a period by its own length at most, and what is due at once by three hours', () => {
  expect(longestExtension(days(7))).toBe(7);
  expect(longestExtension({ unit: 'IMMEDIATE', length: null })).toBe(3);
});
