import type { Department } from './department';
import { type Standard, decideStandard } from './standard';

const TODAY = '2026-11-23';
const roads = { code: 'ROADS', closedOn: null, successorCode: null } as Department;
const closed = { ...roads, closedOn: '2026-01-01', successorCode: 'STREETS' };
const standard: Standard = {
  ...{ code: 'ROADS_HOLES', category: 'SERVICE', departmentCode: 'ROADS' },
  ...{ promiseKo: '도로 파손은 사흘 안에 보수합니다', promiseEn: 'A hole in a road is repaired in three days' },
  ...{ measureKo: '신고부터 보수까지', measureEn: 'From the report to the repair' },
  ...{ target: { direction: 'AT_MOST', value: 3, unit: 'DAYS' }, measuredBy: 'MONITORING' },
  ...{ validFrom: '2026-01-01', validTo: null },
};

it.each<[string, Partial<Standard>, Department | undefined]>([
  ['a department’s own', {}, roads],
  ['one of the whole city', { departmentCode: null }, undefined],
  ['one of a single day', { validTo: '2026-01-01' }, roads],
  ['one that ends with its department', { validTo: '2026-01-02' }, closed],
  ['one of a department that will close', {}, { ...roads, closedOn: '2026-11-24' }],
])('accepts %s', (_name, changes, department) => {
  const given = { ...standard, ...changes };
  expect(decideStandard(given, department, TODAY)).toEqual({ ok: true, value: given });
});

it.each<[string, Partial<Standard>, Department | undefined]>([
  ['code', { code: 'holes' }, roads],
  ['promiseKo', { promiseKo: ' ' }, roads],
  ['promiseEn', { promiseEn: 'x'.repeat(201) }, roads],
  ['measureKo', { measureKo: 'x'.repeat(1_001) }, roads],
  ['measureEn', { measureEn: '' }, roads],
  ['target', { target: { direction: 'AT_LEAST', value: 101, unit: 'PERCENT' } }, roads],
  ['validTo', { validTo: '2025-12-31' }, roads],
  ['departmentCode', {}, undefined],
  ['departmentCode', {}, closed],
  ['departmentCode', { validTo: TODAY }, closed],
])('refuses a wrong %s: %j', (field, changes, department) => {
  expect(decideStandard({ ...standard, ...changes }, department, TODAY)).toMatchObject({
    ok: false,
    refusals: [{ code: 'INVALID_VALUE', path: expect.arrayContaining([field]) }],
  });
});

it('refuses a resident registration number in a promise', () => {
  const decided = decideStandard({ ...standard, promiseKo: '900101-1234568' }, roads, TODAY);
  expect(decided).toMatchObject({ refusals: [{ code: 'RESIDENT_NUMBER_PRESENT', path: ['promiseKo'] }] });
});

it('says who carries on what a closed department had', () => {
  const decided = decideStandard(standard, closed, TODAY);
  expect(decided).toMatchObject({ refusals: [{ message: { en: expect.stringContaining('STREETS') } }] });
});
