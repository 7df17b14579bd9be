import fc from 'fast-check';
import {
  calendarDaysOf,
  dateOf,
  firstDayOf,
  isInHours,
  isOpen,
  minutesOf,
  naiveDueAt,
  touches,
  wall,
} from '../test/naive-walker';
import {
  type DeadlineInput,
  type PeriodUnit,
  type Segment,
  WorkingCalendar,
  atLocal,
  computeDeadline,
  explainDeadline,
  localDate,
} from './index';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const calendar = new WorkingCalendar([{ date: '2026-12-24', nameKo: '임시공휴일', nameEn: 'Temporary holiday' }]);

const instant = (from: string, to: string) =>
  fc
    .integer({ min: Date.parse(from) / MINUTE, max: Date.parse(to) / MINUTE })
    .map((minute) => new Date(minute * MINUTE));
/** From before the gazette's years to beyond them. */
const received = instant('2016-01-02T00:00:00Z', '2033-06-01T00:00:00Z');
const LONG: Record<Exclude<PeriodUnit, 'IMMEDIATE'>, number> = {
  HOURS: 80,
  DAYS: 40,
  CALENDAR_DAYS: 90,
  WEEKS: 8,
  MONTHS: 14,
  YEARS: 1,
};
const unit = fc.constantFrom(...(Object.keys(LONG) as (keyof typeof LONG)[]));
const period = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ unit: 'IMMEDIATE' as const, length: null }) },
  {
    weight: 6,
    arbitrary: unit.chain((chosen) =>
      fc.record({
        unit: fc.constant(chosen),
        length: fc.oneof(
          fc.integer({ min: 1, max: Math.min(7, LONG[chosen]) }),
          fc.integer({ min: 1, max: LONG[chosen] }),
        ),
        firstDayCounts: chosen === 'HOURS' || chosen === 'DAYS' ? fc.constant(true) : fc.boolean(),
      }),
    ),
  },
);
/** Pauses that begin from so many minutes after a moment on; some overlap. */
const pausesFrom = (at: Date, min: number) =>
  fc.array(
    fc
      .tuple(fc.integer({ min, max: 60 * 24 * 40 }), fc.integer({ min: 0, max: 60 * 24 * 9 }))
      .map(([delay, length]) => ({
        from: new Date(at.getTime() + delay * MINUTE),
        to: new Date(at.getTime() + (delay + length) * MINUTE),
      })),
    { maxLength: 3 },
  );
const input = fc
  .record({ receivedAt: received, period, extension: fc.integer({ min: 0, max: 3 }) })
  .chain((rest) => pausesFrom(rest.receivedAt, -3 * 24 * 60).map((pauses) => ({ ...rest, pauses })));
const due = (given: DeadlineInput) => computeDeadline(given, calendar).dueAt!.getTime();
const holds = <T>(arbitrary: fc.Arbitrary<T>, predicate: (value: T) => void, numRuns = 300) =>
  fc.assert(fc.property(arbitrary, predicate), { numRuns });

describe('the calendar, whatever it is given', () => {
  it('agrees with a walker that counts minute by minute and day by day', () => {
    holds(input, (given) => expect(wall(due(given))).toBe(wall(naiveDueAt(given, calendar))), 1_000);
  });

  it('is monotone in the moment of receipt', () => {
    const twoReceipts = fc
      .tuple(received, fc.integer({ min: 0, max: 60 * 24 * 20 }), period)
      .map(([earlier, delay, given]) => ({ earlier, later: new Date(earlier.getTime() + delay * MINUTE), given }))
      // A pause of the receipt's own day is a pause of the one period and not of the other: it begins two days after both.
      .chain((two) => pausesFrom(two.later, 2 * 24 * 60).map((pauses) => ({ ...two, pauses })));
    holds(twoReceipts, ({ earlier, later, given, pauses }) =>
      expect(due({ receivedAt: earlier, period: given, pauses })).toBeLessThanOrEqual(
        due({ receivedAt: later, period: given, pauses }),
      ),
    );
  });

  it('is monotone in the length and in the extension', () => {
    holds(input, ({ period: given, extension, ...rest }) => {
      const now = due({ ...rest, extension, period: given });
      expect(now).toBeLessThanOrEqual(due({ ...rest, extension: extension + 1, period: given }));
      if (given.length === null) return;
      expect(now).toBeLessThanOrEqual(due({ ...rest, extension, period: { ...given, length: given.length + 1 } }));
    });
  });

  it('never ends on a closed day', () => {
    holds(input, (given) => expect(calendar.isWorkingDay(localDate(new Date(due(given) - 1)))).toBe(true));
  });

  it('is never shortened by a pause, and never due while one lasts', () => {
    holds(input, (given) => {
      const at = due(given);
      expect(at).toBeGreaterThanOrEqual(due({ ...given, pauses: [] }));
      const counted = given.pauses.filter(({ from, to }) => to > given.receivedAt && to > from);
      for (const { from, to } of counted) expect(from.getTime() < at && at <= to.getTime()).toBe(false);
    });
  });

  it('is not changed by an extension of zero, the order of the pauses, or a pause that had ended at receipt', () => {
    holds(input, ({ extension: _extension, ...given }) => {
      const ended = { from: new Date(given.receivedAt.getTime() - HOUR), to: given.receivedAt };
      expect(due({ ...given, extension: 0 })).toBe(due(given));
      expect(due({ ...given, pauses: [...given.pauses].reverse() })).toBe(due(given));
      expect(due({ ...given, pauses: [...given.pauses, ended] })).toBe(due(given));
    });
  });

  it('lengthens by an extension as by a longer period of the same way of counting', () => {
    holds(input, ({ extension, ...given }) => {
      const { unit: how, length } = given.period;
      fc.pre(length !== null && !(how === 'DAYS' && length <= 5));
      const longer = { ...given, period: { ...given.period, length: length! + extension } };
      expect(due({ ...given, extension })).toBe(due(longer));
    });
  });

  it('counts the working hours of a period without pauses', () => {
    const inHours = fc.record({ receivedAt: received, period }).filter((given) => isInHours(given.period));
    holds(inHours, (given) => {
      const { effectiveStartAt, dueAt } = computeDeadline(given, calendar);
      expect(calendar.workingHoursBetween(effectiveStartAt, dueAt!)).toBe(minutesOf(given) / 60);
      expect(effectiveStartAt).toEqual(calendar.nextWorkingMoment(given.receivedAt));
    });
  });

  it('adds working days there and back', () => {
    holds(fc.tuple(received, fc.integer({ min: 1, max: 60 })), ([at, days]) => {
      const workingDay = localDate(calendar.nextWorkingMoment(at));
      const later = calendar.addWorkingDays(workingDay, days);
      expect(calendar.addWorkingDays(later, -days)).toBe(workingDay);
      const hours = calendar.workingHoursBetween(atLocal(workingDay, '00:00'), atLocal(later, '00:00'));
      expect(hours).toBe(8 * days);
    });
  });
});

