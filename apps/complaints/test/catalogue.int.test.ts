import { ROADS, ROAD_REPAIR, openCatalogue } from './fixtures/catalogue';
import { file, registerVisit, type UserError } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import { admin, anonymous, auditor, citizen, inEnglish, manager, officer } from '@charter/service/testing';

const SAVE = `mutation ($input: SaveServiceItemInput!) { saveServiceItem(input: $input) {
  serviceItem { code nameKo charterPeriod { unit length } validTo } errors { code message path } } }`;

interface Saved {
  readonly saveServiceItem: { serviceItem: { code: string; nameKo: string } | null; errors: UserError[] };
}

describe('the catalogue of services', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(new Date('2026-11-23T10:00:00+09:00'));
    await openCatalogue(office);
  });
  afterAll(() => office.close());

  const save = (changes: object, who: Parameters<Office['ask']>[0] = admin) =>
    office.ask<Saved>(who, SAVE, { input: { ...ROAD_REPAIR, ...changes } });
  const lines = (code: string): Promise<{ before: object | null; after: object; changed_by: string }[]> =>
    office.dataSource.query('SELECT before, after, changed_by FROM service_item_history WHERE code = $1 ORDER BY id', [
      code,
    ]);

  it('is written by an administrator, with its history, and never touches complaints that were filed before', async () => {
    const filed = await file(office);
    const { data } = await save({ nameKo: '도로 보수', charterPeriod: { unit: 'DAYS', length: 3 } });
    expect(data!.saveServiceItem).toEqual({
      serviceItem: {
        ...{ code: 'ROAD_REPAIR', nameKo: '도로 보수', charterPeriod: { unit: 'DAYS', length: 3 }, validTo: null },
      },
      errors: [],
    });
    expect(await lines('ROAD_REPAIR')).toMatchObject([
      { before: null, after: { nameKo: '도로 파손 보수' }, changed_by: admin.id },
      {
        before: { nameKo: '도로 파손 보수', charterPeriod: { length: 5 } },
        after: { nameKo: '도로 보수', charterPeriod: { length: 3 } },
      },
    ]);
    const charterDueAt = async (id: string) =>
      (
        await office.ask<{ complaint: { deadline: { charterDueAt: string } } }>(
          citizen,
          `query ($id: ID!) { complaint(id: $id) { deadline { charterDueAt } } }`,
          { id },
        )
      ).data!.complaint.deadline.charterDueAt;
    expect(await charterDueAt(filed.id)).toBe('2026-11-30T10:00:00+09:00');
    expect(await charterDueAt((await file(office)).id)).toBe('2026-11-26T10:00:00+09:00');
  });

  it.each<[string, object, string[], RegExp]>([
    [
      'a charter period longer than the law’s',
      { charterPeriod: { unit: 'DAYS', length: 8 } },
      ['charterPeriod'],
      /never be longer/,
    ],
    ['an unknown department', { departmentCode: 'NONE' }, ['departmentCode'], /“NONE”/],
    ['a period that cannot be counted', { statutoryPeriod: { unit: 'WEEKS' } }, ['statutoryPeriod', 'length'], /WEEKS/],
    ['a resident number in the guidance', { guidanceKo: '예: 900101-1234568' }, ['guidanceKo'], /registration number/],
  ])('refuses %s and stores nothing', async (_name, changes, path, words) => {
    const { data } = await save({ code: 'NEW_ONE', ...changes }, inEnglish(admin));
    expect(data!.saveServiceItem).toEqual({
      serviceItem: null,
      errors: [expect.objectContaining({ path, message: expect.stringMatching(words) })],
    });
    expect(await lines('NEW_ONE')).toEqual([]);
  });

  describe('over time', () => {
    const code = 'OVER_TIME';
    const versions = async (day?: string): Promise<object[]> => {
      const { data } = await office.ask<{ serviceItems: { versions: object[] }[] }>(
        anonymous,
        `query ($day: LocalDate) { serviceItems(filter: { search: "OVER_TIME", inForceOn: $day }) {
          charterPeriod { length } validFrom validTo versions { validFrom validTo charterPeriod { length } } } }`,
        { day },
      );
      return data!.serviceItems;
    };
    const version = (validFrom: string, validTo: string | null, length: number) => ({
      ...{ validFrom, validTo, charterPeriod: { length } },
    });

    it('holds what is to come until it comes, for filings and lists', async () => {
      await save({ code });
      const filed = await file(office, { serviceCode: code });
      await save({ code, validFrom: '2027-01-01', charterPeriod: { unit: 'DAYS', length: 3 } });
      const all = [version('2020-01-01', '2026-12-31', 5), version('2027-01-01', null, 3)];
      expect(await versions()).toEqual([{ ...all[0], versions: all }]);
      expect(await versions('2026-12-31')).toEqual([{ ...all[0], versions: all }]);
      expect(await versions('2027-01-01')).toEqual([{ ...all[1], versions: all }]);
      expect(await versions('2019-12-31')).toEqual([]);
      const item = async (id: string) =>
        (
          await office.ask<{ complaint: object }>(
            citizen,
            `query ($id: ID!) { complaint(id: $id) { deadline { charterDueAt } serviceItem { validFrom } } }`,
            { id },
          )
        ).data!.complaint;
      const before = await item((await file(office, { serviceCode: code })).id);
      expect(before).toEqual({
        deadline: { charterDueAt: '2026-11-30T10:00:00+09:00' },
        serviceItem: { validFrom: '2020-01-01' },
      });
      office.clock.set(new Date('2027-01-04T10:00:00+09:00'));
      const after = await item((await file(office, { serviceCode: code })).id);
      const filedBefore = await item(filed.id);
      office.clock.set(new Date('2026-11-23T10:00:00+09:00'));
      expect(after).toEqual({
        deadline: { charterDueAt: '2027-01-07T10:00:00+09:00' },
        serviceItem: { validFrom: '2027-01-01' },
      });
      expect(filedBefore).toEqual(before);
    });

    it('measures what is registered later by the day of its receipt', async () => {
      office.clock.set(new Date('2027-01-04T10:00:00+09:00'));
      const { id } = await registerVisit(office, new Date('2026-12-30T10:00:00+09:00'), { serviceCode: code });
      office.clock.set(new Date('2026-11-23T10:00:00+09:00'));
      const { data } = await office.ask<{ complaint: object }>(
        officer,
        `query ($id: ID!) { complaint(id: $id) { deadline { charterDueAt } } }`,
        { id },
      );
      expect(data!.complaint).toEqual({ deadline: { charterDueAt: '2027-01-07T10:00:00+09:00' } });
    });

    it('ends a version when the next is written, says so in the history, and keeps the next when the present one is mended', async () => {
      await save({ code, fee: 700 });
      expect(await versions()).toMatchObject([{ validTo: '2026-12-31' }]);
      expect(await lines(code)).toMatchObject([
        { before: null, after: { validTo: null } },
        { before: { validTo: null }, after: { validTo: '2026-12-31' } },
        { before: null, after: { validFrom: '2027-01-01' } },
        { before: { fee: 0 }, after: { fee: 700, validTo: '2026-12-31' } },
      ]);
    });

    it('has one version a day when two are written at once', async () => {
      await Promise.all(
        ['2028-01-01', '2029-01-01', '2028-06-01', '2028-01-01'].map((validFrom) =>
          save({ code: 'AT_ONCE', validFrom }),
        ),
      );
      const days: { valid_from: string; valid_to: string | null }[] = await office.dataSource.query(
        `SELECT valid_from::text, valid_to::text FROM service_item WHERE code = 'AT_ONCE' ORDER BY valid_from`,
      );
      expect(days).toEqual([
        { valid_from: '2028-01-01', valid_to: '2028-05-31' },
        { valid_from: '2028-06-01', valid_to: '2028-12-31' },
        { valid_from: '2029-01-01', valid_to: null },
      ]);
    });
  });

  it('is searched by words in both languages, each as it stands', async () => {
    const found = async (search: string) =>
      (
        await office.ask<{ serviceItems: { code: string }[] }>(
          anonymous,
          `query ($search: String) { serviceItems(filter: { search: $search }) { code } }`,
          { search },
        )
      ).data?.serviceItems.map(({ code }) => code);
    expect(await found('누수')).toEqual(['WATER_LEAK']);
    expect(await found('leak  신고')).toEqual(['WATER_LEAK']);
    expect(await found('누수 도로')).toEqual([]);
    expect(await found('%')).toEqual([]);
    expect(await found('WATER_')).toEqual(['WATER_LEAK']);
    expect(await found('WATER\\')).toEqual([]);
    expect(await found('x'.repeat(101))).toBeUndefined();
  });

  it('refuses a closed department, naming who carries on', async () => {
    const closed = { ...ROADS, code: 'OLD', closedOn: '2026-01-01', successorCode: 'ROADS' };
    await office.hear('department.saved.v1', closed);
    const { data } = await save({ code: 'NEW_ONE', departmentCode: 'OLD' });
    expect(data!.saveServiceItem.errors).toMatchObject([
      { code: 'INVALID_VALUE', path: ['departmentCode'], message: expect.stringContaining('도로안전과(ROADS)') },
    ]);
  });

  it('gives the same key the same answer, and writes once', async () => {
    await save({ code: 'ONCE_ONLY', idempotencyKey: 'once' });
    await save({ code: 'ONCE_ONLY', idempotencyKey: 'once' });
    expect(await lines('ONCE_ONLY')).toHaveLength(1);
    const { errors } = await save({ code: 'ONCE_ONLY', fee: 500, idempotencyKey: 'once' });
    expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
  });

  it.each([
    [anonymous, 'UNAUTHENTICATED'],
    [citizen, 'FORBIDDEN'],
    [officer, 'FORBIDDEN'],
    [manager, 'FORBIDDEN'],
    [auditor, 'FORBIDDEN'],
  ])('is not written by %j', async (who, code) =>
    expect((await save({ code: 'NEW_ONE' }, who)).errors).toMatchObject([{ extensions: { code } }]),
  );
});
