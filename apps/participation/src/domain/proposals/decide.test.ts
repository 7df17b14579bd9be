import fc from 'fast-check';
import { refusal } from '@charter/contracts';
import type { CommandType, Jury, ProposalCommand } from './command';
import { type ProposalFacts, type ProposalState, decideProposal, juryFaults } from './decide';
import { STATUSES, type Status } from './status';

const now = new Date('2026-11-24T02:00:00Z');
const later = new Date('2026-11-25T02:00:00Z');
const before = new Date('2026-11-23T02:00:00Z');
const today = '2026-11-24';

const state = (changes: Partial<ProposalState> = {}): ProposalState => ({
  ...{ status: 'UNDER_EXAMINATION', departmentCode: 'ROADS', extensions: 0, supplements: 0, expertHeard: false },
  ...{ answeredAt: null, thresholdReachedAt: now, awardGrade: null, reReviews: [] },
  ...changes,
});
const facts = (changes: Partial<ProposalFacts> = {}): ProposalFacts => ({
  ...{
    now,
    today,
    reviewed: true,
    late: false,
    supplementDueAt: null,
    opinions: [],
    callerDepartment: 'PARKS',
    elsewhere: [],
  },
  ...{ grades: ['GOLD'], milestone: { done: false } },
  reReviewUntil: { REJECTION: '2026-12-09', CARRIED_OUT: '2028-11-24' },
  ...changes,
});
const jury: Jury = {
  ...{ heldOn: today, seatsInside: 5, seatsOutside: 6, presentInside: 3, presentOutside: 4 },
  ...{ recusedInside: 0, recusedOutside: 0, minutes: '위원회는 금상으로 의결하였다.' },
};
const reason = '보행 안전에 도움이 됩니다.';

const COMMANDS: { readonly [T in CommandType]: ProposalCommand & { readonly type: T } } = {
  examine: { type: 'examine', departmentCodes: ['PARKS'] },
  giveOpinion: { type: 'giveOpinion', stance: 'IN_FAVOUR', text: reason },
  seekExpert: { type: 'seekExpert', weeks: 3, reason },
  recordExpert: { type: 'recordExpert', opinion: reason },
  requestSupplement: { type: 'requestSupplement', text: reason },
  submitSupplement: { type: 'submitSupplement', text: reason },
  extendReview: { type: 'extendReview', reason },
  answer: { type: 'answer', text: reason },
  decide: { type: 'decide', decision: 'PARTLY_ADOPTED', reason },
  exclude: { type: 'exclude', ground: 'IN_USE', reason },
  withdraw: { type: 'withdraw' },
  merge: { type: 'merge', reason },
  convert: { type: 'convert', reason },
  award: { type: 'award', grade: 'GOLD', jury },
  plan: { type: 'plan', milestones: [{ title: '설계', dueOn: '2027-03-31' }] },
  report: { type: 'report', text: reason, milestoneId: 'm', percent: 50 },
  reReview: { type: 'reReview', basis: 'REJECTION', reason },
};

/** Where each command leads from each status; a dot is a refusal. In the order of STATUSES. */
const TABLE: Record<CommandType, string> = {
  // SUB UND SUP EXP ADO PAR NOT PRO IMP EXC MER WIT CON
  examine: 'UND UND UND . . . . . . . . . .',
  giveOpinion: '. UND SUP EXP . . . . . . . . .',
  seekExpert: '. EXP . . . . . . . . . . .',
  recordExpert: '. . . UND . . . . . . . . .',
  requestSupplement: 'SUP SUP . . . . . . . . . . .',
  submitSupplement: '. . UND . . . . . . . . . .',
  extendReview: 'SUB UND . . . . . . . . . . .',
  answer: 'SUB UND SUP EXP . . . . . . . . .',
  decide: '. PAR . . . . . . . . . . .',
  exclude: 'EXC EXC EXC . . . . . . . . . .',
  withdraw: 'WIT WIT WIT WIT . . . . . . . . .',
  merge: 'MER MER . . . . . . . . . . .',
  convert: 'CON CON . . . . . . . . . . .',
  award: '. . . . ADO PAR . PRO IMP . . . .',
  plan: '. . . . PRO PRO . . . . . . .',
  report: '. . . . . . . PRO . . . . .',
  reReview: '. . . . . . UND . . . . . .',
};
const SHORT: Record<string, Status> = {
  ...{ SUB: 'SUBMITTED', UND: 'UNDER_EXAMINATION', SUP: 'SUPPLEMENT_REQUESTED', EXP: 'EXPERT_REVIEW' },
  ...{ ADO: 'ADOPTED', PAR: 'PARTLY_ADOPTED', NOT: 'NOT_ADOPTED', PRO: 'IN_PROGRESS', IMP: 'IMPLEMENTED' },
  ...{ EXC: 'EXCLUDED', MER: 'MERGED', WIT: 'WITHDRAWN', CON: 'CONVERTED' },
};
const pairs = (Object.keys(TABLE) as CommandType[]).flatMap((type) =>
  TABLE[type].split(' ').map((to, index) => [type, STATUSES[index]!, SHORT[to]] as const),
);

