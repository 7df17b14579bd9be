import fc from 'fast-check';
import {
  RECRUITMENT_COMMANDS,
  RECRUITMENT_STATUSES,
  RECRUITMENT_TRANSITIONS,
  type Recruitment,
  decideRecruitment,
  decideRecruitmentStep,
} from './recruitment';

const TODAY = '2026-03-09';
const recruitment: Recruitment = {
  ...{ title: '2026년 시정 모니터', body: '시민의 눈으로 살펴봅니다.', departmentCode: 'AUDIT' },
  districts: [
    { name: '연제구', quota: 2 },
    { name: '해운대구', quota: 3 },
  ],
  ...{ appliesUntil: '2026-03-20', selectionDays: 5, termFrom: '2026-04-01', termTo: '2027-03-31' },
  ...{ allowancePerReport: 30_000, allowanceMonthlyCap: 200_000 },
};
const faults = (changes: object): string[] => {
  const decided = decideRecruitment({ ...recruitment, ...changes }, TODAY, []);
  return decided.ok ? [] : decided.refusals.map(({ code, path }) => `${code} ${path?.join('.')}`);
};

describe('a recruitment', () => {
  it.each<[string, object, string[]]>([
    ['as it should be', {}, []],
    ['without a limit for a month', { allowanceMonthlyCap: null }, []],
    ['for a term of one day', { termTo: '2026-04-01' }, []],
    ['without a title', { title: '' }, ['INVALID_VALUE title']],
    ['with a resident number', { body: '000101-3123451' }, ['RESIDENT_NUMBER_PRESENT body']],
    ['for no district', { districts: [] }, ['INVALID_VALUE districts']],
    [
      'with a district twice',
      {
        districts: [
          { name: '연제구', quota: 1 },
          { name: '연제구 ', quota: 1 },
        ],
      },
      ['INVALID_VALUE districts'],
    ],
    ['for nobody', { districts: [{ name: '연제구', quota: 0 }] }, ['INVALID_VALUE districts.0.quota']],
    ['for half a monitor', { districts: [{ name: '연제구', quota: 1.5 }] }, ['INVALID_VALUE districts.0.quota']],
    ['that closes today', { appliesUntil: TODAY }, ['INVALID_VALUE appliesUntil']],
    ['whose term begins while one can apply', { termFrom: '2026-03-20' }, ['INVALID_VALUE termFrom']],
    ['whose term ends before it begins', { termTo: '2026-03-31' }, ['INVALID_VALUE termTo']],
    ['whose term is four years', { termTo: '2030-04-01' }, ['INVALID_VALUE termTo']],
    [
      'with half a won',
      { allowancePerReport: 0.5 },
      ['INVALID_VALUE allowancePerReport', 'INVALID_VALUE allowanceMonthlyCap'],
    ],
    ['whose limit is under one allowance', { allowanceMonthlyCap: 29_999 }, ['INVALID_VALUE allowanceMonthlyCap']],
    ['without time to select', { selectionDays: 0 }, ['INVALID_VALUE selectionDays']],
  ])('%s', (_, changes, expected) => {
    const found = faults(changes);
    expect(found.filter((fault) => expected.includes(fault))).toEqual(
      expected.filter((fault) => found.includes(fault)),
    );
    expect(found.length > 0).toBe(expected.length > 0);
  });
});

const now = new Date('2026-05-01T00:00:00Z');
const past = new Date(now.getTime() - 1);
const future = new Date(now.getTime() + 1);
const outcome = (...args: Parameters<typeof decideRecruitmentStep>): string => {
  const decided = decideRecruitmentStep(...args);
  return decided.ok ? decided.value : decided.refusals[0]!.code;
};

describe('a step of a recruitment', () => {
  const all = RECRUITMENT_STATUSES.flatMap((status) =>
    RECRUITMENT_COMMANDS.map((command) => [status, command] as const),
  );
  it.each(all)('in %s: %s leads where the table says, or nowhere', (status, command) => {
    const closesAt = status === 'RECRUITING' && command !== 'close' ? future : past;
    const termTo = command === 'endTerm' ? '2026-04-30' : '2026-05-01';
    const reached = outcome(status, command, { now, today: '2026-05-01', closesAt, termTo });
    const expected = RECRUITMENT_TRANSITIONS[command][status];
    if (expected) expect(reached).toBe(expected);
    else expect(['INVALID_STATE', 'ALREADY_DONE', 'TOO_LATE']).toContain(reached);
  });

  const facts = { now, today: '2026-05-01', closesAt: past, termTo: '2026-12-31' };
  it.each<[string, string, Parameters<typeof decideRecruitmentStep>]>([
    ['applying at the very moment of closing', 'TOO_LATE', ['RECRUITING', 'apply', { ...facts, closesAt: now }]],
    ['applying a moment before', 'RECRUITING', ['RECRUITING', 'apply', { ...facts, closesAt: future }]],
    ['applying during the term', 'TOO_LATE', ['SERVING', 'apply', facts]],
    ['closing before its time', 'TOO_EARLY', ['RECRUITING', 'close', { ...facts, closesAt: future }]],
    ['a mission after the term', 'TOO_LATE', ['SERVING', 'openMission', { ...facts, termTo: '2026-04-30' }]],
    ['a substitute after the term', 'TOO_LATE', ['SERVING', 'appoint', { ...facts, termTo: '2026-04-30' }]],
    ['ending the term on its last day', 'TOO_EARLY', ['SERVING', 'endTerm', { ...facts, termTo: '2026-05-01' }]],
    ['completing twice', 'ALREADY_DONE', ['SERVING', 'complete', facts]],
  ])('%s: %s', (_, expected, given) => expect(outcome(...given)).toBe(expected));

  it('never leads out of an end', () =>
    fc.assert(
      fc.property(fc.constantFrom(...RECRUITMENT_COMMANDS), (command) => {
        expect(RECRUITMENT_TRANSITIONS[command].ENDED).toBeUndefined();
        expect(RECRUITMENT_TRANSITIONS[command].CANCELLED).toBeUndefined();
      }),
    ));
});
