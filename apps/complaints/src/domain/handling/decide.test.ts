import {
  type CommandType,
  type HandlingCommand,
  type HandlingFacts,
  type HandlingState,
  STATUSES,
  type Status,
  TRANSITIONS,
  decideHandling,
} from './index';

const OFFICER = '0198a000-0000-7000-8000-000000000011';
const COLLEAGUE = '0198a000-0000-7000-8000-000000000019';
const NOW = new Date('2026-11-23T10:00:00+09:00');
const BEFORE = new Date('2026-11-20T00:00:00+09:00');
const LATER = new Date('2026-11-30T00:00:00+09:00');
const reason = '도로 굴착 허가 기관과 협의가 필요합니다.';

const commands: { [T in CommandType]: HandlingCommand & { type: T } } = {
  assign: { type: 'assign', officerId: COLLEAGUE },
  move: { type: 'move', departmentCode: 'WATER', reason },
  transfer: { type: 'transfer', body: '국토교통부', reason },
  requestSupplement: { type: 'requestSupplement', text: '위치를 알 수 있는 사진', days: 10, causedByOffice: false },
  extendSupplement: { type: 'extendSupplement', days: 5, reason },
  submitSupplement: { type: 'submitSupplement', text: '사진을 보냅니다.' },
  return: { type: 'return', reason },
  suspend: { type: 'suspend', suspension: 'HEARING', days: 10, reason },
  extendSuspension: { type: 'extendSuspension', days: 7, reason },
  resume: { type: 'resume', result: '조사를 마쳤습니다.' },
  extend: { type: 'extend', length: 7, reason },
  consent: { type: 'consent', given: true },
  reportInterim: { type: 'reportInterim', progress: '설계를 마쳤습니다.' },
  requestInterim: { type: 'requestInterim' },
  answer: { type: 'answer', text: '보수를 마쳤습니다.' },
  reject: { type: 'reject', reason },
  withdraw: { type: 'withdraw' },
  closeRepeated: { type: 'closeRepeated', reason, mediated: false },
  convert: { type: 'convert', reason },
  reopen: { type: 'reopen' },
  giveOpinion: { type: 'giveOpinion', satisfied: true, text: null },
};

/** A complaint in which everything is allowed that its status allows. */
const state = (status: Status, changes: Partial<HandlingState> = {}): HandlingState => ({
  ...{ status, kind: 'GRIEVANCE', departmentCode: 'ROADS', officerId: status === 'RECEIVED' ? null : OFFICER },
  ...{ extensions: 0, proposedExtension: 3, supplementRounds: status === 'SUPPLEMENT_REQUESTED' ? 1 : 0 },
  ...{ supplementExtensions: 0, suspension: status === 'SUSPENDED' ? 'FIELD_INVESTIGATION' : null },
  ...{ suspensionExtended: false, opinionGiven: false, ...changes },
});

const facts = (changes: Partial<HandlingFacts> = {}): HandlingFacts => ({
  ...{ now: NOW, statutoryPeriod: { unit: 'DAYS', length: 7 }, late: false, supplementDueAt: null },
  ...{ suspensionDueAt: LATER, interimOwed: false, resultsTold: 2, departmentAtWork: true, mediationNeeded: false },
  ...changes,
});

/** What a command needs besides the status, so that the table alone is tested. */
const NEEDS: Partial<Record<CommandType, [Partial<HandlingState>, Partial<HandlingFacts>]>> = {
  requestSupplement: [{}, { supplementDueAt: BEFORE }],
  extendSupplement: [{}, { supplementDueAt: LATER }],
  return: [{ supplementRounds: 2 }, { supplementDueAt: BEFORE }],
  extend: [{ proposedExtension: null }, {}],
};

const decide = (status: Status, type: CommandType) => {
  const [stateNeeds, factNeeds] = NEEDS[type] ?? [{}, {}];
  const decided = decideHandling(state(status, stateNeeds), commands[type], facts(factNeeds));
  return decided.ok ? decided.value : decided.refusals.map(({ code }) => code).join();
};

