import { IMPROVEMENT_STATUSES, type ImprovementState, type ImprovementStatus, type Opening } from './action';
import { type OpeningFacts, type StepFacts, decideOpening, decideStep } from './decide';
import { type ImprovementCommand, type ImprovementCommandType, TRANSITIONS } from './transitions';

const TODAY = '2026-11-23';
const opening: Opening = {
  ...{ title: '야간 보수 절차 개선', description: '야간 신고가 다음 날까지 미뤄졌습니다.', kind: 'PROCEDURE' },
  ...{ standardCode: null, plan: null, departmentCode: 'ROADS', dueOn: '2027-02-26' },
};
const open: OpeningFacts = {
  ...{ today: TODAY, department: { closedOn: null, successorCode: null }, standard: undefined, source: undefined },
};

describe('an opening', () => {
  it.each<[string, Partial<Opening>, Partial<OpeningFacts>, ImprovementStatus]>([
    ['without a plan', {}, {}, 'OPEN'],
    ['with a plan', { plan: '당직자를 둔다' }, {}, 'IN_PROGRESS'],
    ['due tomorrow', { dueOn: '2026-11-24' }, {}, 'OPEN'],
    ['due in three years', { dueOn: '2029-11-23' }, {}, 'OPEN'],
    ['with a standard of the city', { standardCode: 'PHONE' }, { standard: { departmentCode: null } }, 'OPEN'],
    ['with its own standard', { standardCode: 'HOLES' }, { standard: { departmentCode: 'ROADS' } }, 'OPEN'],
    ['from a matter of its department', {}, { source: { departmentCode: 'ROADS' } }, 'OPEN'],
    ['of a department that will close', {}, { department: { closedOn: '2026-11-24', successorCode: 'X' } }, 'OPEN'],
  ])('%s is accepted', (_name, changes, facts, status) =>
    expect(decideOpening({ ...opening, ...changes }, { ...open, ...facts })).toEqual({ ok: true, value: status }),
  );

  it.each<[string, Partial<Opening>, Partial<OpeningFacts>]>([
    ['title', { title: ' ' }, {}],
    ['title', { title: 'x'.repeat(201) }, {}],
    ['description', { description: '' }, {}],
    ['description', { description: '900101-1234568' }, {}],
    ['plan', { plan: '' }, {}],
    ['dueOn', { dueOn: TODAY }, {}],
    ['dueOn', { dueOn: '2029-11-24' }, {}],
    ['standardCode', { standardCode: 'NONE' }, {}],
    ['standardCode', { standardCode: 'PIPES' }, { standard: { departmentCode: 'WATER' } }],
    ['departmentCode', {}, { department: undefined }],
    ['departmentCode', {}, { department: { closedOn: TODAY, successorCode: 'STREETS' } }],
    ['source', {}, { source: null }],
    ['source', {}, { source: { departmentCode: 'WATER' } }],
  ])('with a wrong %s is refused: %j %j', (field, changes, facts) => {
    const decided = decideOpening({ ...opening, ...changes }, { ...open, ...facts });
    expect(decided).toMatchObject({ ok: false, refusals: [{ path: expect.arrayContaining([field]) }] });
  });

  it('names every fault at once', () => {
    const decided = decideOpening({ ...opening, title: '', dueOn: TODAY }, { ...open, source: null });
    expect(decided.ok ? [] : decided.refusals.map(({ path }) => path![0])).toEqual(['title', 'dueOn', 'source']);
  });
});

const facts: StepFacts = {
  ...{ today: TODAY, late: false, dueOn: '2027-02-26', openedOn: TODAY, standard: { departmentCode: null } },
};
const state = (status: ImprovementStatus, changes: Partial<ImprovementState> = {}): ImprovementState => ({
  ...{ title: 't', description: 'd', kind: 'PROCEDURE', standardCode: null, departmentCode: 'ROADS' },
  ...{ plan: status === 'OPEN' ? null : 'p', status, extendedAt: null, publishedAt: null, ...changes },
});
const command: { [T in ImprovementCommandType]: Extract<ImprovementCommand, { type: T }> } = {
  update: { type: 'update', changes: { title: '새 제목' } },
  assign: { type: 'assign' },
  report: { type: 'report', percent: 40, text: '현장 점검을 마쳤습니다.' },
  extend: { type: 'extend', dueOn: '2027-05-31', reason: '자재 수급이 늦어졌습니다.' },
  publish: { type: 'publish' },
  complete: { type: 'complete', result: '야간 당직제를 시행했습니다.' },
  cancel: { type: 'cancel', reason: '다른 과제와 합쳤습니다.' },
};

