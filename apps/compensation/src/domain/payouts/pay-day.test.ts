import { WorkingCalendar, atLocal } from '@charter/calendar';
import { dueBatch } from './pay-day';

const calendar = new WorkingCalendar();

it.each([
  ['on its own day', '2026-11-30', '2026-11', '2026-11-30', null],
  ['the day after', '2026-12-01', '2026-11', '2026-12-01', '2026-11-30'],
  ['in the middle of the next month', '2026-12-15', '2026-11', '2026-12-15', '2026-11-30'],
  ['at the weekend that ends the month', '2026-10-31', '2026-10', '2026-11-02', '2026-10-30'],
  ['on New Year’s Day', '2027-01-01', '2026-12', '2027-01-04', '2026-12-31'],
  ['in January', '2027-01-20', '2026-12', '2027-01-20', '2026-12-31'],
])('begins %s', (_name, today, month, payOn, ended) =>
  expect(dueBatch(today, calendar)).toEqual({
    ...{ month, payOn },
    approvedBefore: ended === null ? null : atLocal(ended, '24:00'),
  }),
);
