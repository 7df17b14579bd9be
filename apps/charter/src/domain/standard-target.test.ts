import fc from 'fast-check';
import { TARGET_DIRECTIONS, TARGET_UNITS, isReached, targetFaults, targetText } from './standard-target';

const target = (direction: 'AT_LEAST' | 'AT_MOST', value: number, unit: (typeof TARGET_UNITS)[number]) => ({
  ...{ direction, value, unit },
});

it.each([
  ['95 % in time, kept', target('AT_LEAST', 95, 'PERCENT'), 95, true],
  ['95 % in time, missed by a hair', target('AT_LEAST', 95, 'PERCENT'), 94.99, false],
  ['at most 5 minutes, kept', target('AT_MOST', 5, 'MINUTES'), 5, true],
  ['at most 5 minutes, missed', target('AT_MOST', 5, 'MINUTES'), 5.01, false],
  ['80 points, more', target('AT_LEAST', 80, 'POINTS'), 91, true],
  ['within three rings, at once', target('AT_MOST', 3, 'TIMES'), 0, true],
])('decides %s', (_name, promised, measured, kept) => expect(isReached(promised, measured)).toBe(kept));

it('keeps every target with its own value, and what is better', () => {
  const any = fc.record({
    direction: fc.constantFrom(...TARGET_DIRECTIONS),
    value: fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100),
    unit: fc.constantFrom(...TARGET_UNITS),
  });
  fc.assert(
    fc.property(any, fc.double({ min: 0.01, max: 100, noNaN: true }), (promised, more) => {
      expect([...targetFaults(promised)]).toEqual([]);
      const [better, worse] = promised.direction === 'AT_LEAST' ? [more, -more] : [-more, more];
      expect([0, better, worse].map((by) => isReached(promised, promised.value + by))).toEqual([true, true, false]);
    }),
  );
});

it.each([
  ['below nothing', -1, 'MINUTES'],
  ['above a hundred percent', 100.5, 'PERCENT'],
  ['above a hundred points', 101, 'POINTS'],
  ['without end', Number.POSITIVE_INFINITY, 'KRW'],
  ['with three decimals', 4.125, 'PERCENT'],
] as const)('refuses a value %s', (_name, value, unit) => {
  expect([...targetFaults(target('AT_LEAST', value, unit))]).toMatchObject([
    { code: 'INVALID_VALUE', path: ['target', 'value'] },
  ]);
});

it.each([
  [target('AT_LEAST', 95, 'PERCENT'), '95% 이상', 'at least 95 %'],
  [target('AT_MOST', 5, 'MINUTES'), '5분 이하', 'at most 5 minutes'],
  [target('AT_LEAST', 87.5, 'POINTS'), '87.5점 이상', 'at least 87.5 points'],
  [target('AT_LEAST', 10_000, 'KRW'), '10,000원 이상', 'at least 10,000 KRW'],
])('says %j in both languages', (promised, ko, en) => expect(targetText(promised)).toEqual({ ko, en }));
