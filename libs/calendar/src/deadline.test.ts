import vectors from '../test-vectors/deadlines.json';
import { type Pause, type PeriodUnit, WorkingCalendar, computeDeadline, explainDeadline } from './index';

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

  it.each<[string, Pause, string]>([
    ['had ended at receipt', { from: at('2026-11-23T08:00'), to: at('2026-11-23T10:00') }, '2026-12-02'],
    ['was running at receipt', { from: at('2026-11-20'), to: at('2026-11-23T11:00') }, '2026-12-03'],
    ['was over within a moment', { from: at('2026-11-24T11:00'), to: at('2026-11-24T11:00') }, '2026-12-03'],
    ['touched a weekend alone', { from: at('2026-11-28T11:00'), to: at('2026-11-29T11:00') }, '2026-12-02'],
  ])('of seven days with a pause that %s', (_what, pause, date) => {
    const input = { receivedAt: at('2026-11-23T10:00'), period: days(7), pauses: [pause] };
    expect(computeDeadline(input, calendar).dueAt).toEqual(at(date));
  });

  it.each<[string, PeriodUnit, number | null, string, string, string]>([
    ['2026-09-18T10:00', 'DAYS', 6, '2026-09-23T10:00', '2026-09-28T11:00', '2026-10-02'],
    ['2026-09-23T17:00', 'IMMEDIATE', null, '2026-09-23T17:30', '2026-09-28T09:30', '2026-09-28T12:00'],
    ['2026-09-21T10:00', 'WEEKS', 1, '2026-09-23T10:00', '2026-09-24T10:00', '2026-09-30'],
  ])('received %s, %s %s, paused across Chuseok', (received, unit, length, from, to, date) => {
    const pauses = [{ from: at(from), to: at(to) }];
    expect(computeDeadline({ receivedAt: at(received), period: { unit, length }, pauses }, calendar).dueAt).toEqual(
      at(date),
    );
  });

  it('does not fall into a pause that begins while a closed last day waits for the next working day', () => {
    const month = { receivedAt: at('2026-10-29T10:00'), period: { unit: 'MONTHS', length: 1 } } as const;
    const pause = { from: at('2026-11-30T10:00'), to: at('2026-12-03T10:00') };
    expect(computeDeadline(month, calendar).dueAt).toEqual(at('2026-12-01'));
    expect(computeDeadline({ ...month, pauses: [{ ...pause, to: null }] }, calendar).dueAt).toBeNull();
    expect(computeDeadline({ ...month, pauses: [pause] }, calendar).dueAt).toEqual(at('2026-12-05'));
  });

  it.each<[string, PeriodUnit, number, string]>([
    ['2026-12-28T10:00', 'DAYS', 6, '2027-01-06'],
    ['2026-12-31T17:00', 'DAYS', 1, '2027-01-04T17:00'],
    ['2026-12-15T10:00', 'MONTHS', 1, '2027-01-15'],
    ['2024-01-29T10:00', 'MONTHS', 1, '2024-02-29'],
    ['2024-01-30T10:00', 'MONTHS', 1, '2024-03-01'],
    ['2023-02-28T10:00', 'YEARS', 1, '2024-02-28'],
    ['2024-02-26T10:00', 'WEEKS', 1, '2024-03-05'],
    ['2024-02-28T10:00', 'CALENDAR_DAYS', 2, '2024-03-01'],
  ])('received %s, %s %i: over a year’s end or a leap day', (received, unit, length, date) =>
    expect(computeDeadline({ receivedAt: at(received), period: { unit, length } }, calendar).dueAt).toEqual(at(date)),
  );

  it('keeps seconds and milliseconds', () => {
    const input = { receivedAt: at('2026-11-23T10:00:30.500'), period: { unit: 'IMMEDIATE', length: null } } as const;
    expect(computeDeadline(input, calendar).dueAt).toEqual(at('2026-11-23T14:00:30.500'));
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
    ['period.length', { receivedAt, period: days(-3) }],
    ['period.length', { receivedAt, period: days(1.5) }],
    ['period.length', { receivedAt, period: days(NaN) }],
    ['period.length', { receivedAt, period: days(Infinity) }],
    ['period.length', { receivedAt, period: { unit: 'DAYS', length: '7' } }],
    ['period.length', { receivedAt, period: days(1_000_000) }],
    ['period.length', { receivedAt, period: { unit: 'HOURS', length: null } }],
    ['period.length', { receivedAt, period: { unit: 'IMMEDIATE', length: 3 } }],
    ['period.unit', { receivedAt, period: { unit: 'FORTNIGHTS', length: 3 } }],
    ['period.unit', { receivedAt, period: { unit: 'toString', length: 3 } }],
    ['period.firstDayCounts', { receivedAt, period: { unit: 'HOURS', length: 7, firstDayCounts: false } }],
    ['period.firstDayCounts', { receivedAt, period: { unit: 'DAYS', length: 7, firstDayCounts: false } }],
    ['period.firstDayCounts', { receivedAt, period: { unit: 'IMMEDIATE', length: null, firstDayCounts: false } }],
    ['extension', { receivedAt, period: days(7), extension: -1 }],
    ['extension', { receivedAt, period: days(7), extension: 0.5 }],
    ['extension', { receivedAt, period: days(7), extension: 1_000_000 }],
    ['receivedAt', { receivedAt: new Date(NaN), period: days(7) }],
    ['receivedAt', { receivedAt: at('2005-12-30'), period: days(7) }],
    ['receivedAt', { receivedAt: new Date(8.64e15), period: days(7) }],
    ['receivedAt', { receivedAt: at('2050-12-30'), period: days(7) }],
    ['pauses.0', { receivedAt, period: days(7), pauses: [{ from: receivedAt, to: new Date(NaN) }] }],
    ['pauses.0.to', { receivedAt, period: days(7), pauses: [{ from: receivedAt, to: at('2026-11-22') }] }],
  ])('is refused at %s', (path, input) => {
    expect(() => computeDeadline(input as never, calendar)).toThrow(
      expect.objectContaining({ name: 'PeriodError', code: 'INVALID_VALUE', path }),
    );
  });
});
