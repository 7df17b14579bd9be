import { WorkingCalendar, computeDeadline } from '@charter/calendar';
import { DeclaredHolidays, Deadlines, nextAction } from '@charter/deadlines';
import {
  ACCEPTANCE,
  CHARTER,
  DEADLINE_KINDS,
  INTERIM_REPORT,
  LIMITS,
  STATUTORY,
  SUPPLEMENT,
  isTask,
  promiseOf,
} from './deadline-kinds';

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
  expect(computeDeadline({ receivedAt, period: LIMITS.ACCEPTANCE }, calendar).dueAt).toEqual(
    new Date('2026-11-23T18:00:00+09:00'),
  );
});

it('tells of the promises alone, and every kind has the moment of lateness that the mechanism demands', () => {
  expect([STATUTORY, CHARTER, ACCEPTANCE].map(promiseOf)).toEqual(['STATUTORY', 'CHARTER', undefined]);
  expect(() => new Deadlines(DEADLINE_KINDS, new DeclaredHolidays())).not.toThrow();
});

it.each([
  ['passing on inside the city', 'TRANSFER_INSIDE', '2026-11-20T16:00:00+09:00', '2026-11-23T10:00:00+09:00'],
  ['passing on to another body', 'TRANSFER_OUTSIDE', '2026-11-20T16:00:00+09:00', '2026-11-23T16:00:00+09:00'],
  ['from the front desk', 'FORWARDING', '2026-11-20T17:30:00+09:00', '2026-11-23T09:30:00+09:00'],
  ['asking for a supplement', 'SUPPLEMENT_REQUEST', '2026-11-20T09:00:00+09:00', '2026-11-20T18:00:00+09:00'],
  [
    'an interim report: the 30th day is a Saturday',
    'INTERIM_REPORT',
    '2026-11-20T09:00:00+09:00',
    '2026-12-22T00:00:00+09:00',
  ],
  [
    '60 days from the day after, for an objection',
    'OBJECTION',
    '2026-11-20T15:00:00+09:00',
    '2027-01-20T00:00:00+09:00',
  ],
] as const)('limits %s', (_name, limit, receivedAt, dueAt) => {
  expect(computeDeadline({ receivedAt: new Date(receivedAt), period: LIMITS[limit] }, calendar).dueAt).toEqual(
    new Date(dueAt),
  );
});

it('tells the officer of the duties within a complaint, and the citizen of the supplement', () => {
  expect(DEADLINE_KINDS.filter(({ kind }) => isTask(kind)).map(({ kind }) => kind)).toEqual([
    ACCEPTANCE,
    'SUSPENSION',
    INTERIM_REPORT,
    'INTERIM_REQUESTED',
  ]);
  expect(DEADLINE_KINDS.find(({ kind }) => kind === SUPPLEMENT)).toMatchObject({ ownerRole: 'CITIZEN' });
});
