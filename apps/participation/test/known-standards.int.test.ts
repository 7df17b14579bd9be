import type { EventPayload } from '@charter/contracts';
import { type TestService } from '@charter/service/testing';
import { DepartmentStore } from '../src/store/department.store';
import { StandardStore } from '../src/store/standard.store';
import { openParticipation } from './fixtures/participation';

const rings: EventPayload<'standard.saved.v1'> = {
  ...{ code: 'PHONE_RINGS', departmentCode: null, category: 'PHONE', validFrom: '2026-01-01', validTo: null },
  ...{ nameKo: '전화는 벨이 세 번 울리기 전에 받습니다', nameEn: 'We answer the phone within three rings' },
};

describe('the charter’s standards, as participation knows them', () => {
  let city: TestService<never>;
  beforeAll(async () => {
    city = (await openParticipation()) as never;
  });
  afterAll(() => city.close());
  beforeEach(() => city.dataSource.query('TRUNCATE "known_standard"'));

  const hear = (payload: typeof rings) => city.hear('participation-charter', 'standard.saved.v1', payload);
  const find = (...codes: string[]) => new StandardStore().find(city.dataSource.manager, codes);

  it('are known by code once they are saved, and undefined where there is none', async () => {
    await hear(rings);
    await hear(rings);
    const [none, found] = await find('NONE', 'PHONE_RINGS');
    expect(none).toBeUndefined();
    expect(found).toMatchObject({ nameEn: rings.nameEn, departmentCode: null, validFrom: '2026-01-01', validTo: null });
  });

  it('follow the newest word, whatever comes late', async () => {
    city.clock.set('2026-11-24T10:00:00+09:00');
    await hear({ ...rings, departmentCode: 'ROADS', validTo: '2026-12-31' });
    city.clock.set('2026-11-23T10:00:00+09:00');
    await hear(rings);
    expect(await find('PHONE_RINGS')).toMatchObject([{ departmentCode: 'ROADS', validTo: '2026-12-31' }]);
  });

  it('go with departments of which the newest word holds as well', async () => {
    const department = { code: 'LATE_NEWS', nameKo: '부서', nameEn: 'Department', parentCode: null };
    const closed = { closedOn: '2026-11-24', successorCode: 'ROADS' };
    const told = (at: string, change: typeof closed | { closedOn: null; successorCode: null }) => {
      city.clock.set(at);
      return city.hear('participation-charter', 'department.saved.v1', { ...department, ...change });
    };
    await told('2026-11-24T10:00:00+09:00', closed);
    await told('2026-11-23T10:00:00+09:00', { closedOn: null, successorCode: null });
    expect(await new DepartmentStore().find(city.dataSource.manager, 'LATE_NEWS')).toMatchObject(closed);
  });
});
