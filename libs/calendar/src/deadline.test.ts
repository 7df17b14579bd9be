import vectors from '../test-vectors/deadlines.json';
import { type PeriodUnit, WorkingCalendar, atLocal, computeDeadline, explainDeadline, localDate } from './index';

const calendar = new WorkingCalendar();
const at = (text: string) => new Date(text.includes('T') ? `${text}+09:00` : `${text}T00:00+09:00`);

describe('the vectors', () => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { receivedAt, period, pauses, extension, dueAt }) => {
      const input = {
        receivedAt: new Date(receivedAt),
        period: { ...period, unit: period.unit as PeriodUnit },
        pauses: (pauses as { from: string; to: string }[]).map(({ from, to }) => ({
          from: new Date(from),
          to: new Date(to),
        })),
        extension,
      };
      expect(computeDeadline(input, calendar).dueAt).toEqual(new Date(dueAt));
      expect(explainDeadline(input, calendar).dueAt).toEqual(new Date(dueAt));
    },
  );
});

const days = (length: number) => ({ unit: 'DAYS', length }) as const;

describe('what is due', () => {
  it('has no date while a pause is open, and the same date if the pause opens after it', () => {
    const input = { receivedAt: at('2026-11-23T10:00'), period: days(7) };
    expect(
      computeDeadline({ ...input, pauses: [{ from: at('2026-11-25T11:00'), to: null }] }, calendar).dueAt,
    ).toBeNull();
    expect(computeDeadline({ ...input, pauses: [{ from: at('2026-12-02'), to: null }] }, calendar).dueAt).toEqual(
      at('2026-12-02'),
    );
  });

  it('counts overlapping pauses once', () => {
    const pause = (from: string, to: string) => ({ from: at(from), to: at(to) });
    const due = (pauses: ReturnType<typeof pause>[]) =>
      computeDeadline({ receivedAt: at('2026-11-25T10:00'), period: days(3), pauses }, calendar).dueAt;
    const one = due([pause('2026-11-25T11:00', '2026-12-01T10:00')]);
    expect(due([pause('2026-11-30T09:00', '2026-12-01T10:00'), pause('2026-11-25T11:00', '2026-11-30T15:00')])).toEqual(
      one,
    );
  });

  it('moves with a declared holiday', () => {
    const declared = new WorkingCalendar([{ date: '2026-11-30', nameKo: '임시공휴일', nameEn: 'Temporary holiday' }]);
    expect(computeDeadline({ receivedAt: at('2026-11-23T10:00'), period: days(7) }, declared).dueAt).toEqual(
      at('2026-12-03'),
    );
  });

  it.each([
    ['2027-12-20T10:00', 6, false],
    ['2027-12-30T10:00', 2, true],
    ['2017-12-20T10:00', 6, true],
    ['2028-03-02T10:00', 6, true],
  ])('received %s, %i days: provisional %s', (received, length, provisional) => {
    expect(computeDeadline({ receivedAt: at(received), period: days(length) }, calendar).provisional).toBe(provisional);
  });

  it('is not provisional when the period ends at 24:00 of the gazette’s last day', () => {
    expect(computeDeadline({ receivedAt: at('2027-12-23T10:00'), period: days(6) }, calendar)).toMatchObject({
      dueAt: at('2028-01-01'),
      provisional: false,
    });
  });
});

describe('bad input', () => {
  const receivedAt = at('2026-11-23T10:00');
  it.each([
    ['period.length', { receivedAt, period: days(0) }],
    ['period.length', { receivedAt, period: days(1.5) }],
    ['period.length', { receivedAt, period: days(1_000_000) }],
    ['period.length', { receivedAt, period: { unit: 'HOURS', length: null } }],
    ['period.length', { receivedAt, period: { unit: 'IMMEDIATE', length: 3 } }],
    ['period.unit', { receivedAt, period: { unit: 'FORTNIGHTS', length: 3 } }],
    ['period.firstDayCounts', { receivedAt, period: { unit: 'DAYS', length: 7, firstDayCounts: false } }],
    ['period.firstDayCounts', { receivedAt, period: { unit: 'IMMEDIATE', length: null, firstDayCounts: false } }],
    ['extension', { receivedAt, period: days(7), extension: -1 }],
    ['receivedAt', { receivedAt: new Date(NaN), period: days(7) }],
    ['receivedAt', { receivedAt: at('1970-01-01'), period: days(7) }],
    ['receivedAt', { receivedAt: at('2050-12-30'), period: days(7) }],
    ['pauses.0.to', { receivedAt, period: days(7), pauses: [{ from: receivedAt, to: at('2026-11-22') }] }],
  ])('is refused at %s', (path, input) => {
    expect(() => computeDeadline(input as never, calendar)).toThrow(
      expect.objectContaining({ name: 'PeriodError', code: 'INVALID_VALUE', path }),
    );
  });
});