/** Cut at midnights, so that each piece lies in one day. */
const perDay = ({ from, to, ...rest }: Segment) => {
  const pieces = [];
  for (let at = from.getTime(); at < to!.getTime();) {
    const end = Math.min(to!.getTime(), atLocal(dateOf(at), '24:00').getTime());
    pieces.push({ ...rest, from: at, to: end, date: dateOf(at) });
    at = end;
  }
  return pieces;
};

describe('the explanation, whatever it explains', () => {
  it('runs from receipt to the due moment without a gap, each stretch with its article', () => {
    holds(input, (given) => {
      const { segments, dueAt, effectiveStartAt, provisional } = explainDeadline(given, calendar);
      expect({ dueAt, effectiveStartAt, provisional }).toEqual(computeDeadline(given, calendar));
      expect(segments[0]!.from).toEqual(given.receivedAt);
      expect(segments.at(-1)!.to).toEqual(dueAt);
      segments.slice(1).forEach((segment, index) => expect(segment.from).toEqual(segments[index]!.to));
      for (const { from, to, article } of segments) {
        expect(to!.getTime()).toBeGreaterThan(from.getTime());
        expect(article).toMatch(/제\d+조/);
      }
    });
  });

  it('counts exactly the period', () => {
    holds(input, (given) => {
      const counted = explainDeadline(given, calendar).segments.filter(
        ({ kind }) => kind === 'WORKING' || kind === 'EXTENDED',
      );
      if (isInHours(given.period)) {
        const sum = counted.reduce((total, { from, to }) => total + to!.getTime() - from.getTime(), 0);
        expect(sum / MINUTE).toBe(minutesOf(given));
        return;
      }
      // Whole days; the one that stands in for a closed last day is told apart by its article.
      const days = counted.filter(({ article }) => article !== '민법 제161조').flatMap(perDay);
      const extended = days.filter(({ kind }) => kind === 'EXTENDED');
      const daysOf = (extension: number) =>
        given.period.unit === 'DAYS'
          ? given.period.length! + extension
          : calendarDaysOf({ ...given, extension }, firstDayOf(given, calendar));
      expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
      expect(days.length).toBe(daysOf(given.extension));
      expect(days.length - extended.length).toBe(daysOf(0));
    });
  });

  it('says of each stretch what it is', () => {
    holds(input, (given) => {
      const inHours = isInHours(given.period);
      const working = given.period.unit === 'DAYS' || inHours;
      const isPausedAt = (at: number) =>
        given.pauses.some((pause) => pause.from.getTime() <= at && at < pause.to.getTime());
      for (const { kind, from, to, date, note } of explainDeadline(given, calendar).segments.flatMap(perDay)) {
        const paused = inHours
          ? isPausedAt(from) && isPausedAt(to - MINUTE)
          : touches(given.pauses, given.receivedAt, date);
        if (kind === 'HOLIDAY') expect(note).toBe(calendar.holidayName(date)!.ko);
        if (kind === 'WEEKEND') expect(calendar.dayKind(date)).toBe('WEEKEND');
        if (kind === 'PAUSED') expect(paused).toBe(true);
        if (kind !== 'WORKING' && kind !== 'EXTENDED') continue;
        expect(paused).toBe(false);
        if (working) expect(calendar.isWorkingDay(date)).toBe(true);
        if (inHours) expect([isOpen(from, calendar), isOpen(to - MINUTE, calendar)]).toEqual([true, true]);
      }
    });
  });
});
