import { emptyTables } from '@charter/testkit';
import {
  type Someone,
  type TestService,
  admin,
  anonymous,
  citizen,
  inEnglish,
  manager,
  officer,
  openTestService,
} from '@charter/service/testing';
import { definition } from '../src/definition';
import { holes, phone } from './fixtures/standards';

const DEPARTMENT = 'mutation ($input: SaveDepartmentInput!) { saveDepartment(input: $input) { errors { code } } }';
const SAVE = `mutation ($input: SaveStandardInput!) {
  saved: saveStandard(input: $input) { standard { code promise version department { code } target { text } } errors { code path } } }`;
const LIST = `query ($filter: StandardFilterInput) { standards(filter: $filter) { code } }`;

interface Saved {
  saved: { standard: { code: string; version: number } | null; errors: { code: string; path: string[] }[] };
}

describe('service standards', () => {
  let charter: TestService<never>;
  beforeAll(async () => {
    charter = (await openTestService(definition)) as never;
  });
  afterAll(() => charter.close());
  beforeEach(async () => {
    charter.clock.set('2026-11-23T10:00:00+09:00');
    await emptyTables(
      charter.dataSource,
      'standard',
      'standard_history',
      'department',
      'department_history',
      'idempotency_key',
      'outbox_event',
    );
    for (const [code, nameKo, nameEn] of [
      ['ROADS', '도로과', 'Roads'],
      ['WATER', '상수도과', 'Water'],
    ])
      await charter.ask(admin, DEPARTMENT, { input: { code, nameKo, nameEn } });
  });

  const save = async (input: object, who: Someone = admin) => charter.ask<Saved>(who, SAVE, { input });
  const saved = async (input: object, who?: Someone) => (await save(input, who)).data!.saved;
  const list = async (filter?: object): Promise<string[]> =>
    (await charter.ask<{ standards: { code: string }[] }>(anonymous, LIST, { filter })).data!.standards.map(
      ({ code }) => code,
    );

  it('are saved by the administrator, read by everybody in their language, and told to the services', async () => {
    expect(await saved(holes, inEnglish(admin))).toEqual({
      standard: {
        ...{ code: 'ROADS_HOLES', promise: holes.promiseEn, version: 1, department: { code: 'ROADS' } },
        target: { text: 'at least 95 %' },
      },
      errors: [],
    });
    expect(await charter.told('standard.saved.v1')).toEqual([
      {
        ...{ code: 'ROADS_HOLES', departmentCode: 'ROADS', category: 'SERVICE' },
        ...{ nameKo: holes.promiseKo, nameEn: holes.promiseEn, validFrom: '2026-01-01', validTo: null },
      },
    ]);
    const query = `{ standards { code category promise measure measuredBy validFrom validTo department { name }
      target { direction value unit text kept: isReached(by: 95) missed: isReached(by: 94.9) } } }`;
    const { data } = await charter.ask<{ standards: object[] }>(anonymous, query);
    expect(data!.standards).toEqual([
      {
        ...{ code: 'ROADS_HOLES', category: 'SERVICE', promise: holes.promiseKo, measure: holes.measureKo },
        ...{ measuredBy: 'MANUAL', validFrom: '2026-01-01', validTo: null, department: { name: '도로과' } },
        target: { ...holes.target, text: '95% 이상', kept: true, missed: false },
      },
    ]);
  });

  it('are found by department, kind, measure and day', async () => {
    await saved(phone);
    await saved(holes);
    await saved({ ...holes, code: 'OLD', validFrom: '2020-01-01', validTo: '2026-11-22' });
    await saved({ ...holes, code: 'TODAY', departmentCode: 'WATER', validTo: '2026-11-23' });
    expect(await list()).toEqual(['PHONE_RINGS', 'ROADS_HOLES', 'TODAY']);
    expect(await list({ departmentCode: 'ROADS' })).toEqual(['ROADS_HOLES']);
    expect(await list({ common: true })).toEqual(['PHONE_RINGS']);
    expect(await list({ common: false })).toEqual(['ROADS_HOLES', 'TODAY']);
    expect(await list({ category: 'PHONE' })).toEqual(['PHONE_RINGS']);
    expect(await list({ measuredBy: 'MANUAL', departmentCode: 'WATER' })).toEqual(['TODAY']);
    expect(await list({ inForceOn: '2025-06-30' })).toEqual(['OLD']);
  });

  it('keep what they said before: appended, never changed', async () => {
    await saved(phone);
    charter.clock.set('2026-11-24T10:00:00+09:00');
    expect(await saved({ ...phone, target: { ...phone.target, value: 5 }, version: 1 })).toMatchObject({
      standard: { version: 2 },
    });
    const query = `{ standards { history { savedAt promiseKo target { value } validTo } } }`;
    const { data } = await charter.ask<{ standards: { history: object[] }[] }>(anonymous, query);
    expect(data!.standards[0]!.history).toEqual([
      { savedAt: '2026-11-23T10:00:00+09:00', promiseKo: phone.promiseKo, target: { value: 3 }, validTo: null },
      { savedAt: '2026-11-24T10:00:00+09:00', promiseKo: phone.promiseKo, target: { value: 5 }, validTo: null },
    ]);
    await expect(charter.dataSource.query(`UPDATE "standard_history" SET "after" = '{}'`)).rejects.toThrow(
      'append-only',
    );
    await expect(charter.dataSource.query('DELETE FROM "standard_history"')).rejects.toThrow('append-only');
  });

  it('are not written again when nothing changed', async () => {
    await saved(phone);
    expect(await saved(phone)).toMatchObject({ standard: { version: 1 }, errors: [] });
    expect([await charter.count('standard_history'), (await charter.told('standard.saved.v1')).length]).toEqual([1, 1]);
  });

  it('are refused with the place of every fault, and then nothing is stored or told', async () => {
    const wrong = { ...holes, code: 'x', departmentCode: 'NOWHERE', target: { ...holes.target, value: 101 } };
    const { standard, errors } = await saved(wrong);
    expect(standard).toBeNull();
    expect(errors.map(({ path }) => path.join('.'))).toEqual(['code', 'target.value', 'departmentCode']);
    expect([await charter.count('standard'), (await charter.told('standard.saved.v1')).length]).toEqual([0, 0]);
  });

  it.each<[string, Someone, object, string | undefined]>([
    ['nobody known', anonymous, holes, 'UNAUTHENTICATED'],
    ['a citizen', citizen, holes, 'FORBIDDEN'],
    ['an officer', officer, holes, 'FORBIDDEN'],
    ['the department’s manager', manager, holes, undefined],
    ['another department’s manager', { ...manager, department: 'WATER' }, holes, 'FORBIDDEN'],
    ['a manager, of the whole city', manager, phone, 'FORBIDDEN'],
  ])('are saved by %s as the rules say', async (_name, who, input, code) => {
    const { errors } = await save(input, who);
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(await charter.count('standard')).toBe(code ? 0 : 1);
  });

  it('are not taken from another department by its manager', async () => {
    await saved({ ...holes, departmentCode: 'WATER' });
    const { errors } = await save(holes, manager);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('are not overwritten by who has seen an older version, also at once', async () => {
    await saved(phone);
    const change = (value: number) => save({ ...phone, target: { ...phone.target, value }, version: 1 });
    const both = await Promise.all([change(4), change(5)]);
    expect(both.map(({ errors }) => errors?.[0]?.extensions.code ?? 'saved').sort()).toEqual([
      'STALE_VERSION',
      'saved',
    ]);
    expect((await save({ ...phone, version: 7 })).errors).toMatchObject([{ extensions: { code: 'STALE_VERSION' } }]);
  });

  it('are made once, also when two make them at once', async () => {
    const make = (promiseEn: string) => save({ ...phone, promiseEn, version: 0 });
    const both = await Promise.all([make('One'), make('Two')]);
    expect(both.filter(({ errors }) => errors)).toMatchObject([
      { errors: [{ extensions: { code: 'STALE_VERSION' } }] },
    ]);
  });

  it('answer the same key with the same result, and another input with an error', async () => {
    const input = { ...phone, idempotencyKey: 'k1' };
    expect(await saved(input)).toEqual(await saved(input));
    const { errors } = await save({ ...input, promiseEn: 'Other' });
    expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
  });

  it('cost one statement a level, however many there are', async () => {
    const query = '{ standards { code department { code } history { savedAt } } }';
    await saved(holes);
    const few = await charter.statements(() => charter.ask(anonymous, query));
    for (let n = 0; n < 20; n += 1) await saved({ ...holes, code: `S${n}`, departmentCode: n % 2 ? 'ROADS' : 'WATER' });
    expect(await charter.statements(() => charter.ask(anonymous, query))).toBe(few);
  });

  it('are found as entities, also before they hold; null where there is none', async () => {
    await saved({ ...phone, validFrom: '2030-01-01' });
    const { data } = await charter.ask<{ _entities: unknown[] }>(
      anonymous,
      '{ _entities(representations: [{ __typename: "Standard", code: "PHONE_RINGS" }, { __typename: "Standard", code: "NONE" }]) { ... on Standard { promiseEn } } }',
    );
    expect(data!._entities).toEqual([{ promiseEn: phone.promiseEn }, null]);
  });
});