describe('the explanation', () => {
  const explain = (input: Parameters<typeof explainDeadline>[0]) =>
    explainDeadline(input, calendar).segments.map(
      ({ from, to, kind, note }) =>
        [from, to]
          .map((moment) => (moment ? new Date(moment.getTime() + 9 * 3_600_000).toISOString().slice(5, 16) : 'open'))
          .join(' ') + ` ${kind}${note ? ` ${note}` : ''}`,
    );

  it('names lunch, night and weekend of an hour period', () => {
    expect(explain({ receivedAt: at('2026-11-27T17:00'), period: { unit: 'IMMEDIATE', length: null } })).toEqual([
      '11-27T17:00 11-27T18:00 WORKING',
      '11-27T18:00 11-28T00:00 CLOSED 근무시간 외',
      '11-28T00:00 11-30T00:00 WEEKEND',
      '11-30T00:00 11-30T09:00 CLOSED 근무시간 외',
      '11-30T09:00 11-30T11:00 WORKING',
    ]);
  });

  it('names holidays, pauses and the extension of a day period', () => {
    const pauses = [{ from: at('2026-09-21T11:00'), to: at('2026-09-21T15:00') }];
    expect(explain({ receivedAt: at('2026-09-18T10:00'), period: days(6), extension: 1, pauses })).toEqual([
      '09-18T10:00 09-19T00:00 WORKING',
      '09-19T00:00 09-21T00:00 WEEKEND',
      '09-21T00:00 09-22T00:00 PAUSED',
      '09-22T00:00 09-24T00:00 WORKING',
      '09-24T00:00 09-25T00:00 HOLIDAY 추석 전날',
      '09-25T00:00 09-26T00:00 HOLIDAY 추석',
      '09-26T00:00 09-27T00:00 HOLIDAY 추석 다음 날',
      '09-27T00:00 09-28T00:00 WEEKEND',
      '09-28T00:00 10-01T00:00 WORKING',
      '10-01T00:00 10-02T00:00 EXTENDED 연장',
    ]);
  });

  it('says why a calendar period starts and ends when it does', () => {
    expect(
      explain({ receivedAt: at('2026-11-23T22:00'), period: { unit: 'WEEKS', length: 1, firstDayCounts: false } }),
    ).toEqual(['11-23T22:00 11-24T00:00 CLOSED 초일 불산입', '11-24T00:00 12-01T00:00 WORKING']);
    expect(explain({ receivedAt: at('2026-11-23T10:00'), period: { unit: 'CALENDAR_DAYS', length: 6 } })).toEqual([
      '11-23T10:00 11-29T00:00 WORKING',
      '11-29T00:00 11-30T00:00 WEEKEND',
      '11-30T00:00 12-01T00:00 WORKING 말일이 토요일·공휴일이어서 다음 근무일에 만료',
    ]);
  });

  it('ends with the open pause', () => {
    expect(
      explain({
        receivedAt: at('2026-11-23T10:00'),
        period: days(3),
        pauses: [{ from: at('2026-11-23T14:00'), to: null }],
      }).at(-1),
    ).toBe('11-23T14:00 open PAUSED');
  });
});

describe('the working calendar', () => {
  it('counts working days and hours', () => {
    expect(calendar.addWorkingDays('2026-11-27', 1)).toBe('2026-11-30');
    expect(calendar.addWorkingDays('2026-11-30', -3)).toBe('2026-11-25');
    expect(calendar.workingHoursBetween(at('2026-11-27T11:00'), at('2026-11-30T10:00'))).toBe(7);
    expect(calendar.workingHoursBetween(at('2026-11-30T10:00'), at('2026-11-27T11:00'))).toBe(-7);
    expect(calendar.nextWorkingMoment(at('2026-11-27T18:00'))).toEqual(at('2026-11-30T09:00'));
  });

  it('knows what each day is', () => {
    expect(['2026-07-17', '2026-07-18', '2026-07-20'].map((date) => calendar.dayKind(date))).toEqual([
      'HOLIDAY',
      'WEEKEND',
      'WORKING',
    ]);
    expect(calendar.holidayName('2026-05-25')).toEqual({
      ko: '대체공휴일(부처님 오신 날)',
      en: 'Substitute holiday (Buddha’s Birthday)',
    });
    expect(calendar.holidays(2028)[0]).toMatchObject({ date: '2028-01-01', provisional: true, declared: false });
  });

  it('takes declared holidays in, once, and refuses days that do not exist', () => {
    const declared = new WorkingCalendar([
      { date: '2026-12-24', nameKo: '임시공휴일', nameEn: 'Temporary holiday' },
      { date: '2026-12-25', nameKo: '임시공휴일', nameEn: 'Temporary holiday' },
    ]);
    expect(declared.isWorkingDay('2026-12-24')).toBe(false);
    expect(
      declared
        .holidays(2026)
        .filter(({ date }) => date.startsWith('2026-12'))
        .map(({ declared: once }) => once),
    ).toEqual([true, false]);
    expect(() => new WorkingCalendar([{ date: '2026-02-30', nameKo: '', nameEn: '' }])).toThrow('not a day');
  });

  it('reads and writes local time', () => {
    expect(localDate(new Date('2026-11-23T15:00:00Z'))).toBe('2026-11-24');
    expect(atLocal('2026-11-23', '09:00')).toEqual(at('2026-11-23T09:00'));
  });
});