it('walks every status and command', () => expect(pairs).toHaveLength(17 * STATUSES.length));

it.each(pairs)('%s from %s leads to %s', (type, status, to) => {
  // The supplement's period has passed, so that an examination may go on without it.
  const decided = decideProposal(state({ status }), COMMANDS[type], facts({ supplementDueAt: before }));
  if (to) expect(decided).toEqual({ ok: true, value: to });
  else
    expect(decided).toMatchObject({
      ok: false,
      refusals: [{ code: expect.stringMatching(/INVALID_STATE|ALREADY_DONE/) }],
    });
});

const asked = (given: boolean, dueAt: Date | null, departmentCode = 'PARKS') => ({ departmentCode, given, dueAt });

it.each<[string, ProposalCommand, Partial<ProposalState>, Partial<ProposalFacts>, string, string[]?]>([
  [
    'asking its own department',
    { type: 'examine', departmentCodes: ['ROADS'] },
    {},
    {},
    'INVALID_VALUE',
    ['departmentCodes'],
  ],
  [
    'asking twice in one breath',
    { type: 'examine', departmentCodes: ['A', 'A'] },
    {},
    {},
    'INVALID_VALUE',
    ['departmentCodes'],
  ],
  ['asking again', COMMANDS.examine, {}, { opinions: [asked(false, later)] }, 'ALREADY_DONE', ['departmentCodes']],
  [
    'asking a closed department',
    COMMANDS.examine,
    {},
    { elsewhere: [refusal('INVALID_VALUE', '폐지', 'closed')] },
    'INVALID_VALUE',
  ],
  [
    'going on while a supplement may come',
    COMMANDS.examine,
    { status: 'SUPPLEMENT_REQUESTED' },
    { supplementDueAt: later },
    'TOO_EARLY',
  ],
  ['an opinion twice', COMMANDS.giveOpinion, {}, { opinions: [asked(true, null)] }, 'ALREADY_DONE'],
  ['four weeks for an expert', { type: 'seekExpert', weeks: 4, reason }, {}, {}, 'INVALID_VALUE', ['weeks']],
  ['a second expert', COMMANDS.seekExpert, { expertHeard: true }, {}, 'LIMIT_REACHED'],
  ['a second supplement', COMMANDS.requestSupplement, { supplements: 1 }, {}, 'LIMIT_REACHED'],
  ['a second extension', COMMANDS.extendReview, { extensions: 1 }, {}, 'LIMIT_REACHED'],
  ['extending what has no review', COMMANDS.extendReview, {}, { reviewed: false }, 'INVALID_STATE'],
  ['extending what is late', COMMANDS.extendReview, {}, { late: true }, 'TOO_LATE'],
  ['an answer that nobody asked for', COMMANDS.answer, { thresholdReachedAt: null }, {}, 'TOO_EARLY'],
  ['a second answer', COMMANDS.answer, { answeredAt: before }, {}, 'ALREADY_DONE'],
  ['deciding before opinions are in', COMMANDS.decide, {}, { opinions: [asked(false, later)] }, 'TOO_EARLY'],
  ['no reason', { type: 'decide', decision: 'ADOPTED', reason: ' ' }, {}, {}, 'INVALID_VALUE', ['reason']],
  [
    'a resident number in the reason',
    { type: 'decide', decision: 'ADOPTED', reason: '900101-1234568' },
    {},
    {},
    'RESIDENT_NUMBER_PRESENT',
    ['reason'],
  ],
  [
    'excluding for a supplement that nobody asked',
    { type: 'exclude', ground: 'NO_SUPPLEMENT', reason },
    {},
    {},
    'INVALID_VALUE',
    ['ground'],
  ],
  [
    'excluding while a supplement may come',
    { type: 'exclude', ground: 'NO_SUPPLEMENT', reason },
    { status: 'SUPPLEMENT_REQUESTED' },
    { supplementDueAt: later },
    'TOO_EARLY',
  ],
  ['a second award', COMMANDS.award, { status: 'ADOPTED', awardGrade: 'GOLD' }, {}, 'ALREADY_DONE'],
  [
    'a grade that is none',
    { type: 'award', grade: 'DIAMOND', jury },
    { status: 'ADOPTED' },
    {},
    'INVALID_VALUE',
    ['grade'],
  ],
  ['no milestones', { type: 'plan', milestones: [] }, { status: 'ADOPTED' }, {}, 'INVALID_VALUE', ['milestones']],
  [
    'a milestone of today',
    { type: 'plan', milestones: [{ title: '설계', dueOn: today }] },
    { status: 'ADOPTED' },
    {},
    'INVALID_VALUE',
    ['milestones', '0', 'dueOn'],
  ],
  [
    'a milestone in a far future',
    { type: 'plan', milestones: [{ title: '설계', dueOn: '2036-11-25' }] },
    { status: 'ADOPTED' },
    {},
    'INVALID_VALUE',
    ['milestones', '0', 'dueOn'],
  ],
  [
    'more than the whole',
    { type: 'report', text: reason, milestoneId: null, percent: 101 },
    { status: 'IN_PROGRESS' },
    {},
    'INVALID_VALUE',
    ['percent'],
  ],
  [
    'another proposal’s milestone',
    COMMANDS.report,
    { status: 'IN_PROGRESS' },
    { milestone: undefined },
    'INVALID_VALUE',
    ['milestoneId'],
  ],
  [
    'a milestone twice',
    COMMANDS.report,
    { status: 'IN_PROGRESS' },
    { milestone: { done: true } },
    'ALREADY_DONE',
    ['milestoneId'],
  ],
  ['a re-review on the 16th day', COMMANDS.reReview, { status: 'NOT_ADOPTED' }, { today: '2026-12-10' }, 'TOO_LATE'],
  ['a second re-review', COMMANDS.reReview, { status: 'NOT_ADOPTED', reReviews: ['REJECTION'] }, {}, 'LIMIT_REACHED'],
])('refuses %s', (_name, command, ofState, ofFacts, ...[code, path]) => {
  const decided = decideProposal(state(ofState), command, facts(ofFacts));
  expect(decided).toMatchObject({ ok: false, refusals: [{ code, ...(path && { path }) }] });
});

