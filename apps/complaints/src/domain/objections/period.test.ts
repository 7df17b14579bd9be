import { WorkingCalendar, atLocal, computeDeadline, localDate } from '@charter/calendar';
import { type ObjectionRule, STATUTORY_RULE, decideRule, objectUntil } from './period';

const calendar = new WorkingCalendar();
const at = (text: string): Date => new Date(`${text}+09:00`);

describe('60 days to object', () => {
  it.each([
    ['from the day after', '2026-11-20T15:00', '2027-01-20T00:00'],
    ['whatever the hour: a minute before midnight', '2026-11-20T23:59', '2027-01-20T00:00'],
    ['at midnight in Seoul another day begins', '2026-11-21T00:00', '2027-01-21T00:00'],
    ['told on a Saturday', '2026-11-21T11:00', '2027-01-21T00:00'],
    ['the 60th day, 2 January 2027, is a Saturday, and the Sunday follows', '2026-11-03T10:00', '2027-01-05T00:00'],
    ['the 60th day is 신정', '2026-11-02T10:00', '2027-01-05T00:00'],
    ['the 60th day is in 설날 2027 with its substitute day', '2026-12-08T10:00', '2027-02-11T00:00'],
    ['over a leap day', '2028-01-15T10:00', '2028-03-16T00:00'],
  ])('%s', (_name, toldAt, until) => expect(objectUntil(at(toldAt), calendar)).toEqual(at(until)));

  it('moves with a holiday that is declared on the last day', () => {
    const declared = new WorkingCalendar([{ date: '2027-01-19', nameKo: '시민의 날', nameEn: 'Citizens’ Day' }]);
    expect(objectUntil(at('2026-11-20T15:00'), declared)).toEqual(at('2027-01-21T00:00'));
  });
});

describe('10 days to decide, extended by up to 10 from the day after expiry', () => {
  const due = (receivedAt: Date, extension = 0): Date =>
    computeDeadline({ receivedAt, period: STATUTORY_RULE.period, extension }, calendar).dueAt!;

  it.each([
    ['over weekends', '2026-11-23T10:00', '2026-12-05T00:00', '2026-12-19T00:00'],
    ['over Christmas and 신정', '2026-12-14T10:00', '2026-12-29T00:00', '2027-01-13T00:00'],
    ['over 설날 2027', '2027-02-01T10:00', '2027-02-17T00:00', '2027-03-04T00:00'],
    ['filed on a Saturday', '2026-11-28T10:00', '2026-12-12T00:00', '2026-12-29T00:00'],
    ['filed after the office closed', '2026-11-23T18:00', '2026-12-08T00:00', '2026-12-22T00:00'],
  ])('%s', (_name, filedAt, first, extended) => {
    expect([due(at(filedAt)), due(at(filedAt), 10)]).toEqual([at(first), at(extended)]);
  });

  // The extension is a period of its own, whose first day is the day after the old one ended.
  it('gives the same day as counting a new period from the day after expiry, on every day of four years', () => {
    for (let day = Date.UTC(2025, 0, 1, 1); day < Date.UTC(2029, 0, 1); day += 86_400_000) {
      const receivedAt = new Date(day);
      const expired = due(receivedAt);
      const lastDay = localDate(new Date(expired.getTime() - 1));
      for (const days of [1, 5, 10]) {
        expect(due(receivedAt, days)).toEqual(atLocal(calendar.addWorkingDays(lastDay, days), '24:00'));
      }
    }
  });
});

describe('a rule of the charter', () => {
  const TODAY = '2026-11-23';
  const rule = (changes: Partial<ObjectionRule> = {}): ObjectionRule => ({
    ...{ period: { unit: 'DAYS', length: 7 }, longestExtension: 7, validFrom: TODAY },
    ...changes,
  });

  it.each([
    rule(),
    rule({ longestExtension: 0 }),
    rule({ period: { unit: 'WEEKS', length: 2 }, validFrom: '2027-01-01' }),
  ])('may be %j', (given) => expect(decideRule(given, TODAY)).toEqual({ ok: true, value: given }));

  it.each([
    [{ validFrom: '2026-11-22' }, 'TOO_LATE', ['validFrom']],
    [{ longestExtension: -1 }, 'INVALID_VALUE', ['longestExtension']],
    [{ longestExtension: 5_000 }, 'INVALID_VALUE', ['longestExtension']],
    [{ period: { unit: 'DAYS', length: 0 } }, 'INVALID_VALUE', ['period', 'length']],
    [{ period: { unit: 'DAYS', length: null } }, 'INVALID_VALUE', ['period', 'length']],
    [{ period: { unit: 'DAYS', length: 7, firstDayCounts: false } }, 'INVALID_VALUE', ['period', 'firstDayCounts']],
  ] as const)('may not be %j', (changes, code, path) =>
    expect(decideRule(rule(changes), TODAY)).toMatchObject({ ok: false, refusals: [{ code, path }] }),
  );
});
