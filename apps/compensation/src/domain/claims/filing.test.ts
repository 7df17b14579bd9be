import { WorkingCalendar } from '@charter/calendar';
import type { Rule } from '../rule';
import { type Filing, type FilingFacts, claimUntil, decideFiling } from './filing';
import { latenessOf } from './lateness';

const calendar = new WorkingCalendar();
const rule: Rule = {
  ...{ code: 'AGAIN', version: 1, nameKo: '재방문 보상', nameEn: 'Second visit', breach: 'REPEAT_VISIT', form: 'CASH' },
  ...{ baseAmount: 10_000, stepAmount: 0, cap: 10_000, lateness: null, yearlyCeiling: null },
  ...{ distance: null, exclusions: ['OTHER_REMEDY'] },
  standardCodes: [],
  ...{ decisionDays: 14, claimDays: 30, evidenceKo: null, evidenceEn: null, validFrom: '2026-01-01', validTo: null },
};
const byDistance: Rule = { ...rule, distance: [{ fromKm: 0, amount: 10_000 }] };
const filing: Filing = {
  ...{ complaintId: 'one', breach: 'REPEAT_VISIT', occurredOn: '2026-11-02' },
  ...{ statement: ' 서류를 두 번 냈습니다. ', evidence: null },
  ...{ distanceKm: null, otherRemedySought: false },
};
const facts: FilingFacts = { now: new Date('2026-11-20T01:00:00Z'), today: '2026-11-20', rule, calendar };
const codes = (changes: Partial<Filing>, others: Partial<FilingFacts> = {}) => {
  const decided = decideFiling({ ...filing, ...changes }, { ...facts, ...others });
  return decided.ok ? [] : decided.refusals.map(({ code, path }) => `${code} ${path?.join('.')}`);
};

it('takes a claim in time, without the blanks around its text', () =>
  expect(decideFiling(filing, facts)).toMatchObject({
    ok: true,
    value: { rule, filing: { statement: '서류를 두 번 냈습니다.' } },
  }));

it('counts from the day after it happened, and a holiday moves the last day', () => {
  expect(claimUntil(rule, '2026-11-02', calendar)).toEqual(new Date('2026-12-02T15:00:00Z'));
  expect(claimUntil(rule, '2026-11-05', calendar)).toEqual(new Date('2026-12-07T15:00:00Z')); // 5 December is a Saturday
});

it.each([
  ['what opens by itself', { breach: 'LATE_STATUTORY' as const }, {}, ['INVALID_VALUE breach']],
  ['no rule', {}, { rule: undefined }, ['INVALID_VALUE breach']],
  ['a day to come', { occurredOn: '2026-11-21' }, {}, ['INVALID_VALUE occurredOn']],
  ['the moment at which it is too late', {}, { now: new Date('2026-12-02T15:00:00Z') }, ['TOO_LATE occurredOn']],
  ['no words', { statement: ' ' }, {}, ['INVALID_VALUE statement']],
  ['a resident number', { statement: '저는 900101-1234568 입니다' }, {}, ['RESIDENT_NUMBER_PRESENT statement']],
  ['another remedy that is sought', { otherRemedySought: true }, {}, ['INVALID_VALUE otherRemedySought']],
  ['no distance where it pays by it', {}, { rule: byDistance }, ['INVALID_VALUE distanceKm']],
  ['a distance that is none', { distanceKm: -1 }, { rule: byDistance }, ['INVALID_VALUE distanceKm']],
  ['half a kilometre', { distanceKm: 0.5 }, {}, ['INVALID_VALUE distanceKm']],
  ['no evidence', {}, { rule: { ...rule, evidenceKo: '접수증', evidenceEn: 'receipt' } }, ['INVALID_VALUE evidence']],
])('refuses %s', (_name, changes, others, expected) => expect(codes(changes, others)).toEqual(expected));

it('takes it until the moment before, and with the evidence that the rule asks for', () => {
  expect(codes({}, { now: new Date('2026-12-02T14:59:59.999Z') })).toEqual([]);
  expect(codes({ evidence: '접수증 2장' }, { rule: { ...rule, evidenceKo: '접수증', evidenceEn: 'receipt' } })).toEqual(
    [],
  );
});

it('takes it with the distance that the rule asks for, and beside another remedy where the rule does not mind', () => {
  expect(codes({ distanceKm: 0 }, { rule: byDistance })).toEqual([]);
  expect(codes({ otherRemedySought: true }, { rule: { ...rule, exclusions: ['CAUSED_BY_CITIZEN'] } })).toEqual([]);
});

it.each([
  ['2026-11-24T00:00:00+09:00', 0, 1],
  ['2026-11-24T09:00:00+09:00', 0, 1],
  ['2026-11-24T12:30:00+09:00', 3, 1],
  ['2026-11-24T18:00:00+09:00', 8, 1],
  ['2026-11-25T09:00:01+09:00', 8, 2],
  ['2026-11-30T09:30:00+09:00', 32.5, 5],
  ['2026-11-23T00:00:00+09:00', 0, 1], // ended before: never less than a day
])('is late from 24 November 00:00 to %s: %d hours, %i days', (until, hours, days) =>
  expect(latenessOf(calendar, new Date('2026-11-24T00:00:00+09:00'), new Date(until))).toEqual({ hours, days }),
);
