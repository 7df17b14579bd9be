import fc from 'fast-check';
import { WorkingCalendar, atLocal, computeDeadline, localDate, periodUntil } from './index';

const calendar = new WorkingCalendar();
const dueOn = (receivedAt: Date, day: string): Date | null =>
  computeDeadline({ receivedAt, period: periodUntil(receivedAt, day) }, calendar).dueAt;

it.each([
  ['in office hours', '2026-11-23T10:00:00+09:00'],
  ['late on a Friday', '2026-11-27T20:00:00+09:00'],
  ['on a Saturday', '2026-11-28T11:00:00+09:00'],
  ['in the first minute of the day before', '2026-12-10T00:00:00+09:00'],
  ['in the last minute of the day before', '2026-12-10T23:59:00+09:00'],
])('ends with the day that was said, set %s', (_name, receivedAt) =>
  expect(dueOn(new Date(receivedAt), '2026-12-11')).toEqual(atLocal('2026-12-11', '24:00')),
);

it('moves a Saturday or holiday to the next working day, as every period', () =>
  expect(dueOn(new Date('2026-11-23T10:00:00+09:00'), '2026-12-12')).toEqual(atLocal('2026-12-14', '24:00')));

it('ends with every working day that is named, whenever it was set', () =>
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 600 }),
      (receivedAt, ahead) => {
        const day = calendar.addWorkingDays(localDate(receivedAt), ahead);
        expect(dueOn(receivedAt, day)).toEqual(atLocal(day, '24:00'));
      },
    ),
  ));

it('refuses a day that is not later', () => {
  const receivedAt = new Date('2026-11-23T10:00:00+09:00');
  expect(() => dueOn(receivedAt, '2026-11-23')).toThrow('length');
});
