import type { Standard } from '../standard';
import { type Found, isShort, openingOf } from './from-score';

const standard: Standard = {
  ...{
    code: 'KINDNESS',
    category: 'VISIT',
    departmentCode: null,
    measuredBy: 'SURVEY',
    validFrom: '2026-01-01',
    validTo: null,
  },
  ...{ promiseKo: '친절하게 맞이합니다', promiseEn: 'We are kind', measureKo: '만족도', measureEn: 'Satisfaction' },
  target: { direction: 'AT_LEAST', value: 80, unit: 'POINTS' },
};
const found: Found = { score: 79.96, n: 1_234, departmentCode: 'AUDIT', from: '2026-03-01', to: '2026-03-31' };

it.each<[Partial<Standard>, number, boolean]>([
  [{}, 79.99, true],
  [{}, 80, false],
  [{}, 95, false],
  [{ measuredBy: 'MONITORING' }, 10, false],
  [{ target: { direction: 'AT_LEAST', value: 95, unit: 'PERCENT' } }, 10, false],
  [{ target: { direction: 'AT_MOST', value: 20, unit: 'POINTS' } }, 30, true],
])('a standard with %j and %d points is short: %s', (changes, score, short) =>
  expect(isShort({ ...standard, ...changes }, { ...found, score })).toBe(short),
);

it('says what was found, and is due in ninety days', () => {
  expect(openingOf(standard, found, { code: 'CIVIL' }, '2026-12-14')).toEqual({
    ...{ departmentCode: 'CIVIL', standardCode: 'KINDNESS', kind: 'PROCEDURE', plan: null, dueOn: '2027-03-14' },
    title: '만족도 80점, 목표 80점 이상: 친절하게 맞이합니다',
    description: expect.stringMatching(/^2026-03-01부터 2026-03-31까지 .*1,234명/),
  });
});

it('has a title that fits, however long the promise is', () => {
  const { title } = openingOf({ ...standard, promiseKo: '가'.repeat(200) }, found, { code: 'CIVIL' }, '2026-12-14');
  expect(title).toHaveLength(200);
});
