import { decideThreshold, thresholdOn } from './threshold';

const today = '2026-11-24';
const city = { departmentCode: null, endorsements: 50, answerDays: 20, validFrom: '2020-01-01' };
const own = { ...city, departmentCode: 'ROADS', endorsements: 30, validFrom: '2026-11-24' };

it.each([
  ['the city’s where a department has none', 'PARKS', today, 50],
  ['its own from its first day', 'ROADS', today, 30],
  ['the city’s on the day before', 'ROADS', '2026-11-23', 50],
  ['the latest of several', 'ROADS', '2027-01-01', 10],
  ['none before there was one', 'ROADS', '2019-12-31', undefined],
])('holds: %s', (_name, department, day, expected) => {
  const all = [city, { ...own, endorsements: 10, validFrom: '2027-01-01' }, own];
  expect(thresholdOn(all, department, day)?.endorsements).toBe(expected);
});

it.each([
  ['from today', {}, undefined],
  ['from yesterday', { validFrom: '2026-11-23' }, 'validFrom'],
  ['of nobody', { endorsements: 0 }, 'endorsements'],
  ['of half a citizen', { endorsements: 1.5 }, 'endorsements'],
  ['within a year', { answerDays: 365 }, 'answerDays'],
])('is set %s', (_name, changes, path) =>
  expect(decideThreshold({ ...own, ...changes }, today)).toMatchObject(
    path ? { ok: false, refusals: [{ code: 'INVALID_VALUE', path: [path] }] } : { ok: true },
  ),
);