const S = 'INVALID_STATE';
const A = 'ALREADY_DONE';
/** What each command does in each status: the status from then on, or the code of the refusal; in the order of STATUSES. */
const EXPECTED: Record<CommandType, readonly string[]> = {
  assign: ['ASSIGNED', 'ASSIGNED', 'SUPPLEMENT_REQUESTED', 'SUSPENDED', S, S, S, S, S, S, S],
  move: ['RECEIVED', 'RECEIVED', S, S, S, S, S, S, S, S, S],
  transfer: ['TRANSFERRED', 'TRANSFERRED', S, S, S, S, S, A, S, S, S],
  requestSupplement: ['SUPPLEMENT_REQUESTED', 'SUPPLEMENT_REQUESTED', 'SUPPLEMENT_REQUESTED', S, S, S, S, S, S, S, S],
  extendSupplement: [S, S, 'SUPPLEMENT_REQUESTED', S, S, S, S, S, S, S, S],
  submitSupplement: [S, S, 'ASSIGNED', S, S, S, S, S, S, S, S],
  return: [S, S, 'RETURNED', S, S, S, A, S, S, S, S],
  suspend: ['SUSPENDED', 'SUSPENDED', S, A, S, S, S, S, S, S, S],
  extendSuspension: [S, S, S, 'SUSPENDED', S, S, S, S, S, S, S],
  resume: [S, S, S, 'ASSIGNED', S, S, S, S, S, S, S],
  extend: ['RECEIVED', 'ASSIGNED', S, S, S, S, S, S, S, S, S],
  consent: ['RECEIVED', 'ASSIGNED', 'SUPPLEMENT_REQUESTED', 'SUSPENDED', S, S, S, S, S, S, S],
  reportInterim: ['RECEIVED', 'ASSIGNED', 'SUPPLEMENT_REQUESTED', 'SUSPENDED', S, S, S, S, S, S, S],
  requestInterim: ['RECEIVED', 'ASSIGNED', 'SUPPLEMENT_REQUESTED', 'SUSPENDED', S, S, S, S, S, S, S],
  answer: ['ANSWERED', 'ANSWERED', S, S, A, S, S, S, S, S, S],
  reject: ['REJECTED', 'REJECTED', S, S, S, A, S, S, S, S, S],
  withdraw: ['WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN', S, S, S, S, A, S, S],
  closeRepeated: ['CLOSED_AS_REPEAT', 'CLOSED_AS_REPEAT', S, S, S, S, S, S, S, A, S],
  convert: ['CONVERTED', 'CONVERTED', S, S, S, S, S, S, S, S, A],
  reopen: [S, S, S, S, 'ASSIGNED', 'ASSIGNED', 'ASSIGNED', S, S, 'ASSIGNED', S],
  giveOpinion: [S, S, S, S, 'ANSWERED', 'REJECTED', S, S, S, 'CLOSED_AS_REPEAT', S],
};
const TYPES = Object.keys(EXPECTED) as CommandType[];

describe.each(TYPES)('%s', (type) => {
  it.each(STATUSES.map((status, index) => [status, EXPECTED[type][index]!]))('from %s: %s', (status, expected) => {
    expect(decide(status, type)).toBe(expected);
  });
});

it('knows every command of the table', () => expect(TYPES.sort()).toEqual(Object.keys(TRANSITIONS).sort()));

type Case = [string, Status, HandlingCommand, Partial<HandlingState>, Partial<HandlingFacts>, string, string[]?];
const day = (most: number) => [0, -1, 1.5, most + 1];

