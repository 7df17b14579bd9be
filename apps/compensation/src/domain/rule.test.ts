import fc from 'fast-check';
import { decideRule } from './decide-rule';
import { type Rule, type RuleTerms, amountOf, breachOf, isInForce } from './rule';

const terms = (changes: Partial<RuleTerms> = {}): RuleTerms => ({
  code: 'LATE',
  nameKo: '처리기한 초과 보상',
  nameEn: 'Compensation for lateness',
  breach: 'LATE_STATUTORY',
  form: 'CASH',
  baseAmount: 10_000,
  stepAmount: 5_000,
  cap: 30_000,
  lateness: null,
  distance: null,
  exclusions: ['OTHER_REMEDY', 'CAUSED_BY_CITIZEN'],
  standardCodes: [],
  yearlyCeiling: 100_000,
  decisionDays: 14,
  claimDays: 60,
  evidenceKo: null,
  evidenceEn: null,
  validFrom: '2026-01-01',
  validTo: null,
  ...changes,
});
const rule = (changes: Partial<Rule> = {}): Rule => ({ ...terms(), version: 1, ...changes });

const TABLE = [
  { fromHours: 0, amount: 10_000 },
  { fromHours: 16, amount: 15_000 },
];
const table = (lateness: RuleTerms['lateness']) => terms({ lateness, stepAmount: 0 });

const BANDS = [
  { fromKm: 0, amount: 10_000 },
  { fromKm: 10, amount: 15_000 },
  { fromKm: 30, amount: 20_000 },
];
const bands = (distance: RuleTerms['distance']) => terms({ breach: 'REPEAT_VISIT', stepAmount: 0, distance });

it('makes the first version of a rule', () => {
  expect(decideRule(terms(), [])).toEqual({ ok: true, value: { rule: rule(), closed: undefined } });
});

it('closes the version before on the day before', () => {
  const decided = decideRule(terms({ validFrom: '2027-01-01', baseAmount: 15_000 }), [rule()]);
  expect(decided).toMatchObject({
    ok: true,
    value: { rule: { version: 2, validTo: null }, closed: { version: 1, validTo: '2026-12-31' } },
  });
});

it.each([
  ['code', terms({ code: 'late' }), []],
  ['nameKo', terms({ nameKo: ' ' }), []],
  ['baseAmount', terms({ baseAmount: 0, stepAmount: 5_000 }), []],
  ['cap', terms({ cap: 5_000 }), []],
  ['cap', terms({ stepAmount: 0 }), []],
  ['yearlyCeiling', terms({ yearlyCeiling: 5_000 }), []],
  ['validTo', terms({ validTo: '2025-12-31' }), []],
  ['lateness', table([]), []],
  ['lateness', table([{ fromHours: 1, amount: 10_000 }]), []],
  ['lateness', table([{ fromHours: 0, amount: 9_000 }]), []],
  ['lateness', table([...TABLE, { fromHours: 40, amount: 31_000 }]), []],
  ['lateness', table([...TABLE, { fromHours: 16, amount: 30_000 }]), []],
  ['lateness', table([...TABLE, { fromHours: 40, amount: 14_000 }]), []],
  ['lateness', { ...table(TABLE), stepAmount: 1 }, []],
  ['lateness', { ...table(TABLE), breach: 'UNKINDNESS' as const }, []],
  ['distance', bands([]), []],
  ['distance', bands([{ fromKm: 1, amount: 10_000 }]), []],
  ['distance', bands([{ fromKm: 0, amount: 9_000 }]), []],
  ['distance', bands([...BANDS, { fromKm: 30, amount: 30_000 }]), []],
  ['distance', bands([...BANDS, { fromKm: 50, amount: 19_000 }]), []],
  ['distance', bands([...BANDS, { fromKm: 50, amount: 31_000 }]), []],
  ['distance', bands([...BANDS, { fromKm: 1_001, amount: 30_000 }]), []],
  ['distance', { ...bands(BANDS), breach: 'UNKINDNESS' as const }, []],
  ['form', terms({ form: 'GIFT_CERTIFICATE', baseAmount: 9_500 }), []],
  ['form', { ...bands([...BANDS, { fromKm: 50, amount: 20_500 }]), form: 'GIFT_CERTIFICATE' as const }, []],
  ['exclusions', terms({ exclusions: ['OTHER_REMEDY', 'OTHER_REMEDY'] }), []],
  ['standardCodes', terms({ standardCodes: ['SECOND_VISIT', 'SECOND_VISIT'] }), []],
  ['standardCodes', terms({ standardCodes: ['second visit'] }), []],
  ['standardCodes', terms({ standardCodes: Array.from({ length: 21 }, (_, at) => `S_${at}`) }), []],
  ['stepAmount', terms({ breach: 'REPEAT_VISIT' }), []],
  ['decisionDays', terms({ decisionDays: 0 }), []],
  ['claimDays', terms({ claimDays: 1.5 }), []],
  ['evidenceKo', terms({ evidenceKo: '방문 사실을 보여 주는 것' }), []],
  ['evidenceKo', terms({ evidenceKo: ' ', evidenceEn: 'a ticket' }), []],
  ['validFrom', terms(), [rule()]],
  ['breach', terms({ validFrom: '2027-01-01', breach: 'LATE_CHARTER' }), [rule()]],
  ['validFrom', terms({ code: 'OTHER', validFrom: '2027-01-01' }), [rule()]],
  ['validFrom', terms({ code: 'OTHER', validFrom: '2025-01-01' }), [rule({ validTo: '2026-12-31' })]],
  ['validFrom', terms({ code: 'OTHER', validFrom: '2025-01-01', validTo: '2026-01-01' }), [rule()]],
])('refuses a wrong %s', (field, given, existing) => {
  expect(decideRule(given, existing)).toMatchObject({
    ok: false,
    refusals: [{ code: 'INVALID_VALUE', path: [field] }],
  });
});

