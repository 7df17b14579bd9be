import { WorkingCalendar, atLocal, localDate } from './index';

const calendar = new WorkingCalendar();
const at = (text: string) => new Date(text.includes('T') ? `${text}+09:00` : `${text}T00:00+09:00`);

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
      en: 'Substitute holiday for Buddha’s Birthday',
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

  it('counts working hours by the minute and keeps an open moment as it is', () => {
    expect(calendar.workingHoursBetween(at('2026-11-27T11:15'), at('2026-11-27T13:30'))).toBe(1.25);
    expect(calendar.workingHoursBetween(at('2026-11-28T00:00'), at('2026-11-30T00:00'))).toBe(0);
    expect(calendar.nextWorkingMoment(at('2026-11-27T11:15:20'))).toEqual(at('2026-11-27T11:15:20'));
    expect(calendar.nextWorkingMoment(at('2026-11-27T12:00'))).toEqual(at('2026-11-27T13:00'));
    expect(calendar.nextWorkingMoment(at('2026-09-23T18:00'))).toEqual(at('2026-09-28T09:00'));
  });

  it.each<[string, () => unknown]>([
    ['a moment that is none', () => calendar.nextWorkingMoment(new Date(NaN))],
    ['hours from a moment that is none', () => calendar.workingHoursBetween(new Date(NaN), at('2026-11-27'))],
    ['half a working day', () => calendar.addWorkingDays('2026-11-27', 1.5)],
    ['a day that does not exist', () => calendar.isWorkingDay('2026-02-29')],
    ['a year before the five-day week', () => calendar.holidays(2005)],
    ['a day of that year', () => calendar.dayKind('2005-12-30')],
    ['a year after the lunar tables', () => calendar.holidays(2051)],
    ['a time that does not exist', () => atLocal('2026-11-27', '24:30')],
    ['a time that is none', () => atLocal('2026-11-27', 'noon')],
  ])('refuses %s', (_what, ask) => expect(ask).toThrow(RangeError));
});