describe('refuses', () => {
  const cases: Case[] = [
    ['to assign it to who has it', 'ASSIGNED', { type: 'assign', officerId: OFFICER }, {}, {}, A, ['officerId']],
    ['to pass it to the department it is at', 'ASSIGNED', { ...commands.move, departmentCode: 'ROADS' }, {}, {}, A],
    [
      'a department that is closed or unknown',
      'ASSIGNED',
      commands.move,
      {},
      { departmentAtWork: false },
      'INVALID_VALUE',
    ],
    ['a body without a name', 'ASSIGNED', { ...commands.transfer, body: ' ' }, {}, {}, 'INVALID_VALUE', ['body']],
    ['a third supplement', 'ASSIGNED', commands.requestSupplement, { supplementRounds: 2 }, {}, 'LIMIT_REACHED'],
    [
      'to ask again while the period runs',
      'SUPPLEMENT_REQUESTED',
      commands.requestSupplement,
      {},
      { supplementDueAt: LATER },
      'TOO_EARLY',
    ],
    [
      'a second round of other than 10 days',
      'ASSIGNED',
      { ...commands.requestSupplement, days: 9 },
      { supplementRounds: 1 },
      {},
      'INVALID_VALUE',
      ['days'],
    ],
    [
      'a longer supplement after it has passed',
      'SUPPLEMENT_REQUESTED',
      commands.extendSupplement,
      {},
      { supplementDueAt: NOW },
      'TOO_LATE',
    ],
    [
      'a longer supplement for the third time',
      'SUPPLEMENT_REQUESTED',
      commands.extendSupplement,
      { supplementExtensions: 2 },
      { supplementDueAt: LATER },
      'LIMIT_REACHED',
    ],
    [
      'to return what was asked once only',
      'SUPPLEMENT_REQUESTED',
      commands.return,
      { supplementRounds: 1 },
      { supplementDueAt: BEFORE },
      'TOO_EARLY',
    ],
    [
      'to return it before the second period has passed',
      'SUPPLEMENT_REQUESTED',
      commands.return,
      { supplementRounds: 2 },
      { supplementDueAt: LATER },
      'TOO_EARLY',
    ],
    [
      'to investigate what is no grievance',
      'ASSIGNED',
      { ...commands.suspend, suspension: 'FIELD_INVESTIGATION' },
      { kind: 'INQUIRY' },
      {},
      'INVALID_VALUE',
      ['suspension'],
    ],
    [
      '15 days of investigation',
      'ASSIGNED',
      { ...commands.suspend, suspension: 'FIELD_INVESTIGATION', days: 15 },
      {},
      {},
      'INVALID_VALUE',
      ['days'],
    ],
    ['a longer hearing', 'SUSPENDED', commands.extendSuspension, { suspension: 'HEARING' }, {}, S],
    [
      'a longer investigation for the second time',
      'SUSPENDED',
      commands.extendSuspension,
      { suspensionExtended: true },
      {},
      'LIMIT_REACHED',
    ],
    [
      'a longer investigation after its end',
      'SUSPENDED',
      commands.extendSuspension,
      {},
      { suspensionDueAt: NOW },
      'TOO_LATE',
    ],
    [
      'an extension longer than the period',
      'ASSIGNED',
      { ...commands.extend, length: 8 },
      { proposedExtension: null },
      {},
      'INVALID_VALUE',
      ['length'],
    ],
    [
      'more than three hours for what is due at once',
      'ASSIGNED',
      { ...commands.extend, length: 4 },
      { proposedExtension: null },
      { statutoryPeriod: { unit: 'IMMEDIATE', length: null } },
      'INVALID_VALUE',
      ['length'],
    ],
    [
      'an extension after the date',
      'ASSIGNED',
      commands.extend,
      { proposedExtension: null },
      { late: true },
      'TOO_LATE',
    ],
    ['a third extension', 'ASSIGNED', commands.extend, { proposedExtension: null, extensions: 2 }, {}, 'LIMIT_REACHED'],
    ['another proposal while one waits', 'ASSIGNED', commands.extend, { extensions: 1 }, {}, 'CONSENT_REQUIRED'],
    ['consent to nothing', 'ASSIGNED', commands.consent, { proposedExtension: null }, {}, S],
    ['consent after the date', 'ASSIGNED', commands.consent, {}, { late: true }, 'TOO_LATE'],
    ['to ask twice how far it is', 'ASSIGNED', commands.requestInterim, {}, { interimOwed: true }, A],
    ['to close a statutory complaint as a repeat', 'ASSIGNED', commands.closeRepeated, { kind: 'STATUTORY' }, {}, S],
    ['to close what was answered once before', 'ASSIGNED', commands.closeRepeated, {}, { resultsTold: 1 }, 'TOO_EARLY'],
    [
      'to close one of many people without mediation',
      'ASSIGNED',
      commands.closeRepeated,
      {},
      { mediationNeeded: true },
      S,
      ['mediated'],
    ],
    ['to make a proposal of a statutory complaint', 'ASSIGNED', commands.convert, { kind: 'STATUTORY' }, {}, S],
    ['a second opinion', 'ANSWERED', commands.giveOpinion, { opinionGiven: true }, {}, A],
    ...day(90).map((days): Case => [
      `${days} days for a supplement`,
      'ASSIGNED',
      { ...commands.requestSupplement, days },
      {},
      {},
      'INVALID_VALUE',
      ['days'],
    ]),
    ...day(7).map((days): Case => [
      `${days} more days of investigation`,
      'SUSPENDED',
      { ...commands.extendSuspension, days },
      {},
      {},
      'INVALID_VALUE',
      ['days'],
    ]),
    ...day(60).map((days): Case => [
      `${days} days of hearing`,
      'ASSIGNED',
      { ...commands.suspend, days },
      {},
      {},
      'INVALID_VALUE',
      ['days'],
    ]),
  ];
  it.each(cases.map((each) => [each[0], each] as const))('%s', (_name, each) => {
    const [, status, command, stateChanges, factChanges, code, path] = each;
    const decided = decideHandling(state(status, stateChanges), command, facts(factChanges));
    expect(decided).toMatchObject({ ok: false, refusals: [{ code, ...(path && { path }) }] });
    if (!decided.ok) for (const { message } of decided.refusals) expect(message.ko).toMatch(/[다요오]\.$|\)\.$/);
  });
});

