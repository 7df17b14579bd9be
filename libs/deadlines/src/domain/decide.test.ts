import { WorkingCalendar } from '@charter/calendar';
import { DEADLINE_STATES, type Deadline, type DeadlineState } from './deadline';
import { decide, reach } from './decide';
import { onTimeRate } from './on-time-rate';
import { type DeadlineKind, USUAL_PLAN, checkKind, nextAction } from './reminder-plan';
import { type DeadlineCommand, TRANSITIONS } from './transitions';

const calendar = new WorkingCalendar();
const at = (text: string) => new Date(text.includes('T') ? `${text}+09:00` : `${text}T00:00+09:00`);
const kind: DeadlineKind = { kind: 'ANSWER', ownerRole: 'OFFICER', superiorRole: 'MANAGER', plan: USUAL_PLAN };
const rules = { kind, calendar };

const deadline = (changes: Partial<Deadline> = {}): Deadline => ({
  id: 'd1',
  kind: 'ANSWER',
  subjectType: 'COMPLAINT',
  subjectId: 's1',
  departmentCode: 'ROADS',
  ownerId: null,
  receivedAt: at('2026-11-23T10:00'),
  period: { unit: 'DAYS', length: 7, firstDayCounts: true },
  extension: 0,
  pauses: [],
  dueAt: at('2026-12-02'),
  announcedDueAt: at('2026-12-02'),
  provisional: false,
  state: 'RUNNING',
  missedAt: null,
  closedAt: null,
  nextActionAt: at('2026-11-26T09:00'),
  nextStage: 'THREE_DAYS_BEFORE',
  reachedAt: null,
  version: 1,
  ...changes,
});

const inState: Record<DeadlineState, Deadline> = {
  RUNNING: deadline(),
  PAUSED: deadline({
    state: 'PAUSED',
    dueAt: null,
    pauses: [{ from: at('2026-11-24T10:00'), to: null }],
    nextActionAt: null,
    nextStage: null,
  }),
  MISSED: deadline({
    state: 'MISSED',
    missedAt: at('2026-12-02'),
    nextActionAt: at('2026-12-08T09:00'),
    nextStage: 'ESCALATED',
  }),
  MET: deadline({ state: 'MET', closedAt: at('2026-12-01T10:00'), nextActionAt: null, nextStage: null }),
  CANCELLED: deadline({ state: 'CANCELLED', closedAt: at('2026-12-01T10:00'), nextActionAt: null, nextStage: null }),
};
const momentOf: Record<DeadlineState, Date> = {
  RUNNING: at('2026-11-25T10:00'),
  PAUSED: at('2026-11-25T10:00'),
  MISSED: at('2026-12-03T10:00'),
  MET: at('2026-12-03T10:00'),
  CANCELLED: at('2026-12-03T10:00'),
};

const commands: Record<DeadlineCommand['type'], (now: Date) => DeadlineCommand> = {
  pause: (now) => ({ type: 'pause', from: now }),
  resume: (now) => ({ type: 'resume', at: now }),
  extend: () => ({ type: 'extend', by: 5 }),
  meet: () => ({ type: 'meet' }),
  cancel: () => ({ type: 'cancel' }),
  reassign: () => ({ type: 'reassign', departmentCode: 'PARKS', ownerId: null }),
  recompute: () => ({ type: 'recompute' }),
};

describe('every command in every state', () => {
  const pairs = DEADLINE_STATES.flatMap((state) =>
    (Object.keys(TRANSITIONS) as DeadlineCommand['type'][]).map((type) => [state, type] as const),
  );
  it.each(pairs)('%s × %s', (state, type) => {
    const now = momentOf[state];
    const decided = decide(inState[state], commands[type](now), now, rules);
    if (TRANSITIONS[type].includes(state)) expect(decided).toMatchObject({ ok: true });
    else {
      const code = state === 'MISSED' && (type === 'pause' || type === 'extend') ? 'TOO_LATE' : 'INVALID_STATE';
      expect(decided).toMatchObject({ ok: false, refusals: [{ code }] });
    }
  });

  it.each(Object.keys(TRANSITIONS) as DeadlineCommand['type'][])(
    '%s on a late one is decided alike before and after the sweep',
    (type) => {
      const now = momentOf.MISSED;
      const unseen = decide(deadline(), commands[type](now), now, rules);
      const seen = decide(inState.MISSED, commands[type](now), now, rules);
      if (type === 'recompute') return expect(unseen).toMatchObject({ ok: true, value: { dueAt: at('2026-12-02') } });
      const result = (decided: typeof seen) =>
        decided.ok ? [decided.value.state, decided.value.missedAt] : decided.refusals.map(({ code }) => code);
      expect(result(unseen)).toEqual(result(seen));
    },
  );
});