it.each([
  ['follow one that has ended', terms({ code: 'OTHER', validFrom: '2027-01-01' }), rule({ validTo: '2026-12-31' })],
  ['end before one begins', terms({ code: 'OTHER', validFrom: '2025-01-01', validTo: '2025-12-31' }), rule()],
  ['hold for another breach meanwhile', terms({ code: 'OTHER', breach: 'LATE_CHARTER' }), rule()],
])('lets another rule %s', (_name, given, existing) => {
  expect(decideRule(given, [existing])).toMatchObject({ ok: true, value: { closed: undefined } });
});

it('leaves a version that ended by itself as it ended', () => {
  expect(decideRule(terms({ validFrom: '2027-01-01' }), [rule({ validTo: '2026-06-30' })])).toMatchObject({
    ok: true,
    value: { rule: { version: 2 }, closed: undefined },
  });
});

it.each([
  ['STATUTORY', 'LATE_STATUTORY'],
  ['CHARTER', 'LATE_CHARTER'],
] as const)('names the breach of the %s promise', (against, breach) => expect(breachOf(against)).toBe(breach));

it.each([
  [1, 0, 10_000],
  [2, 0, 15_000],
  [5, 0, 30_000],
  [50, 0, 30_000],
  [5, 80_000, 20_000],
  [5, 100_000, 0],
])('pays for %i working days, after %i this year: %i', (days, paid, amount) =>
  expect(amountOf(rule(), { days, hours: 0 }, paid)).toBe(amount),
);

it('pays gift certificates by the thousand, also where little is left of the year', () => {
  const given = rule({ form: 'GIFT_CERTIFICATE', yearlyCeiling: 100_000 });
  expect([89_500, 99_000, 99_001].map((paid) => amountOf(given, { days: 2, hours: 0 }, paid))).toEqual([
    10_000, 1_000, 0,
  ]);
});

it.each([
  [0, 10_000],
  [15.99, 10_000],
  [16, 15_000],
  [4_000, 15_000],
])('pays by the table for %d working hours: %i', (hours, amount) =>
  expect(amountOf(rule({ lateness: TABLE, stepAmount: 0 }), { hours, days: 1 }, 0)).toBe(amount),
);

it.each([
  [undefined, 10_000],
  [9, 10_000],
  [10, 15_000],
  [29, 15_000],
  [30, 20_000],
  [999, 20_000],
])('pays by the bands for a way of %p km: %i', (km, amount) => {
  const given = { ...rule(bands(BANDS)), cap: 20_000 };
  expect(amountOf(given, { days: 1, hours: 0, km }, 0)).toBe(amount);
  expect(decideRule(bands(BANDS), []).ok).toBe(true);
});

it.each([
  ['kilometres', { ...rule(bands(BANDS)) }],
  ['days', rule()],
  ['hours', rule({ lateness: TABLE, stepAmount: 0 })],
])('never pays less for more lateness by %s, nor more than cap and ceiling', (_name, given) => {
  const at = (days: number) => ({ days, hours: days * 8, km: days });
  fc.assert(
    fc.property(fc.nat(400), fc.nat(400), fc.nat(200_000), (one, other, paid) => {
      const [less, more] = one < other ? [one, other] : [other, one];
      expect(amountOf(given, at(less), paid)).toBeLessThanOrEqual(amountOf(given, at(more), paid));
      expect(amountOf(given, at(more), paid)).toBeLessThanOrEqual(Math.max(0, Math.min(30_000, 100_000 - paid)));
    }),
  );
});

it('is in force on its first and last day', () => {
  const given = { validFrom: '2026-01-01', validTo: '2026-12-31' };
  expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => isInForce(given, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
