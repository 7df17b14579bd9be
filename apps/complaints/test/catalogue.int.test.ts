import { ROADS, ROAD_REPAIR, openCatalogue } from './fixtures/catalogue';
import { file, type UserError } from './fixtures/complaints';
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