const accept = (state: Deadline, command: DeadlineCommand, now: Date) => {
  const decided = decide(state, command, now, rules);
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusals));
  return { ...state, ...decided.value };
};

describe('what a command changes', () => {
  it('takes the date away while it is paused, and gives it back later when it goes on', () => {
    const paused = accept(deadline(), { type: 'pause', from: at('2026-11-25T11:00') }, at('2026-11-25T11:00'));
    expect(paused).toMatchObject({ state: 'PAUSED', dueAt: null, nextActionAt: null });
    const resumed = accept(paused, { type: 'resume', at: at('2026-12-01T10:00') }, at('2026-12-01T10:00'));
    expect(resumed).toMatchObject({
      state: 'RUNNING',
      dueAt: at('2026-12-09'),
      announcedDueAt: at('2026-12-02'),
      nextStage: 'THREE_DAYS_BEFORE',
      nextActionAt: at('2026-12-03T09:00'),
    });
  });

  it('lengthens by an extension, in working days', () => {
    expect(accept(deadline(), { type: 'extend', by: 5 }, at('2026-11-25T11:00'))).toMatchObject({
      extension: 5,
      dueAt: at('2026-12-09'),
    });
  });

  it('keeps late what is done late, also when no sweep has seen it', () => {
    const now = at('2026-12-02T00:00:01');
    expect(accept(deadline(), { type: 'meet' }, now)).toMatchObject({
      state: 'MET',
      missedAt: at('2026-12-02'),
      closedAt: now,
      nextStage: 'LATE',
    });
    expect(accept(inState.MISSED, { type: 'meet' }, at('2026-12-04'))).toMatchObject({
      state: 'MET',
      missedAt: at('2026-12-02'),
    });
    expect(accept(deadline(), { type: 'meet' }, at('2026-12-01T23:59'))).toMatchObject({
      state: 'MET',
      missedAt: null,
    });
  });

  it('was never late when the day turns out not to count', () => {
    const withHoliday = {
      kind,
      calendar: new WorkingCalendar([{ date: '2026-12-01', nameKo: '임시공휴일', nameEn: 'Temporary holiday' }]),
    };
    const decided = decide(inState.MISSED, { type: 'recompute' }, at('2026-12-02T08:00'), withHoliday);
    expect(decided).toMatchObject({
      ok: true,
      value: { state: 'RUNNING', missedAt: null, dueAt: at('2026-12-03'), nextStage: 'DUE_TODAY' },
    });
  });

  it('missed the new date when a day before it turns out not to count and the new one has passed too', () => {
    const withHoliday = {
      kind,
      calendar: new WorkingCalendar([{ date: '2026-12-01', nameKo: '임시공휴일', nameEn: 'Temporary holiday' }]),
    };
    expect(decide(inState.MISSED, { type: 'recompute' }, at('2026-12-04'), withHoliday)).toMatchObject({
      value: { state: 'MISSED', missedAt: at('2026-12-03'), dueAt: at('2026-12-03') },
    });
  });

  it('stays paused when a revoked holiday puts its end before the pause', () => {
    const paused = deadline({ ...inState.PAUSED, pauses: [{ from: at('2026-12-02T10:00'), to: null }] });
    expect(decide(paused, { type: 'recompute' }, at('2026-12-02T11:00'), rules)).toMatchObject({
      value: { state: 'PAUSED', dueAt: null, nextActionAt: null },
    });
  });

  it('does not bring a stage back when the service’s clock lags behind the database’s', () => {
    const reached = deadline({ reachedAt: at('2026-11-26T09:00:01'), nextStage: 'ONE_DAY_BEFORE' });
    expect(decide(reached, { type: 'recompute' }, at('2026-11-26T08:59:58'), rules)).toMatchObject({
      value: { nextStage: 'ONE_DAY_BEFORE' },
    });
    const missed = { ...inState.MISSED, reachedAt: at('2026-12-02T00:00:01') };
    expect(decide(missed, { type: 'recompute' }, at('2026-12-01T23:59:58'), rules)).toMatchObject({
      value: { state: 'MISSED', nextStage: 'ESCALATED' },
    });
  });

  it.each([
    [
      'a pause that began before the date, entered after it',
      deadline(),
      { type: 'pause', from: at('2026-11-25') },
      at('2026-12-02T09:00'),
      'TOO_LATE',
    ],
    [
      'a pause that has not begun',
      deadline(),
      { type: 'pause', from: at('2026-11-26') },
      at('2026-11-25'),
      'INVALID_VALUE',
    ],
    [
      'an end that has not come',
      inState.PAUSED,
      { type: 'resume', at: at('2026-11-26') },
      at('2026-11-25'),
      'INVALID_VALUE',
    ],
    ['an extension beyond all measure', deadline(), { type: 'extend', by: 99_999 }, at('2026-11-25'), 'INVALID_VALUE'],
    [
      'a pause after the date',
      deadline(),
      { type: 'pause', from: at('2026-12-02') },
      at('2026-12-02T09:00'),
      'TOO_LATE',
    ],
    [
      'a pause before receipt',
      deadline(),
      { type: 'pause', from: at('2026-11-20') },
      at('2026-11-25'),
      'INVALID_VALUE',
    ],
    [
      'an end before the beginning of the pause',
      inState.PAUSED,
      { type: 'resume', at: at('2026-11-24T09:00') },
      at('2026-11-25'),
      'INVALID_VALUE',
    ],
    ['an extension after the date', deadline(), { type: 'extend', by: 5 }, at('2026-12-02'), 'TOO_LATE'],
    ['an extension by nothing', deadline(), { type: 'extend', by: 0 }, at('2026-11-25'), 'INVALID_VALUE'],
  ] as const)('refuses %s', (_name, state, command, now, code) => {
    expect(decide(state, command, now, rules)).toMatchObject({ ok: false, refusals: [{ code }] });
  });
});

