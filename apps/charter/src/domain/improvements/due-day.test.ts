import fc from 'fast-check';
import { WorkingCalendar, atLocal, computeDeadline, localDate } from '@charter/calendar';
import { daysBetween, dueDayOf, periodUntil } from './due-day';

const calendar = new WorkingCalendar();

it.each([
  ['in office hours', '2026-11-23T10:00:00+09:00', '2026-12-11'],
  ['late on a Friday', '2026-11-27T20:00:00+09:00', '2026-12-11'],
  ['on a Saturday', '2026-11-28T11:00:00+09:00', '2026-12-11'],
])('is due at the end of the day that was said, opened %s', (_name, openedAt, dueOn) => {
  const receivedAt = new Date(openedAt);
  const { dueAt } = computeDeadline({ receivedAt, period: periodUntil(localDate(receivedAt), dueOn) }, calendar);
  expect(dueAt).toEqual(atLocal(dueOn, '24:00'));
});

it('gives the day back from which the period was made, extended or not', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 200 }), (length, extension) => {
      const receivedAt = new Date('2026-11-23T10:00:00+09:00');
      const day = (days: number): string => localDate(new Date(receivedAt.getTime() + days * 86_400_000));
      const period = periodUntil('2026-11-23', day(length));
      expect(period.length).toBe(length);
      expect(dueDayOf({ receivedAt, period, extension })).toBe(day(length + extension));
      expect(daysBetween(day(length), day(length + extension))).toBe(extension);
    }),
  ));
