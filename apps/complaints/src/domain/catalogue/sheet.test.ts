import type { ProcessingPeriod } from '@charter/calendar';
import type { ServiceItem } from '../service-item';
import { COLUMNS, readHeader, readPeriod, readRow, toCells } from './sheet';

const item = (changes: Partial<ServiceItem> = {}): ServiceItem => ({
  ...{ code: 'PASSPORT', kind: 'STATUTORY', departmentCode: 'CIVIL', nameKo: '여권 발급', nameEn: 'Passport' },
  ...{ guidanceKo: '사진 1매를\n가져오십시오.', guidanceEn: 'Bring a photograph.', documents: ['신청서', '사진, 1매'] },
  ...{ statutoryPeriod: { unit: 'DAYS', length: 8, firstDayCounts: true }, fee: 50_000 },
  ...{ charterPeriod: { unit: 'HOURS', length: 3, firstDayCounts: true }, validFrom: '2020-01-01', validTo: null },
  ...changes,
});
const period = (unit: ProcessingPeriod['unit'], length: number | null, firstDayCounts = true) => ({
  ...{ unit, length, firstDayCounts },
});
const header = (language: 'ko' | 'en') => COLUMNS.map(([, name]) => name[language]);
const at = () => new Map(COLUMNS.map(([column], index) => [column, index]));
const cells = (changes: Partial<Record<(typeof COLUMNS)[number][0], string>> = {}): string[] =>
  COLUMNS.map(([column], index) => changes[column] ?? String(toCells(item(), 'ko')[index] ?? ''));

it.each<[string, ProcessingPeriod | undefined]>([
  ['즉시', period('IMMEDIATE', null)],
  [' 3시간 ', period('HOURS', 3)],
  ['7일', period('DAYS', 7)],
  ['7 일', period('DAYS', 7)],
  ['30역일', period('CALENDAR_DAYS', 30)],
  ['2주', period('WEEKS', 2)],
  ['1개월', period('MONTHS', 1)],
  ['60역일 초일 불산입', period('CALENDAR_DAYS', 60, false)],
  ['DAYS 7', period('DAYS', 7)],
  ['CALENDAR_DAYS 60 WITHOUT_FIRST_DAY', period('CALENDAR_DAYS', 60, false)],
  ['IMMEDIATE', period('IMMEDIATE', null)],
  ['', undefined],
  ['7', undefined],
  ['일', undefined],
  ['0일', undefined],
  ['-3일', undefined],
  ['7근무일', undefined],
  ['DAYS', undefined],
  ['DAYS seven', undefined],
  ['1.5일', undefined],
])('reads the period %j', (text, expected) => expect(readPeriod(text)).toEqual(expected));

it.each(['ko', 'en'] as const)('reads back what it writes in %s', (language) => {
  for (const each of [item(), item({ validTo: '2026-12-31', documents: [], kind: 'OTHER', fee: 0 })]) {
    const head = readHeader(header(language)) as { at: ReturnType<typeof at> };
    expect(
      readRow(
        toCells(each, language).map((cell) => String(cell ?? '')),
        head.at,
      ),
    ).toEqual(each);
  }
});

it('finds columns in any order and language, and says which are missing', () => {
  const mixed = readHeader([...header('ko').slice(6), ' 비고 ', ...header('en').slice(0, 6)]) as {
    at: Map<string, number>;
  };
  expect([mixed.at.get('code'), mixed.at.get('charterPeriod')]).toEqual([8, 0]);
  expect(readHeader(['code', '사무명'])).toEqual({
    missing: [
      ...['kind', 'departmentCode', 'nameEn', 'statutoryPeriod', 'charterPeriod', 'guidanceKo', 'guidanceEn'],
      'validFrom',
    ],
  });
});

it.each([
  ['kind', '민원'],
  ['statutoryPeriod', '빨리'],
  ['charterPeriod', ''],
  ['fee', '천원'],
  ['fee', '-1'],
  ['validFrom', '2026-02-30'],
  ['validFrom', ''],
  ['validTo', '31.12.2026'],
] as const)('says that it cannot read %s from %j', (column, text) => {
  expect(readRow(cells({ [column]: text }), at())).toMatchObject([{ code: 'INVALID_VALUE', path: [column] }]);
});

it('reads a fee with thousands, and takes short rows as empty cells', () => {
  expect(readRow(cells({ fee: '50,000' }), at())).toMatchObject({ fee: 50_000 });
  expect(readRow([], at())).toHaveLength(4);
});