describe('the plan', () => {
  const next = (now: string, missed = false, dueAt = at('2026-12-02')) => {
    const { nextStage, nextActionAt } = nextAction(USUAL_PLAN, dueAt, missed, at(now), calendar);
    return [nextStage, nextActionAt];
  };

  it.each([
    ['2026-11-23T10:00', false, 'THREE_DAYS_BEFORE', '2026-11-26T09:00'],
    ['2026-11-26T09:00', false, 'ONE_DAY_BEFORE', '2026-11-30T09:00'],
    ['2026-11-30T09:00', false, 'DUE_TODAY', '2026-12-01T09:00'],
    ['2026-12-01T09:00', false, 'LATE', '2026-12-02'],
    ['2026-12-30T09:00', false, 'LATE', '2026-12-02'],
    ['2026-12-02T00:00', true, 'ESCALATED', '2026-12-08T09:00'],
    ['2026-12-08T09:00', true, 'ESCALATED', '2026-12-15T09:00'],
  ])('at %s (late: %s) comes %s', (now, missed, stage, moment) =>
    expect(next(now, missed)).toEqual([stage, at(moment)]),
  );

  it('reminds on the day of an hour deadline only before its moment', () => {
    expect(next('2026-11-27T08:00', false, at('2026-11-27T18:00'))).toEqual(['DUE_TODAY', at('2026-11-27T09:00')]);
    expect(next('2026-11-27T10:00', false, at('2026-11-27T18:00'))).toEqual(['LATE', at('2026-11-27T18:00')]);
  });
});

