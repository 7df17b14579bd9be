import { WorkingCalendar } from '@charter/calendar';
import { COMPLAINT_KINDS } from '../service-item';
import { type AppealFacts, type EarlierObjection, decideAppealing } from './appeal';
import { BASES, type Basis } from './objection';
import { OBJECTION_STEP_TEXTS, objectionStepName, remediesAfter } from './texts';

const at = (text: string): Date => new Date(`${text}+09:00`);
const TOLD = at('2026-11-20T15:00');
const reason = '같은 건물의 다른 신청은 허가되었습니다.';

const facts = (changes: Partial<AppealFacts> = {}): AppealFacts => ({
  ...{ kind: 'STATUTORY', rejectedAt: TOLD, earlier: [], now: at('2026-11-23T10:00'), calendar: new WorkingCalendar() },
  ...changes,
});
const outcome = (basis: Basis | null, given: AppealFacts): string => {
  const decided = decideAppealing({ basis, reason }, given);
  return decided.ok ? decided.value.basis : decided.refusals.map(({ code }) => code).join(', ');
};
const before = (
  basis: Basis,
  status: EarlierObjection['status'],
  rejectedAt: Date | null = TOLD,
): EarlierObjection => ({
  ...{ basis, status, rejectedAt: basis === 'STATUTORY' ? rejectedAt : null },
});

it.each(COMPLAINT_KINDS)('to a rejected complaint of kind %s', (kind) => {
  const fits = kind === 'STATUTORY';
  expect(BASES.map((basis) => outcome(basis, facts({ kind })))).toEqual([
    fits ? 'STATUTORY' : 'INVALID_STATE',
    'CHARTER',
  ]);
  expect(outcome(null, facts({ kind }))).toBe(fits ? 'STATUTORY' : 'CHARTER');
});

it('by the charter against any handling; by law only against a rejection', () => {
  const open = facts({ rejectedAt: null });
  expect([outcome('CHARTER', open), outcome(null, open), outcome('STATUTORY', open)]).toEqual([
    ...['CHARTER', 'CHARTER', 'INVALID_STATE'],
  ]);
});

it.each([
  ['the same day', '2026-11-20T16:00', 'STATUTORY'],
  ['the 59th day', '2027-01-18T10:00', 'STATUTORY'],
  ['the last second of the 60th day', '2027-01-19T23:59:59.999', 'STATUTORY'],
  ['the 60th day at 24:00', '2027-01-20T00:00', 'TOO_LATE'],
  ['the 61st day', '2027-01-20T10:00', 'TOO_LATE'],
])('%s: %s', (_name, now, code) => {
  expect(outcome('STATUTORY', facts({ now: at(now) }))).toBe(code);
  expect(outcome(null, facts({ now: at(now) }))).toBe(code === 'TOO_LATE' ? 'CHARTER' : code);
});

it('on the Monday after a last day on a Saturday', () => {
  const told = { rejectedAt: at('2026-11-03T10:00') }; // the 60th day is 2 January 2027
  expect(outcome('STATUTORY', facts({ ...told, now: at('2027-01-04T23:59') }))).toBe('STATUTORY');
  expect(outcome('STATUTORY', facts({ ...told, now: at('2027-01-05T00:00') }))).toBe('TOO_LATE');
});

it.each([
  ['STATUTORY', 'FILED', 'ALREADY_DONE', 'CHARTER', 'ALREADY_DONE'],
  ['STATUTORY', 'ASSIGNED', 'ALREADY_DONE', 'CHARTER', 'ALREADY_DONE'],
  ['STATUTORY', 'DISMISSED', 'ALREADY_DONE', 'CHARTER', 'CHARTER'],
  ['STATUTORY', 'WITHDRAWN', 'STATUTORY', 'CHARTER', 'STATUTORY'],
  ['CHARTER', 'FILED', 'STATUTORY', 'ALREADY_DONE', 'STATUTORY'],
  ['CHARTER', 'DISMISSED', 'STATUTORY', 'CHARTER', 'STATUTORY'],
  ['CHARTER', 'WITHDRAWN', 'STATUTORY', 'CHARTER', 'STATUTORY'],
] as const)(
  'after one by %s that is %s: by law %s, by the charter %s, without a basis %s',
  (basis, status, ...codes) => {
    const given = facts({ earlier: [before(basis, status)] });
    expect([outcome('STATUTORY', given), outcome('CHARTER', given), outcome(null, given)]).toEqual(codes);
  },
);

it('to a second rejection again, after the first objection was decided', () =>
  expect(outcome('STATUTORY', facts({ earlier: [before('STATUTORY', 'DISMISSED', at('2026-06-01T10:00'))] }))).toBe(
    'STATUTORY',
  ));

it.each([
  ['nothing', '  ', 'INVALID_VALUE'],
  ['a resident number', '저는 900101-1234568 입니다.', 'RESIDENT_NUMBER_PRESENT'],
  ['too much', '가'.repeat(10_001), 'INVALID_VALUE'],
])('refuses %s as its reason', (_name, text, code) =>
  expect(decideAppealing({ basis: null, reason: text }, facts())).toMatchObject({
    ok: false,
    refusals: [{ code, path: ['reason'] }],
  }),
);

it('keeps which rejection it is about, and the reason without blanks around it', () =>
  expect(decideAppealing({ basis: null, reason: ` ${reason} ` }, facts())).toEqual({
    ok: true,
    value: { basis: 'STATUTORY', reason, rejectedAt: TOLD },
  }));

it('names the ways on after a dismissal, with the limit of 90 days by law', () => {
  expect(remediesAfter('STATUTORY').map(({ ko }) => ko.slice(0, 4))).toEqual(['행정심판', '행정소송', '고충민원']);
  for (const { ko, en } of remediesAfter('STATUTORY').slice(0, 2)) expect([ko, en].join()).toMatch(/90일.*90 days/);
  expect(
    remediesAfter('CHARTER')
      .map(({ ko }) => ko)
      .join(),
  ).toMatch(/고충민원.*행정심판.*행정소송/);
});

it.each([
  ['file', 'FILED', '접수'],
  ['assign', 'ASSIGNED', '다른 담당자'],
  ['extend', 'ASSIGNED', '연장'],
  ['decide', 'UPHELD', '받아들여졌습니다'],
  ['decide', 'DISMISSED', '받아들여지지 않았습니다'],
  ['withdraw', 'WITHDRAWN', '취하'],
] as const)('says what %s to %s means', (command, to, words) =>
  expect(OBJECTION_STEP_TEXTS[objectionStepName(command, to)].ko).toContain(words),
);
