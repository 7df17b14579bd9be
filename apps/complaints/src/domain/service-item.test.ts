import type { ProcessingPeriod } from '@charter/calendar';
import { type CatalogueFacts, type ServiceItem, decideServiceItem, isInForce } from './service-item';

const roads = { code: 'ROADS', nameKo: '도로과', nameEn: 'Roads', closedOn: null, successorCode: null };
const facts = (changes: Partial<CatalogueFacts> = {}): CatalogueFacts => ({
  ...{ department: roads, successor: undefined, today: '2026-11-23' },
  ...changes,
});
const item = (changes: Partial<ServiceItem> = {}): ServiceItem => ({
  ...{ code: 'ROAD_REPAIR', kind: 'GRIEVANCE', departmentCode: 'ROADS', nameKo: '도로 보수', nameEn: 'Road repair' },
  ...{ guidanceKo: '위치를 알려 주십시오.', guidanceEn: 'Tell us where.', documents: ['신청서'], fee: 1_000 },
  ...{ statutoryPeriod: { unit: 'DAYS', length: 7 }, charterPeriod: { unit: 'DAYS', length: 5 } },
  ...{ validFrom: '2020-01-01', validTo: null },
  ...changes,
});
const period = (unit: ProcessingPeriod['unit'], length: number | null = null): ProcessingPeriod => ({ unit, length });

it('takes a service as it is', () => expect(decideServiceItem(item(), facts())).toEqual({ ok: true, value: item() }));

it.each([
  [period('DAYS', 7), period('DAYS', 7), true],
  [period('DAYS', 7), period('DAYS', 8), false],
  [period('DAYS', 5), period('HOURS', 40), true],
  [period('DAYS', 5), period('HOURS', 41), false],
  // Six days are counted in days and end at midnight; 48 hours that begin at 17:00 end a day later.
  [period('DAYS', 6), period('HOURS', 48), false],
  [period('DAYS', 6), period('HOURS', 40), true],
  [period('HOURS', 3), period('IMMEDIATE'), true],
  [period('HOURS', 2), period('IMMEDIATE'), false],
  // Two weeks hold ten working days at most, and fewer at 설날.
  [period('WEEKS', 2), period('DAYS', 10), false],
  [period('WEEKS', 4), period('DAYS', 10), true],
  [period('DAYS', 10), period('CALENDAR_DAYS', 10), true],
  [period('MONTHS', 1), period('CALENDAR_DAYS', 31), false],
])('by law %j, by the charter %j: %s', (statutoryPeriod, charterPeriod, taken) => {
  const decided = decideServiceItem(item({ statutoryPeriod, charterPeriod }), facts());
  expect(decided.ok).toBe(taken);
  if (!decided.ok) expect(decided.refusals).toMatchObject([{ code: 'INVALID_VALUE', path: ['charterPeriod'] }]);
});

it.each<[string, Partial<ServiceItem>, string[]]>([
  ['a code in small letters', { code: 'road' }, ['code']],
  ['no Korean name', { nameKo: ' ' }, ['nameKo']],
  ['no English name', { nameEn: '' }, ['nameEn']],
  ['guidance without end', { guidanceKo: 'x'.repeat(2_001) }, ['guidanceKo']],
  ['an empty document', { documents: ['신청서', ''] }, ['documents', '1']],
  ['too many documents', { documents: Array.from({ length: 31 }, () => '서류') }, ['documents']],
  ['a fee out of reason', { fee: 100_000_001 }, ['fee']],
  ['an end before the beginning', { validTo: '2019-12-31' }, ['validTo']],
  ['a period of nothing', { statutoryPeriod: period('DAYS', 0) }, ['statutoryPeriod', 'length']],
  ['a period without a length', { charterPeriod: period('WEEKS') }, ['charterPeriod', 'length']],
  ['a period at once with a length', { charterPeriod: period('IMMEDIATE', 3) }, ['charterPeriod', 'length']],
])('refuses %s', (_name, changes, path) => {
  expect(decideServiceItem(item(changes), facts())).toEqual({
    ok: false,
    refusals: [expect.objectContaining({ code: 'INVALID_VALUE', path })],
  });
});

it('refuses a department that is not known', () => {
  expect(decideServiceItem(item(), facts({ department: undefined }))).toMatchObject({
    ok: false,
    refusals: [{ path: ['departmentCode'] }],
  });
});

it('refuses a department that was closed and names who carries on, unless the service has ended as well', () => {
  const closed = facts({
    department: { ...roads, closedOn: '2026-11-01', successorCode: 'STREETS' },
    successor: { ...roads, code: 'STREETS', nameEn: 'Streets' },
  });
  expect(decideServiceItem(item(), closed)).toMatchObject({
    ok: false,
    refusals: [{ path: ['departmentCode'], message: { en: expect.stringContaining('Streets (STREETS)') } }],
  });
  expect(decideServiceItem(item({ validTo: '2026-10-31' }), closed).ok).toBe(true);
});

it('is in force from its first day to its last', () => {
  const year = { validFrom: '2026-01-01', validTo: '2026-12-31' };
  expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => isInForce(year, day))).toEqual([
    ...[false, true, true, false],
  ]);
  expect(isInForce({ ...year, validTo: null }, '2099-01-01')).toBe(true);
});
