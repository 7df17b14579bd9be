import { STATUSES, type HandlingCommand, type Status, TRANSITIONS, decideHandling, stepText } from './handling';

const OFFICER = '0198a000-0000-7000-8000-000000000011';
const COLLEAGUE = '0198a000-0000-7000-8000-000000000019';

const commands: Record<HandlingCommand['type'], HandlingCommand> = {
  assign: { type: 'assign', officerId: COLLEAGUE },
  answer: { type: 'answer', text: '보수를 마쳤습니다.' },
  withdraw: { type: 'withdraw' },
};
const officerIn = (status: Status): string | null => (status === 'RECEIVED' ? null : OFFICER);

/** What each command does in each status: the status from then on, or the code of the refusal. */
const EXPECTED: Record<HandlingCommand['type'], Record<Status, string>> = {
  assign: { RECEIVED: 'ASSIGNED', ASSIGNED: 'ASSIGNED', ANSWERED: 'INVALID_STATE', WITHDRAWN: 'INVALID_STATE' },
  answer: { RECEIVED: 'ANSWERED', ASSIGNED: 'ANSWERED', ANSWERED: 'ALREADY_DONE', WITHDRAWN: 'INVALID_STATE' },
  withdraw: { RECEIVED: 'WITHDRAWN', ASSIGNED: 'WITHDRAWN', ANSWERED: 'INVALID_STATE', WITHDRAWN: 'ALREADY_DONE' },
};

const pairs = STATUSES.flatMap((status) =>
  (Object.keys(TRANSITIONS) as HandlingCommand['type'][]).map((type) => [status, type] as const),
);

it.each(pairs)('%s × %s', (status, type) => {
  const decided = decideHandling(status, officerIn(status), commands[type]);
  expect(decided.ok ? decided.value : decided.refusals[0]!.code).toBe(EXPECTED[type][status]);
});

it('knows every command of the table', () => expect(Object.keys(EXPECTED)).toEqual(Object.keys(TRANSITIONS)));

it('refuses to assign it to who has it', () => {
  const decided = decideHandling('ASSIGNED', OFFICER, { type: 'assign', officerId: OFFICER });
  expect(decided).toMatchObject({ ok: false, refusals: [{ code: 'ALREADY_DONE', path: ['officerId'] }] });
});

it.each([
  ['nothing', '  ', 'INVALID_VALUE'],
  ['a text without end', 'x'.repeat(20_001), 'INVALID_VALUE'],
  ['a resident number', '900101-1234568 님께 알려 드립니다', 'RESIDENT_NUMBER_PRESENT'],
])('refuses an answer with %s', (_name, text, code) => {
  expect(decideHandling('ASSIGNED', OFFICER, { type: 'answer', text })).toMatchObject({
    ok: false,
    refusals: [{ code, path: ['answer'] }],
  });
});

it('says in two languages what every step was, and tells a change of officer from the first one', () => {
  for (const to of STATUSES) {
    expect(stepText('RECEIVED', to)).toEqual({ ko: expect.stringMatching(/다\.$/), en: expect.stringMatching(/\.$/) });
  }
  expect(stepText('ASSIGNED', 'ASSIGNED')).not.toEqual(stepText('RECEIVED', 'ASSIGNED'));
});
