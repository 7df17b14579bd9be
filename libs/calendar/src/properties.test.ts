import fc from 'fast-check';
import {
  type DeadlineInput,
  type PeriodUnit,
  WorkingCalendar,
  computeDeadline,
  explainDeadline,
  localDate,
} from './index';

/**
 * A second opinion: walks minute by minute (hour periods) or day by day, over local wall-clock texts, knowing nothing of
 * the library but which days work. Slow on purpose.
 */
const HOUR = 3_600_000;
const MINUTE = 60_000;
const calendar = new WorkingCalendar([{ date: '2026-12-24', nameKo: '임시공휴일', nameEn: 'Temporary holiday' }]);
const wall = (at: number) => new Date(at + 9 * HOUR).toISOString();
const midnightAfter = (at: number) => Date.parse(`${wall(at).slice(0, 10)}T00:00:00+09:00`) + 24 * HOUR;
const isOpen = (at: number) => {
  const text = wall(at);
  const hour = Number(text.slice(11, 13));
  return calendar.isWorkingDay(text.slice(0, 10)) && hour >= 9 && hour !== 12 && hour < 18;
};

function naive({ receivedAt, period, pauses = [], extension = 0 }: DeadlineInput): number {
  let start = receivedAt.getTime();
  while (!isOpen(start)) start += MINUTE;
  const touched = (at: number) =>
    pauses.some(({ from, to }) => localDate(from) <= wall(at).slice(0, 10) && wall(at).slice(0, 10) <= localDate(to!));
  const own = period.length ?? 3;
  const inHours = period.unit === 'IMMEDIATE' || period.unit === 'HOURS' || (period.unit === 'DAYS' && own <= 5);
  if (inHours) {
    let minutes = (own + extension) * 60 * (period.unit === 'DAYS' ? 8 : 1);
    let at = start;
    for (; minutes > 0; at += MINUTE) {
      if (isOpen(at) && !pauses.some(({ from, to }) => from.getTime() <= at && at < to!.getTime())) minutes -= 1;
    }
    return at;
  }
  let at = period.firstDayCounts === false ? midnightAfter(receivedAt.getTime()) : start;
  if (period.unit === 'DAYS') {
    for (let left = own + extension; ; at = midnightAfter(at)) {
      if (calendar.isWorkingDay(wall(at).slice(0, 10)) && !touched(at)) left -= 1;
      if (left === 0) return midnightAfter(at);
    }
  }
  const total = own + extension;
  const [year, month, day] = wall(at).slice(0, 10).split('-').map(Number) as [number, number, number];
  let end: number; // 24:00 of the last day
  if (period.unit === 'CALENDAR_DAYS' || period.unit === 'WEEKS') {
    end = Date.parse(`${wall(at).slice(0, 10)}T00:00:00+09:00`) + total * (period.unit === 'WEEKS' ? 7 : 1) * 24 * HOUR;
  } else {
    const months = month - 1 + total * (period.unit === 'YEARS' ? 12 : 1);
    const lastOfMonth = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
    end = Date.UTC(year, months, Math.min(day, lastOfMonth + 1)) - 9 * HOUR;
  }
  let length = Math.round((end - Date.parse(`${wall(at).slice(0, 10)}T00:00:00+09:00`)) / (24 * HOUR));
  for (; ; at = midnightAfter(at)) {
    if (!touched(at)) length -= 1;
    if (length === 0) break;
  }
  while (!calendar.isWorkingDay(wall(at).slice(0, 10))) at = midnightAfter(at);
  return midnightAfter(at);
}

const instant = (from: string, to: string) =>
  fc
    .integer({ min: Date.parse(from) / MINUTE, max: Date.parse(to) / MINUTE })
    .map((minute) => new Date(minute * MINUTE));