describe('the sweep’s decision', () => {
  it('reaches the stage whose moment has come', () => {
    expect(reach(deadline(), at('2026-11-26T09:00:01'), rules)).toMatchObject({
      step: { stage: 'THREE_DAYS_BEFORE' },
      change: { nextStage: 'ONE_DAY_BEFORE', reachedAt: at('2026-11-26T09:00:01') },
    });
  });

  it('does not reach again what was reached before the plan changed', () => {
    const shorter = { ...rules, kind: { ...kind, plan: USUAL_PLAN.filter(({ stage }) => stage !== 'ONE_DAY_BEFORE') } };
    const reached = deadline({ reachedAt: at('2026-11-26T09:00:01'), nextActionAt: at('2026-11-30T09:00') });
    expect(reach(reached, at('2026-11-30T09:00'), shorter)).toMatchObject({
      step: null,
      change: { nextStage: 'DUE_TODAY' },
    });
  });

  it('collapses reminders that were slept through into the last of them', () => {
    expect(reach(deadline(), at('2026-11-30T10:00'), rules)).toMatchObject({
      step: { stage: 'ONE_DAY_BEFORE' },
      change: { nextStage: 'DUE_TODAY' },
    });
  });

  it.each(['meet', 'cancel'] as const)(
    'reaches the lateness of one that %s closed before a sweep had seen it, once',
    (type) => {
      const closed = accept(deadline(), { type }, at('2026-12-02T10:00'));
      const reached = reach(closed, at('2026-12-02T10:01'), rules)!;
      expect(reached).toMatchObject({ step: { when: 'LATE' }, change: { nextActionAt: null, nextStage: null } });
      expect(reach({ ...closed, ...reached.change }, at('2026-12-20'), rules)).toBeUndefined();
    },
  );

  it('reaches nothing, and looks again later, when the plan changed since', () => {
    const onlyOnTheDay = { ...rules, kind: { ...kind, plan: USUAL_PLAN.filter(({ when }) => when !== 'BEFORE') } };
    expect(reach(deadline(), at('2026-11-26T09:00'), onlyOnTheDay)).toMatchObject({
      step: null,
      change: { nextStage: 'DUE_TODAY', nextActionAt: at('2026-12-01T09:00') },
    });
  });

  it('collapses what was slept through into lateness, once', () => {
    const reached = reach(deadline(), at('2026-12-20T09:00'), rules)!;
    expect(reached).toMatchObject({
      step: { stage: 'LATE', when: 'LATE' },
      change: {
        state: 'MISSED',
        missedAt: at('2026-12-02'),
        nextStage: 'ESCALATED',
        nextActionAt: at('2026-12-22T09:00'),
      },
    });
    const again = reach({ ...deadline(), ...reached.change }, at('2026-12-22T09:00'), rules)!;
    expect(again).toMatchObject({ step: { stage: 'ESCALATED', when: 'EVERY_AFTER' } });
  });

  it.each(['PAUSED', 'MET', 'CANCELLED'] as const)('does nothing with one that is %s', (state) => {
    expect(
      reach({ ...inState[state], nextActionAt: at('2026-11-26T09:00'), nextStage: 'LATE' }, at('2026-12-20'), rules),
    ).toBeUndefined();
  });

  it('does nothing before the moment', () => expect(reach(deadline(), at('2026-11-26T08:59'), rules)).toBeUndefined());
});

it('rates the open late ones too', () => {
  expect(onTimeRate({ closedInTime: 8, closed: 9, openLate: 1 })).toBe(0.8);
  expect(onTimeRate({ closedInTime: 0, closed: 0, openLate: 0 })).toBeNull();
});

describe('a plan that cannot work', () => {
  it.each([
    ['no moment of lateness', USUAL_PLAN.filter(({ when }) => when !== 'LATE')],
    ['two moments of lateness', [...USUAL_PLAN, { stage: 'LATER', when: 'LATE' as const }]],
    ['a stage named twice', [...USUAL_PLAN, USUAL_PLAN[0]!]],
    [
      'a step of no days',
      [...USUAL_PLAN, { stage: 'EVER', when: 'EVERY_AFTER' as const, workingDays: 0, time: '09:00' }],
    ],
    ['a time that does not exist', [...USUAL_PLAN, { stage: 'NOON', when: 'ON_THE_DAY' as const, time: '25:00' }]],
  ])('is refused at the start: %s', (_name, plan) => expect(() => checkKind({ ...kind, plan })).toThrow('ANSWER'));
});

describe('a window that ends by itself', () => {
  const window: DeadlineKind = { ...kind, kind: 'ENTRIES', ownerRole: 'CITIZEN', plan: [], endsByItself: true };
  const after = at('2026-12-02T00:01');

  it('is nobody’s lateness, whenever it is closed', () => {
    const closed = decide(inState.RUNNING, { type: 'meet' }, after, { kind: window, calendar });
    expect(closed).toEqual({
      ok: true,
      value: { state: 'MET', closedAt: after, missedAt: null, nextActionAt: null, nextStage: null },
    });
  });
  it('is reached by no sweep as late', () =>
    expect(reach(inState.RUNNING, after, { kind: window, calendar })?.change.state).toBeUndefined());
  it('has nothing to come', () =>
    expect(nextAction(window.plan, at('2026-12-02'), false, at('2026-11-25T10:00'), calendar)).toEqual({
      nextActionAt: null,
      nextStage: null,
    }));
  it('has no moment of lateness in its plan', () => {
    expect(() => checkKind(window)).not.toThrow();
    expect(() => checkKind({ ...window, plan: USUAL_PLAN })).toThrow('ENTRIES');
  });
});
