import fc from 'fast-check';
import { localDate, periodUntil } from '@charter/calendar';
import { daysBetween, dueDayOf } from './due-day';

it('gives the day back from which the period was made, extended or not', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 200 }), (length, extension) => {
      const receivedAt = new Date('2026-11-28T22:00:00+09:00');
      const day = (days: number): string => localDate(new Date(receivedAt.getTime() + days * 86_400_000));
      const period = periodUntil(receivedAt, day(length));
      expect(dueDayOf({ receivedAt, period, extension })).toBe(day(length + extension));
      expect(daysBetween(day(length), day(length + extension))).toBe(extension);
    }),
  ));
