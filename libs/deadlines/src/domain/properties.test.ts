import fc from 'fast-check';
import { type PeriodUnit, WorkingCalendar, computeDeadline } from '@charter/calendar';
import type { Deadline } from './deadline';
import { decide, reach } from './decide';
import { type DeadlineKind, NO_ACTION, USUAL_PLAN, nextAction } from './reminder-plan';
import type { DeadlineCommand } from './transitions';

const HOUR = 3_600_000;
const start = new Date('2026-03-02T00:00:00Z');
const kind: DeadlineKind = { kind: 'ANSWER', ownerRole: 'OFFICER', superiorRole: 'MANAGER', plan: USUAL_PLAN };
const calendars = [
  new WorkingCalendar(),
  new WorkingCalendar([{ date: '2026-03-03', nameKo: '임시공휴일', nameEn: 'Temporary holiday' }]),
];

type Turn =
  | { readonly do: 'next' | 'sweep' | 'meet' | 'cancel' | 'pause' | 'resume' | 'extend' | 'recompute' }
  | { readonly do: 'wait'; readonly hours: number };

const turn: fc.Arbitrary<Turn> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.double({ min: 0.1, max: 90, noNaN: true }) }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('next' as const, 'next' as const, 'sweep' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('pause' as const, 'resume' as const, 'extend' as const, 'recompute' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('meet' as const, 'cancel' as const) }) },
);

const period = fc.constantFrom<[PeriodUnit, number]>(
  ['HOURS', 4],
  ['DAYS', 3],
  ['DAYS', 7],
  ['WEEKS', 2],
  ['MONTHS', 1],
);

interface Told {
  readonly stage: string;
  /** How often the date had moved by then: a date that was moved away and back is a new promise. */
  readonly promise: number;
  readonly dueAt: number;
  readonly at: number;
}

/** Lives through a story: waiting, commands and sweeps in any order. */
function live([unit, length]: [PeriodUnit, number], turns: readonly Turn[], clockLagMs: number) {
  let now = start.getTime();
  let holidays = 0;
  let promise = 0;
  const told: Told[] = [];
  const input = { receivedAt: start, period: { unit, length } };
  const { dueAt, provisional } = computeDeadline(input, calendars[0]!);
  let deadline: Deadline = {
    ...input,
    id: 'd',
    kind: 'ANSWER',
    subjectType: 'COMPLAINT',
    subjectId: 's',
    departmentCode: 'ROADS',
    ownerId: null,
    extension: 0,
    pauses: [],
    dueAt,
    announcedDueAt: dueAt,
    provisional,
    state: 'RUNNING',
    missedAt: null,
    closedAt: null,
    ...NO_ACTION,
    ...nextAction(USUAL_PLAN, dueAt!, false, start, calendars[0]!),
    reachedAt: null,
    version: 1,
  };
  const sweep = () => {
    const reached = reach(deadline, new Date(now), { kind, calendar: calendars[holidays]! });
    if (!reached) return;
    if (reached.step) told.push({ stage: reached.step.stage, promise, dueAt: deadline.dueAt!.getTime(), at: now });
    deadline = { ...deadline, ...reached.change };
  };
  for (const step of turns) {
    if (step.do === 'wait') now += step.hours * HOUR;
    else if (step.do === 'next') {
      now = Math.max(now, (deadline.nextActionAt?.getTime() ?? now) + 1_000);
      sweep();
    } else if (step.do === 'sweep') sweep();
    else {
      const moment = new Date(Math.max(now - clockLagMs, start.getTime()));
      if (step.do === 'recompute') holidays = 1 - holidays;
      const command = {
        type: step.do,
        ...(step.do === 'pause' && { from: moment }),
        ...(step.do === 'resume' && { at: moment }),
        ...(step.do === 'extend' && { by: 1 }),
      } as DeadlineCommand;
      const decided = decide(deadline, command, moment, { kind, calendar: calendars[holidays]! });
      if (!decided.ok) continue;
      const before = deadline.dueAt?.getTime();
      deadline = { ...deadline, ...decided.value };
      if (deadline.dueAt?.getTime() !== before) promise += 1;
    }
  }
  return { deadline, told, sweep, now: () => now, wait: (hours: number) => (now += hours * HOUR) };
}

const story = fc.tuple(period, fc.array(turn, { maxLength: 40 }), fc.constantFrom(0, 0, 5_000));

describe('whatever happens, in whatever order', () => {
  it('announces each stage before and at the date once for each promise', () =>
    fc.assert(
      fc.property(story, (given) => {
        const once = live(...given).told.filter(({ stage }) => stage !== 'ESCALATED');
        expect(new Set(once.map(({ stage, promise }) => `${stage} ${promise}`)).size).toBe(once.length);
      }),
      { numRuns: 1_500 },
    ));

  it('never escalates twice within one interval', () =>
    fc.assert(
      fc.property(story, (given) => {
        const escalated = live(...given).told.filter(({ stage }) => stage === 'ESCALATED');
        const moments = escalated.map(
          ({ dueAt, at, promise }) => `${promise} ${Math.floor((at - dueAt) / (5 * 24 * HOUR))}`,
        );
        expect(new Set(moments).size).toBe(moments.length);
      }),
      { numRuns: 1_000 },
    ));

  it('says nothing of lateness before its date, and no reminder after it', () =>
    fc.assert(
      fc.property(story, (given) => {
        for (const { stage, dueAt, at } of live(...given).told) {
          if (stage === 'LATE' || stage === 'ESCALATED') expect(at).toBeGreaterThanOrEqual(dueAt);
          else expect(at).toBeLessThan(dueAt);
        }
      }),
      { numRuns: 1_000 },
    ));

  it('holds together: what is open has a date and a next moment, what is paused has none, and late is its date', () =>
    fc.assert(
      fc.property(story, (given) => {
        const { deadline } = live(...given);
        const { state, dueAt, missedAt, nextActionAt, closedAt } = deadline;
        expect(closedAt !== null).toBe(state === 'MET' || state === 'CANCELLED');
        if (state === 'RUNNING') expect([dueAt !== null, nextActionAt !== null, missedAt]).toEqual([true, true, null]);
        if (state === 'PAUSED') expect([dueAt, nextActionAt, missedAt]).toEqual([null, null, null]);
        if (state === 'MISSED') expect([missedAt, nextActionAt !== null]).toEqual([dueAt, true]);
        if (closedAt && nextActionAt) expect(missedAt).not.toBeNull();
      }),
      { numRuns: 1_000 },
    ));

  it('a delayed sweep only delays: what was late when it closed is told by the next', () =>
    fc.assert(
      fc.property(story, (given) => {
        const lived = live(...given);
        const before = lived.deadline;
        lived.wait(1);
        lived.sweep();
        if (before.closedAt && before.missedAt) expect(lived.told.map(({ stage }) => stage)).toContain('LATE');
      }),
      { numRuns: 1_000 },
    ));
});