it.each<[string, ProposalCommand, Partial<ProposalState>, Partial<ProposalFacts>]>([
  ['decides when an opinion’s time has passed', COMMANDS.decide, {}, { opinions: [asked(false, before)] }],
  ['decides when all opinions are in', COMMANDS.decide, {}, { opinions: [asked(true, null)] }],
  [
    'excludes when the supplement did not come',
    { type: 'exclude', ground: 'NO_SUPPLEMENT', reason },
    { status: 'SUPPLEMENT_REQUESTED' },
    { supplementDueAt: before },
  ],
  ['takes a re-review on the 15th day', COMMANDS.reReview, { status: 'NOT_ADOPTED' }, { today: '2026-12-09' }],
  [
    'takes one because the city does it after all',
    { type: 'reReview', basis: 'CARRIED_OUT', reason },
    { status: 'NOT_ADOPTED', reReviews: ['REJECTION'] },
    { today: '2028-11-24' },
  ],
  [
    'reports on the whole',
    { type: 'report', text: reason, milestoneId: null, percent: 0 },
    { status: 'IN_PROGRESS' },
    {},
  ],
])('%s', (_name, command, ofState, ofFacts) =>
  expect(decideProposal(state(ofState), command, facts(ofFacts))).toMatchObject({ ok: true }),
);

describe('a jury', () => {
  it.each<[string, Partial<Jury>, boolean]>([
    ['11 with 6 from outside', {}, true],
    ['12 members', { seatsInside: 6 }, false],
    ['more from the city', { seatsInside: 6, seatsOutside: 5 }, false],
    ['half and half', { seatsInside: 5, seatsOutside: 5 }, true],
    ['only half of those inside', { seatsInside: 4, presentInside: 2 }, false],
    ['only half of those outside', { presentOutside: 3 }, false],
    ['a quorum that a recusal breaks', { recusedOutside: 1 }, false],
    ['a quorum that survives a recusal', { presentOutside: 5, recusedOutside: 1 }, true],
    ['more present than seats', { presentInside: 6 }, false],
    ['more recused than present', { recusedInside: 4 }, false],
    ['nobody from the city', { seatsInside: 0, presentInside: 0 }, false],
    ['a meeting tomorrow', { heldOn: '2026-11-25' }, false],
    ['no minutes', { minutes: '' }, false],
  ])('of %s: %s', (_name, changes, holds) =>
    expect([...juryFaults({ ...jury, ...changes }, today)].length === 0).toBe(holds),
  );

  it('that decides always has a quorum of both halves, and half from outside', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 12 }), { minLength: 6, maxLength: 6 }), (numbers) => {
        const [seatsInside, seatsOutside, presentInside, presentOutside, recusedInside, recusedOutside] = numbers as [
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        const one = { seatsInside, seatsOutside, presentInside, presentOutside, recusedInside, recusedOutside };
        if ([...juryFaults({ ...jury, ...one }, today)].length > 0) return;
        expect(seatsInside + seatsOutside).toBeLessThanOrEqual(11);
        expect(seatsOutside).toBeGreaterThanOrEqual(seatsInside);
        expect(presentInside - recusedInside).toBeGreaterThan(seatsInside / 2);
        expect(presentOutside - recusedOutside).toBeGreaterThan(seatsOutside / 2);
      }),
    ));
});
