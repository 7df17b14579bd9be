import {
  OBJECTION_STATUSES,
  type ObjectionCommand,
  type ObjectionFacts,
  type ObjectionStatus,
  conflictOf,
  decideObjection,
  isPending,
} from './objection';

const CITIZEN = 'citizen';
const OFFICER = 'officer';
const CLOSER = 'closer';
const HANDLER = 'handler';
const reason = '현장을 다시 확인한 결과입니다.';

const facts = (status: ObjectionStatus, changes: Partial<ObjectionFacts> = {}): ObjectionFacts => ({
  ...{ status, handlerId: status === 'FILED' ? null : HANDLER, extended: false, longestExtension: 10 },
  ...{ citizenId: CITIZEN, officerIds: [OFFICER], closedBy: [CLOSER] },
  ...changes,
});

const commands = {
  assign: { type: 'assign', handlerId: 'another' },
  uphold: { type: 'decide', upheld: true, reason, deciderId: HANDLER },
  dismiss: { type: 'decide', upheld: false, reason, deciderId: HANDLER },
  extend: { type: 'extend', length: 10, reason, extenderId: HANDLER },
  withdraw: { type: 'withdraw' },
} as const satisfies Record<string, ObjectionCommand>;

const expected: Record<keyof typeof commands, Record<ObjectionStatus, string>> = {
  assign: {
    ...{ FILED: 'ASSIGNED', ASSIGNED: 'ASSIGNED' },
    ...{ UPHELD: 'INVALID_STATE', DISMISSED: 'INVALID_STATE', WITHDRAWN: 'INVALID_STATE' },
  },
  uphold: {
    ...{ FILED: 'UPHELD', ASSIGNED: 'UPHELD' },
    ...{ UPHELD: 'ALREADY_DONE', DISMISSED: 'ALREADY_DONE', WITHDRAWN: 'INVALID_STATE' },
  },
  dismiss: {
    ...{ FILED: 'DISMISSED', ASSIGNED: 'DISMISSED' },
    ...{ UPHELD: 'ALREADY_DONE', DISMISSED: 'ALREADY_DONE', WITHDRAWN: 'INVALID_STATE' },
  },
  extend: {
    ...{ FILED: 'FILED', ASSIGNED: 'ASSIGNED' },
    ...{ UPHELD: 'INVALID_STATE', DISMISSED: 'INVALID_STATE', WITHDRAWN: 'INVALID_STATE' },
  },
  withdraw: {
    ...{ FILED: 'WITHDRAWN', ASSIGNED: 'WITHDRAWN' },
    ...{ UPHELD: 'INVALID_STATE', DISMISSED: 'INVALID_STATE', WITHDRAWN: 'ALREADY_DONE' },
  },
};

const outcome = (given: ObjectionFacts, command: ObjectionCommand): string => {
  const decided = decideObjection(given, command);
  return decided.ok
    ? decided.value
    : decided.refusals.map(({ code, path = [] }) => [code, ...path].join(' ')).join(', ');
};

describe('every command in every status', () => {
  const pairs = (Object.keys(commands) as (keyof typeof commands)[]).flatMap((name) =>
    OBJECTION_STATUSES.map((status) => [name, status] as const),
  );
  it.each(pairs)('%s × %s', (name, status) =>
    expect(outcome(facts(status), commands[name])).toBe(expected[name][status]),
  );
});

it('is pending until it is decided or taken back', () =>
  expect(OBJECTION_STATUSES.filter(isPending)).toEqual(['FILED', 'ASSIGNED']));

describe('another person decides', () => {
  it.each([
    ['the officer of the complaint', OFFICER, 'CONFLICT_OF_INTEREST'],
    ['who closed it', CLOSER, 'SAME_PERSON'],
    ['an official who objects themselves', CITIZEN, 'CONFLICT_OF_INTEREST'],
  ])('not %s', (_who, id, code) => {
    expect(outcome(facts('FILED'), { type: 'assign', handlerId: id })).toBe(`${code} officerId`);
    expect(outcome(facts('FILED'), { type: 'decide', upheld: true, reason, deciderId: id })).toBe(code);
    expect(outcome(facts('ASSIGNED'), { type: 'extend', length: 3, reason, extenderId: id })).toBe(code);
  });

  it('nor who is both: the decision weighs more', () =>
    expect(conflictOf({ citizenId: CITIZEN, officerIds: [OFFICER], closedBy: [OFFICER] }, OFFICER)).toMatchObject({
      code: 'SAME_PERSON',
    }));

  it('and is not named twice', () =>
    expect(outcome(facts('ASSIGNED'), { type: 'assign', handlerId: HANDLER })).toBe('ALREADY_DONE officerId'));
});

describe('the time to decide', () => {
  it('is extended once', () =>
    expect(outcome(facts('ASSIGNED', { extended: true }), commands.extend)).toBe('LIMIT_REACHED'));

  it.each([0, 11, -1, 1.5])('is not extended by %p', (length) =>
    expect(outcome(facts('ASSIGNED'), { ...commands.extend, length })).toBe('INVALID_VALUE length'),
  );

  it('is not extended where the rule has no extension', () =>
    expect(outcome(facts('ASSIGNED', { longestExtension: 0 }), { ...commands.extend, length: 1 })).toBe(
      'INVALID_VALUE length',
    ));
});

it.each([
  ['no reason', ' ', 'INVALID_VALUE reason'],
  ['a resident number', '주민번호는 900101-1234568 입니다.', 'RESIDENT_NUMBER_PRESENT reason'],
])('refuses a decision and an extension with %s', (_what, text, code) => {
  expect(outcome(facts('ASSIGNED'), { ...commands.dismiss, reason: text })).toBe(code);
  expect(outcome(facts('ASSIGNED'), { ...commands.extend, reason: text })).toBe(code);
});
