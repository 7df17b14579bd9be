import type { ServiceItem } from '../service-item';
import { fitVersion, versionOn } from './versions';

const version = (validFrom: string, validTo: string | null = null, fee = 0): ServiceItem => ({
  ...{ code: 'ROAD_REPAIR', kind: 'GRIEVANCE', departmentCode: 'ROADS', nameKo: '도로 보수', nameEn: 'Road repair' },
  ...{ guidanceKo: '위치를 알려 주십시오.', guidanceEn: 'Tell us where.', documents: [], fee, validFrom, validTo },
  ...{ statutoryPeriod: { unit: 'DAYS', length: 7 }, charterPeriod: { unit: 'DAYS', length: 5 } },
});

const first = version('2020-01-01');
const ended = version('2020-01-01', '2023-12-31');
const later = version('2027-01-01');

it.each<[string, ServiceItem, ServiceItem[], string | null, ServiceItem | undefined]>([
  ['the first one', first, [], null, undefined],
  ['one in the future, which ends the present one', later, [first], null, version('2020-01-01', '2026-12-31')],
  ['one after a gap', later, [ended], null, undefined],
  ['one right after the end', version('2024-01-01'), [ended], null, undefined],
  ['a correction of the present one', version('2020-01-01', null, 5), [first, later], '2026-12-31', undefined],
  ['one in between', version('2025-07-01'), [later, first], '2026-12-31', version('2020-01-01', '2025-06-30')],
  ['one that ends before the next', version('2025-07-01', '2025-12-31'), [later], '2025-12-31', undefined],
  [
    'one that begins on the last day of another',
    version('2023-12-31'),
    [ended],
    null,
    version('2020-01-01', '2023-12-30'),
  ],
])('fits %s', (_name, item, others, validTo, shortened) => {
  expect(fitVersion(item, others)).toEqual({ version: { ...item, validTo }, shortened });
});

it.each([
  ['2019-12-31', '2020-01-01'],
  ['2020-01-01', '2020-01-01'],
  ['2025-01-01', '2020-01-01'],
  ['2026-12-31', '2020-01-01'],
  ['2027-01-01', '2027-01-01'],
])('on %s holds the version from %s', (day, from) => {
  expect(versionOn([later, ended], day)?.validFrom).toBe(from);
});

it('finds none where there is none', () => expect(versionOn([], '2026-01-01')).toBeUndefined());