describe('what the citizen reads', () => {
  const worded = [
    ...(
      [
        'move',
        'transfer',
        'extendSupplement',
        'return',
        'suspend',
        'extendSuspension',
        'extend',
        'reject',
        'closeRepeated',
        'convert',
      ] as const
    ).map((type) => [type, 'reason'] as const),
    ...([
      ['requestSupplement', 'text'],
      ['submitSupplement', 'text'],
      ['resume', 'result'],
      ['reportInterim', 'progress'],
      ['answer', 'text'],
      ['giveOpinion', 'text'],
    ] as const),
  ];
  it.each(worded)('refuses %s without words, with a resident number, or without end', (type, field) => {
    const status = STATUSES.find((each) => TRANSITIONS[type][each])!;
    const at = { return: 'SUPPLEMENT_REQUESTED', extendSupplement: 'SUPPLEMENT_REQUESTED' }[type as string] ?? status;
    const [stateNeeds, factNeeds] = NEEDS[type] ?? [{}, {}];
    const given = (words: string) =>
      decideHandling(
        state(at as Status, stateNeeds),
        { ...commands[type], [field]: words } as HandlingCommand,
        facts(factNeeds),
      );
    const path = [type === 'answer' ? 'answer' : field];
    expect(given('  ')).toMatchObject({ ok: false, refusals: [{ code: 'INVALID_VALUE', path }] });
    expect(given('x'.repeat(20_001))).toMatchObject({ ok: false, refusals: [{ code: 'INVALID_VALUE', path }] });
    expect(given('900101-1234568 님')).toMatchObject({
      ok: false,
      refusals: [{ code: 'RESIDENT_NUMBER_PRESENT', path }],
    });
    expect(given('괜찮은 말입니다.')).toMatchObject({ ok: true });
  });
});

it('closes a repeat of many people after mediation, and declines without consent even when late', () => {
  const mediated = { ...commands.closeRepeated, mediated: true };
  expect(decideHandling(state('ASSIGNED'), mediated, facts({ mediationNeeded: true }))).toMatchObject({ ok: true });
  expect(decideHandling(state('ASSIGNED'), { type: 'consent', given: false }, facts({ late: true }))).toMatchObject({
    ok: true,
  });
});
