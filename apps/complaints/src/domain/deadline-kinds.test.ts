import { WorkingCalendar, computeDeadline } from '@charter/calendar';
import { DeclaredHolidays, Deadlines, nextAction } from '@charter/deadlines';
import { ACCEPTANCE, ACCEPTANCE_PERIOD, CHARTER, DEADLINE_KINDS, STATUTORY, promiseOf } from './deadline-kinds';

const calendar = new WorkingCalendar();

it('reminds of both promises three working days and one before, at 09:00 on the day, at lateness, then every fifth day', () => {
  const dueAt = new Date('2026-12-02T00:00:00+09:00'); // the end of Tuesday, 1 December
  for (const { plan } of DEADLINE_KINDS.filter(({ kind }) => promiseOf(kind))) {
    const stages: string[] = [];
    let now = new Date('2026-11-20T10:00:00+09:00');
    let missed = false;
    for (let step = 0; step < 6; step += 1) {
      const { nextActionAt, nextStage } = nextAction(plan, dueAt, missed, now, calendar);
      stages.push(`${nextStage} ${new Date(nextActionAt!.getTime() + 9 * 3_600_000).toISOString().slice(0, 16)}`);
      missed ||= nextStage === 'LATE';
      now = nextActionAt!;
    }
    expect(stages).toEqual([
      'THREE_DAYS_BEFORE 2026-11-26T09:00',
      'ONE_DAY_BEFORE 2026-11-30T09:00',
      'DUE_TODAY 2026-12-01T09:00',
      'LATE 2026-12-02T00:00',
      'ESCALATED 2026-12-08T09:00',
      'ESCALATED 2026-12-15T09:00',
    ]);
  }
});

it('gives an online filing of Friday evening until Monday evening to be accepted', () => {
  const receivedAt = new Date('2026-11-20T19:30:00+09:00');
  expect(computeDeadline({ receivedAt, period: ACCEPTANCE_PERIOD }, calendar).dueAt).toEqual(
    new Date('2026-11-23T18:00:00+09:00'),
  );
});

it('tells of the promises alone, and every kind has the moment of lateness that the mechanism demands', () => {
  expect([STATUTORY, CHARTER, ACCEPTANCE].map(promiseOf)).toEqual(['STATUTORY', 'CHARTER', undefined]);
  expect(() => new Deadlines(DEADLINE_KINDS, new DeclaredHolidays())).not.toThrow();
});
