import fc from 'fast-check';
import {
  type Announcement,
  CONTEST_COMMANDS,
  CONTEST_STATUSES,
  CONTEST_TRANSITIONS,
  decideAnnouncement,
  decideStep,
} from './contest';

const announcement: Announcement = {
  ...{ title: '공모전', body: '공고', eligibility: '누구나', departmentCode: 'ROADS', categories: ['글'] },
  prizes: [{ name: '대상', amount: 500_000, winners: 2 }],
  criteria: [
    { name: '창의성', weight: 60 },
    { name: '완성도', weight: 40 },
  ],
  ...{ budget: 1_000_000, closesOn: '2026-03-13', judgingDays: 10, objectionDays: 7 },
};
const TODAY = '2026-03-09';
const codes = (changes: object): string[] => {
  const decided = decideAnnouncement({ ...announcement, ...changes }, TODAY, []);
  return decided.ok ? [] : decided.refusals.map(({ code, path }) => `${code} ${path?.join('.')}`);
};

describe('an announcement', () => {
  it('is taken as it is', () => expect(codes({})).toEqual([]));
  it.each<[string, object, string]>([
    ['without a title', { title: ' ' }, 'INVALID_VALUE title'],
    ['without categories', { categories: [] }, 'INVALID_VALUE categories'],
    ['with a category twice', { categories: ['글', '글'] }, 'INVALID_VALUE categories'],
    ['with prizes beyond its budget', { budget: 999_999 }, 'BUDGET_EXCEEDED prizes'],
    ['with a prize for nobody', { prizes: [{ name: '상', amount: 0, winners: 0 }] }, 'INVALID_VALUE prizes.0.winners'],
    ['with a negative prize', { prizes: [{ name: '상', amount: -1, winners: 1 }] }, 'INVALID_VALUE prizes.0.amount'],
    ['with weights of 99', { criteria: [{ name: '창의성', weight: 99 }] }, 'INVALID_VALUE criteria'],
    [
      'with half a weight',
      {
        criteria: [
          { name: '가', weight: 0.5 },
          { name: '나', weight: 99.5 },
        ],
      },
      'INVALID_VALUE criteria',
    ],
    ['that closes today', { closesOn: TODAY }, 'INVALID_VALUE closesOn'],
    ['that closes in three years', { closesOn: '2029-03-09' }, 'INVALID_VALUE closesOn'],
    ['without time to judge', { judgingDays: 0 }, 'INVALID_VALUE judgingDays'],
    ['without time to object', { objectionDays: 0 }, 'INVALID_VALUE objectionDays'],
    ['with a resident number', { body: '제 번호는 000101-3123451 입니다' }, 'RESIDENT_NUMBER_PRESENT body'],
  ])('%s is refused', (_, changes, expected) => expect(codes(changes)).toEqual([expected]));
});

const now = new Date('2026-03-14T00:00:00Z');
const past = new Date(now.getTime() - 1_000);
const future = new Date(now.getTime() + 1_000);
const code = (...args: Parameters<typeof decideStep>): string => {
  const decided = decideStep(...args);
  return decided.ok ? decided.value : decided.refusals[0]!.code;
};

describe('a step', () => {
  const all = CONTEST_STATUSES.flatMap((status) => CONTEST_COMMANDS.map((command) => [status, command] as const));

  it.each(all)('in %s: %s leads where the table says, or nowhere', (status, command) => {
    const closesAt = status === 'ANNOUNCED' && command !== 'close' ? future : past;
    const objectUntil = command === 'confirm' ? past : future;
    const outcome = code(status, command, { now, closesAt, objectUntil, openObjections: 0 });
    const expected = CONTEST_TRANSITIONS[command][status];
    if (expected) expect(outcome).toBe(expected);
    else expect(['INVALID_STATE', 'ALREADY_DONE', 'TOO_LATE']).toContain(outcome);
  });

  const facts = { now, closesAt: past, objectUntil: past, openObjections: 0 };
  it.each<[string, string, Parameters<typeof decideStep>]>([
    ['handing in at the very moment of closing', 'TOO_LATE', ['ANNOUNCED', 'enter', { ...facts, closesAt: now }]],
    ['handing in a second before', 'ANNOUNCED', ['ANNOUNCED', 'enter', { ...facts, closesAt: future }]],
    ['handing in to one that is judged', 'TOO_LATE', ['JUDGING', 'enter', facts]],
    ['closing before its time', 'TOO_EARLY', ['ANNOUNCED', 'close', { ...facts, closesAt: future }]],
    ['scoring after the scores were published', 'TOO_LATE', ['OBJECTION', 'score', facts]],
    ['objecting when the time has passed', 'TOO_LATE', ['OBJECTION', 'object', facts]],
    ['objecting when the ranking stands', 'TOO_LATE', ['CONFIRMED', 'object', facts]],
    ['confirming while one can object', 'TOO_EARLY', ['OBJECTION', 'confirm', { ...facts, objectUntil: future }]],
    [
      'confirming before an objection is decided',
      'TOO_EARLY',
      ['OBJECTION', 'confirm', { ...facts, openObjections: 1 }],
    ],
    ['awarding twice', 'ALREADY_DONE', ['AWARDED', 'award', facts]],
  ])('%s: %s', (_, expected, given) => expect(code(...given)).toBe(expected));

  it('never leads out of an end', () =>
    fc.assert(
      fc.property(fc.constantFrom(...CONTEST_COMMANDS), (command) => {
        expect(CONTEST_TRANSITIONS[command].AWARDED).toBeUndefined();
        expect(CONTEST_TRANSITIONS[command].CANCELLED).toBeUndefined();
      }),
    ));
});
