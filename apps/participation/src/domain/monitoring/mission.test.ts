import { WorkingCalendar } from '@charter/calendar';
import {
  MISSION_COMMANDS,
  MISSION_STATUSES,
  MISSION_TRANSITIONS,
  type Mission,
  decideMission,
  decideMissionStep,
  notInForce,
  remindAt,
} from './mission';

const at = (text: string): Date => new Date(`2026-${text}+09:00`);
const mission: Mission = {
  ...{ title: '민원실 대기 시간', instructions: '번호표를 뽑고 기다려 보십시오.', watchedCode: 'WATER' },
  place: {
    ...{ name: '민원실', address: '부산광역시 연제구 중앙대로 1001', radiusMetres: 300 },
    ...{ latitude: 35.1798, longitude: 129.075 },
  },
  ...{ startsAt: at('04-06T09:00'), endsAt: at('04-10T18:00') },
  checklist: [{ question: '5분 안에 불렀습니까?', standardCode: 'WAIT' }],
  ...{ districts: [], photosNeeded: 1, answerDays: 7 },
};
const facts = {
  ...{ now: at('04-01T10:00'), termFrom: '2026-04-01', termTo: '2026-12-31', recruiterCode: 'AUDIT' },
  ...{ districts: ['연제구'], unknownStandards: ['NONE'], elsewhere: [] },
};
const faults = (changes: object, more: object = {}): string[] => {
  const decided = decideMission({ ...mission, ...changes }, { ...facts, ...more });
  return decided.ok ? [] : decided.refusals.map(({ code, path }) => `${code} ${path?.join('.')}`);
};

describe('a mission', () => {
  it.each<[string, object, string[]]>([
    ['as it should be', {}, []],
    ['to the very end of the term', { endsAt: at('12-31T24:00') }, []],
    ['without a title', { title: ' ' }, ['INVALID_VALUE title']],
    ['at the department itself', { watchedCode: 'AUDIT' }, ['CONFLICT_OF_INTEREST watchedDepartmentCode']],
    ['that ends as it begins', { endsAt: at('04-06T09:00') }, ['INVALID_VALUE endsAt']],
    ['before the term', { startsAt: at('03-31T23:59') }, ['INVALID_VALUE startsAt']],
    ['beyond the term', { endsAt: new Date('2027-01-01T00:00:01+09:00') }, ['INVALID_VALUE startsAt']],
    ['without a checklist', { checklist: [] }, ['INVALID_VALUE checklist']],
    [
      'that checks no standard of the charter',
      { checklist: [{ question: '?', standardCode: 'NONE' }] },
      ['INVALID_VALUE checklist.0.standardCode'],
    ],
    ['for a district that was not recruited', { districts: ['강남구'] }, ['INVALID_VALUE districts']],
    ['that asks for eleven photographs', { photosNeeded: 11 }, ['INVALID_VALUE photosNeeded']],
    ['without time to answer', { answerDays: 0 }, ['INVALID_VALUE answerDays']],
  ])('%s', (_, changes, expected) => expect(faults(changes)).toEqual(expected));

  it('does not lie in the past', () =>
    expect(faults({}, { now: at('04-10T18:00') })).toEqual(['INVALID_VALUE endsAt']));
});

const outcome = (...args: Parameters<typeof decideMissionStep>): string => {
  const decided = decideMissionStep(...args);
  return decided.ok ? decided.value : decided.refusals[0]!.code;
};

describe('a step of a mission', () => {
  const { startsAt, endsAt } = mission;
  it.each(MISSION_STATUSES.flatMap((status) => MISSION_COMMANDS.map((command) => [status, command] as const)))(
    'in %s: %s leads where the table says, or nowhere',
    (status, command) => {
      const now = command === 'end' ? endsAt : startsAt;
      const expected = MISSION_TRANSITIONS[command][status];
      const reached = outcome(status, command, { now, startsAt, endsAt });
      if (expected) expect(reached).toBe(expected);
      else expect(['INVALID_STATE', 'ALREADY_DONE', 'TOO_LATE']).toContain(reached);
    },
  );

  it.each<[string, number, string]>([
    ['a millisecond before it begins', startsAt.getTime() - 1, 'TOO_EARLY'],
    ['as it begins', startsAt.getTime(), 'OPEN'],
    ['a millisecond before it ends', endsAt.getTime() - 1, 'OPEN'],
    ['as it ends, also before the worker has looked', endsAt.getTime(), 'TOO_LATE'],
  ])('a report %s', (_, now, expected) =>
    expect(outcome('OPEN', 'report', { now: new Date(now), startsAt, endsAt })).toBe(expected),
  );

  it('does not end before its time', () =>
    expect(outcome('OPEN', 'end', { now: startsAt, startsAt, endsAt })).toBe('TOO_EARLY'));
});

describe('monitors are reminded', () => {
  const calendar = new WorkingCalendar();
  it.each([
    ['on the working day before', '04-06T09:00', '04-10T18:00', '2026-04-09T00:00:00.000Z'],
    ['on Friday where it ends on a Monday', '04-06T09:00', '04-13T18:00', '2026-04-10T00:00:00.000Z'],
    ['on the Friday before a Saturday', '04-06T09:00', '04-11T18:00', '2026-04-10T00:00:00.000Z'],
    ['on the day before the day that 24:00 ends', '04-06T09:00', '04-10T24:00', '2026-04-09T00:00:00.000Z'],
    ['on the day itself where it began too late for that', '04-09T12:00', '04-10T18:00', '2026-04-10T00:00:00.000Z'],
    ['never where it is as short as that', '04-10T09:00', '04-10T18:00', undefined],
  ])('%s', (_, startsAt, endsAt, expected) =>
    expect(remindAt({ startsAt: at(startsAt), endsAt: at(endsAt) }, calendar)?.toISOString()).toBe(expected),
  );
});

describe('a standard', () => {
  const standard = { code: 'WAIT', departmentCode: null, validFrom: '2026-04-01', validTo: '2026-04-30' };
  it.each<[string, object | undefined, string, boolean]>([
    ['on its first day', {}, '2026-04-01', true],
    ['on its last day', {}, '2026-04-30', true],
    ['the day before', {}, '2026-03-31', false],
    ['the day after', {}, '2026-05-01', false],
    ['without an end', { validTo: null }, '2036-01-01', true],
    ['of the watched department', { departmentCode: 'WATER' }, '2026-04-10', true],
    ['of another department', { departmentCode: 'ROADS' }, '2026-04-10', false],
    ['that nobody knows', undefined, '2026-04-10', false],
  ])('%s', (_, changes, day, inForce) => {
    const known = changes && { ...standard, ...changes };
    expect(notInForce(['WAIT'], [known], 'WATER', day)).toEqual(inForce ? [] : ['WAIT']);
  });
});
