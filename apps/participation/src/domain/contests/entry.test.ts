import { type EntryInput, conflictOf, decideEntry, decidePoints } from './entry';

const person = (n: number, changes: object = {}) => ({
  ...{ citizenId: `0198a000-0000-7000-9000-00000000000${n % 10}${n}`, name: `이름${n}`, departmentCode: null },
  ...changes,
});
const entry: EntryInput = { category: '글', title: '노란 발자국', body: '건널목 앞에', team: [person(1), person(2)] };
const codes = (changes: object): string[] => {
  const decided = decideEntry({ ...entry, ...changes }, ['글', '영상']);
  return decided.ok ? [] : decided.refusals.map(({ code, path }) => `${code} ${path?.join('.')}`);
};

it.each<[string, object, string[]]>([
  ['as it should be', {}, []],
  ['of no category', { category: '그림' }, ['INVALID_VALUE category']],
  ['without a text', { body: '' }, ['INVALID_VALUE body']],
  ['that names who made it', { body: '이름1 올림' }, ['INVALID_VALUE body']],
  ['with somebody twice', { team: [person(1), person(1)] }, ['INVALID_VALUE team']],
  ['of eleven', { team: Array.from({ length: 11 }, (_, n) => person(n)) }, ['LIMIT_REACHED team']],
])('an entry %s', (_, changes, expected) => expect(codes(changes)).toEqual(expected));

it.each<[string, string | null, string | undefined]>([
  ['their own team', null, 'SAME_TEAM'],
  ['a colleague’s', 'PARKS', 'SAME_DEPARTMENT'],
  ['another’s', 'WATER', undefined],
  ['another’s, not of the city', null, undefined],
])('a judge and the entry of %s', (who, departmentCode, expected) => {
  const judgeId = who === 'their own team' ? person(1).citizenId : person(9).citizenId;
  const team = [person(1), person(2, { departmentCode: 'PARKS' })];
  expect(conflictOf({ judgeId, departmentCode }, team)).toBe(expected);
});

describe('points', () => {
  const criteria = [
    { name: '가', weight: 50 },
    { name: '나', weight: 50 },
  ];
  const given = (...points: [string, number][]) => points.map(([criterion, each]) => ({ criterion, points: each }));
  it('are taken in the order of the criteria', () =>
    expect(decidePoints(given(['나', 0], ['가', 100]), criteria)).toEqual({ ok: true, value: [100, 0] }));
  it.each<[string, [string, number][]]>([
    ['too few', [['가', 1]]],
    [
      'one twice',
      [
        ['가', 1],
        ['나', 2],
        ['나', 3],
      ],
    ],
    [
      'an unknown one',
      [
        ['가', 1],
        ['다', 2],
      ],
    ],
    [
      'more than a hundred',
      [
        ['가', 101],
        ['나', 2],
      ],
    ],
    [
      'less than nothing',
      [
        ['가', -1],
        ['나', 2],
      ],
    ],
    [
      'a half',
      [
        ['가', 0.5],
        ['나', 2],
      ],
    ],
  ])('are refused with %s', (_, points) => expect(decidePoints(given(...points), criteria).ok).toBe(false));
});