/** What every command comes to in every status: where it leads, or the code with which it is refused. */
const TABLE: Record<ImprovementCommandType, readonly [string, string, string, string]> = {
  update: ['OPEN', 'IN_PROGRESS', 'INVALID_STATE', 'INVALID_STATE'],
  assign: ['OPEN', 'IN_PROGRESS', 'INVALID_STATE', 'INVALID_STATE'],
  report: ['INVALID_STATE', 'IN_PROGRESS', 'INVALID_STATE', 'INVALID_STATE'],
  extend: ['OPEN', 'IN_PROGRESS', 'INVALID_STATE', 'INVALID_STATE'],
  publish: ['OPEN', 'IN_PROGRESS', 'COMPLETED', 'INVALID_STATE'],
  complete: ['INVALID_STATE', 'COMPLETED', 'ALREADY_DONE', 'INVALID_STATE'],
  cancel: ['CANCELLED', 'CANCELLED', 'INVALID_STATE', 'ALREADY_DONE'],
};
const everyPair = (Object.keys(TRANSITIONS) as ImprovementCommandType[]).flatMap((type) =>
  IMPROVEMENT_STATUSES.map((status, index) => [type, status, TABLE[type][index]!] as const),
);

describe('a step', () => {
  it.each(everyPair)('%s while %s: %s', (type, status, expected) => {
    const decided = decideStep(state(status), command[type], facts);
    expect(decided.ok ? decided.value : decided.refusals[0]!.code).toBe(expected);
  });

  it('puts an open one in progress with its plan, and keeps the plan from then on', () => {
    const plan = (text: string | null) => ({ type: 'update', changes: { plan: text } }) as const;
    expect(decideStep(state('OPEN'), plan('순찰을 늘린다'), facts)).toEqual({ ok: true, value: 'IN_PROGRESS' });
    expect(decideStep(state('OPEN'), plan(null), facts)).toEqual({ ok: true, value: 'OPEN' });
    expect(decideStep(state('IN_PROGRESS'), plan('바뀐 계획'), facts)).toEqual({ ok: true, value: 'IN_PROGRESS' });
    expect(decideStep(state('IN_PROGRESS'), plan(null), facts)).toMatchObject({ refusals: [{ path: ['plan'] }] });
  });

  it.each<[string, ImprovementCommand, Partial<StepFacts>, Partial<ImprovementState>, string]>([
    ['a report below nothing', { ...command.report, percent: -1 }, {}, {}, 'INVALID_VALUE'],
    ['a report of half a percent', { ...command.report, percent: 0.5 }, {}, {}, 'INVALID_VALUE'],
    ['a report above everything', { ...command.report, percent: 101 }, {}, {}, 'INVALID_VALUE'],
    ['a report without words', { ...command.report, text: '' }, {}, {}, 'INVALID_VALUE'],
    ['a second extension', command.extend, {}, { extendedAt: new Date(0) }, 'LIMIT_REACHED'],
    ['an extension after the date', command.extend, { late: true }, {}, 'TOO_LATE'],
    ['an extension to the same day', { ...command.extend, dueOn: '2027-02-26' }, {}, {}, 'INVALID_VALUE'],
    ['an extension beyond three years', { ...command.extend, dueOn: '2029-11-24' }, {}, {}, 'INVALID_VALUE'],
    ['an extension without a reason', { ...command.extend, reason: ' ' }, {}, {}, 'INVALID_VALUE'],
    ['publishing twice', command.publish, {}, { publishedAt: new Date(0) }, 'ALREADY_DONE'],
    ['an end without a result', { ...command.complete, result: '' }, {}, {}, 'INVALID_VALUE'],
    ['calling off without a reason', { ...command.cancel, reason: '' }, {}, {}, 'INVALID_VALUE'],
    ['an update of nothing', { type: 'update', changes: {} }, {}, {}, 'INVALID_VALUE'],
    ['an update with an empty title', { type: 'update', changes: { title: '' } }, {}, {}, 'INVALID_VALUE'],
    [
      'an update with a standard that is none',
      { type: 'update', changes: { standardCode: 'NONE' } },
      { standard: undefined },
      {},
      'INVALID_VALUE',
    ],
    [
      'an update with another department’s standard',
      { type: 'update', changes: { standardCode: 'PIPES' } },
      { standard: { departmentCode: 'WATER' } },
      {},
      'INVALID_VALUE',
    ],
  ])('refuses %s', (_name, given, known, changes, code) => {
    const decided = decideStep(state('IN_PROGRESS', changes), given, { ...facts, ...known });
    expect(decided.ok ? [] : decided.refusals.map((each) => each.code)).toEqual([code]);
  });

  it('lets go of its standard', () =>
    expect(decideStep(state('OPEN'), { type: 'update', changes: { standardCode: null } }, facts).ok).toBe(true));

  it('completes late as well', () =>
    expect(decideStep(state('IN_PROGRESS'), command.complete, { ...facts, late: true }).ok).toBe(true));
});