const received = instant('2018-01-02T00:00:00Z', '2027-06-01T00:00:00Z');
const LONG: Record<Exclude<PeriodUnit, 'IMMEDIATE'>, number> = {
  HOURS: 80,
  DAYS: 40,
  CALENDAR_DAYS: 90,
  WEEKS: 8,
  MONTHS: 4,
  YEARS: 1,
};
const unit = fc.constantFrom(...(Object.keys(LONG) as (keyof typeof LONG)[]));
const period = fc.oneof(
  fc.constant({ unit: 'IMMEDIATE' as const, length: null }),
  unit.chain((chosen) =>
    fc.record({
      unit: fc.constant(chosen),
      length: fc.integer({ min: 1, max: LONG[chosen] }),
      firstDayCounts: chosen === 'HOURS' || chosen === 'DAYS' ? fc.constant(true) : fc.boolean(),
    }),
  ),
);
const pausesAfter = (at: Date) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 60 * 24 * 30 }), fc.integer({ min: 1, max: 60 * 24 * 9 }))
      .map(([delay, length]) => ({
        from: new Date(at.getTime() + delay * MINUTE),
        to: new Date(at.getTime() + (delay + length) * MINUTE),
      })),
    { maxLength: 3 },
  );
const input = fc
  .record({ receivedAt: received, period, extension: fc.integer({ min: 0, max: 3 }) })
  .chain((rest) => pausesAfter(rest.receivedAt).map((pauses) => ({ ...rest, pauses })));
const due = (given: DeadlineInput) => computeDeadline(given, calendar).dueAt!.getTime();

describe('the calendar, whatever it is given', () => {
  it('agrees with a walker that counts minute by minute and day by day', () => {
    fc.assert(
      fc.property(input, (given) => expect(wall(due(given))).toBe(wall(naive(given)))),
      { numRuns: 400 },
    );
  });

  it('is monotone in the moment of receipt', () => {
    fc.assert(
      fc.property(received, received, period, (one, other, given) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        expect(due({ receivedAt: earlier, period: given })).toBeLessThanOrEqual(
          due({ receivedAt: later, period: given }),
        );
      }),
    );
  });

  it('is monotone in the length', () => {
    fc.assert(
      fc.property(input, ({ period: given, ...rest }) => {
        fc.pre(given.length !== null);
        expect(due({ ...rest, period: given })).toBeLessThanOrEqual(
          due({ ...rest, period: { ...given, length: given.length! + 1 } }),
        );
      }),
    );
  });

  it('never ends on a closed day', () => {
    fc.assert(
      fc.property(input, (given) => expect(calendar.isWorkingDay(localDate(new Date(due(given) - 1)))).toBe(true)),
    );
  });

  it('is never shortened by a pause', () => {
    fc.assert(fc.property(input, (given) => expect(due(given)).toBeGreaterThanOrEqual(due({ ...given, pauses: [] }))));
  });

  it('is not changed by an extension of zero, nor by the order of the pauses', () => {
    fc.assert(
      fc.property(input, ({ extension: _extension, ...given }) => {
        expect(due({ ...given, extension: 0 })).toBe(due(given));
        expect(due({ ...given, pauses: [...given.pauses].reverse() })).toBe(due(given));
      }),
    );
  });

  it('is explained from receipt to the due moment without a gap, in full', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { segments, dueAt, effectiveStartAt } = explainDeadline(given, calendar);
        expect(segments[0]!.from).toEqual(given.receivedAt);
        expect(segments.at(-1)!.to).toEqual(dueAt);
        segments.slice(1).forEach((segment, index) => expect(segment.from).toEqual(segments[index]!.to));
        for (const { from, to, article } of segments) {
          expect(to!.getTime()).toBeGreaterThan(from.getTime());
          expect(article).not.toBe('');
        }
        const { unit: how, length } = given.period;
        const days = how === 'DAYS' && length! <= 5;
        if (how !== 'IMMEDIATE' && how !== 'HOURS' && !days) return;
        const counted = segments
          .filter(({ kind }) => kind === 'WORKING' || kind === 'EXTENDED')
          .reduce((sum, { from, to }) => sum + to!.getTime() - from.getTime(), 0);
        expect(counted / HOUR).toBe(((length ?? 3) + given.extension) * (days ? 8 : 1));
        expect(effectiveStartAt.getTime()).toBeGreaterThanOrEqual(given.receivedAt.getTime());
      }),
    );
  });
});
