import { randomUUID } from 'node:crypto';
import { admin, anonymous, auditor, citizen, manager, officer, recordGaps } from '@charter/service/testing';
import { createEmptyDatabase, schemaDrift } from '@charter/testkit';
import { DataSource } from 'typeorm';
import { store } from '../src/store/store';
import { type Compensation, RULE, SAVE_RULE, empty, openCompensation, saveRule } from './fixtures/compensation';

interface Listed {
  readonly compensationRules: { readonly code: string; readonly version: number; readonly savedBy: string | null }[];
}
const LIST =
  'query ($filter: CompensationRuleFilterInput) { compensationRules(filter: $filter) { code version savedBy } }';

describe('compensation rules', () => {
  let service: Compensation;
  beforeAll(async () => {
    service = await openCompensation();
  });
  afterAll(() => service.close());
  beforeEach(() => empty(service));

  const listed = async (filter: object, who: object = anonymous) =>
    (await service.ask<Listed>(who as never, LIST, { filter })).data!.compensationRules.map(
      ({ code, version }) => `${code} ${version}`,
    );

  it('have entities that agree with the migrations, which go down again', async () => {
    expect(await schemaDrift(service.dataSource)).toEqual([]);
    expect(await recordGaps(service.dataSource, store)).toEqual([]);
    const bare = await createEmptyDatabase();
    const dataSource = await new DataSource({
      ...{ type: 'postgres', url: bare.url, migrations: [...store.migrations] as never[] },
    }).initialize();
    // As a service's role gets its rights, by default privileges of the owner.
    const role = `service_${randomUUID().replaceAll('-', '')}`;
    await dataSource.query(`CREATE ROLE ${role}`);
    await dataSource.query(`ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role}`);
    await dataSource.runMigrations({ transaction: 'each' });
    for (const table of ['ledger_entry', 'ledger_posting', 'compensation_claim_history', 'bank_file_access']) {
      const may = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'].map(
        (right) => `has_table_privilege('${role}', '${table}', '${right}') AS "${right}"`,
      );
      expect([table, (await dataSource.query(`SELECT ${may.join(', ')}`))[0]]).toEqual([
        table,
        { SELECT: true, INSERT: true, UPDATE: false, DELETE: false, TRUNCATE: false },
      ]);
    }
    expect(await dataSource.query(`SELECT has_table_privilege('${role}', 'ledger_head', 'UPDATE') AS may`)).toEqual([
      { may: true },
    ]);
    for (let left = store.migrations.length; left > 0; left -= 1) await dataSource.undoLastMigration();
    expect(await dataSource.query(`SELECT to_regclass('compensation_claim') AS claim`)).toEqual([{ claim: null }]);
    await dataSource.query(`DROP OWNED BY ${role}`);
    await dataSource.query(`DROP ROLE ${role}`);
    await dataSource.destroy();
    await bare.drop();
  });

  it('stay readable in versions, of which one is in force on a day', async () => {
    await saveRule(service);
    const { rule } = await saveRule(service, { baseAmount: 20_000, validFrom: '2027-01-01' });
    expect(rule).toEqual({ version: 2, validFrom: '2027-01-01', validTo: null });
    await saveRule(service, { code: 'SOONER', breach: 'LATE_CHARTER' });
    expect(await listed({})).toEqual(['LATE 2', 'LATE 1', 'SOONER 1']);
    expect(await listed({ inForceOn: '2026-12-31' })).toEqual(['LATE 1', 'SOONER 1']);
    expect(await listed({ inForceOn: '2027-01-01', breach: 'LATE_STATUTORY' })).toEqual(['LATE 2']);
  });

  it.each([
    ['starts with the version before', {}, 'validFrom'],
    ['overlaps another rule for the same breach', { code: 'OTHER', validFrom: '2027-01-01' }, 'validFrom'],
    ['ends before it starts', { validFrom: '2027-01-01', validTo: '2026-12-31' }, 'validTo'],
  ])('are refused when one %s, and nothing is stored', async (_name, changes, field) => {
    await saveRule(service);
    const { rule, errors } = await saveRule(service, changes);
    expect(rule).toBeNull();
    expect(errors).toMatchObject([{ code: 'INVALID_VALUE', path: [field], message: expect.any(String) }]);
    expect(await service.count('compensation_rule')).toBe(1);
  });

  it('are one for each breach and day, also when two are saved at once', async () => {
    const saved = await Promise.all(['ONE', 'TWO', 'THREE'].map((code) => saveRule(service, { code })));
    expect(saved.filter(({ rule }) => rule !== null)).toHaveLength(1);
    expect(await service.count('compensation_rule')).toBe(1);
  });

  it('are one for each breach and day by the database itself', async () => {
    await saveRule(service, { validTo: '2026-12-31' });
    const copy = `INSERT INTO "compensation_rule" SELECT 'OTHER', 1, "name_ko", "name_en", "breach", "form", "base_amount",
      "step_amount", "cap", "yearly_ceiling", $1::date, NULL, "saved_by", "saved_at" FROM "compensation_rule"`;
    await expect(service.dataSource.query(copy, ['2026-12-31'])).rejects.toThrow('compensation_rule_late_statutory');
    await service.dataSource.query(copy, ['2027-01-01']);
  });

  it('answer the same key with the same version, and another input with an error', async () => {
    const key = { idempotencyKey: 'once' };
    const [one, other] = await Promise.all([saveRule(service, key), saveRule(service, key)]);
    expect(one).toEqual(other);
    expect(await service.count('compensation_rule')).toBe(1);
    const input = { ...RULE, ...key, cap: 40_000 };
    const { errors } = await service.ask(admin, SAVE_RULE, { input });
    expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
  });

  it.each([
    ['an anonymous caller', anonymous, 'UNAUTHENTICATED'],
    ['a citizen', citizen, 'FORBIDDEN'],
    ['an officer', officer, 'FORBIDDEN'],
    ['a manager', manager, 'FORBIDDEN'],
    ['an auditor', auditor, 'FORBIDDEN'],
  ])('are not for %s to save', async (_name, who, code) => {
    const { errors } = await service.ask(who, SAVE_RULE, { input: RULE });
    expect(errors).toMatchObject([{ extensions: { code } }]);
    expect(await service.count('compensation_rule')).toBe(0);
  });

  it('name who made them to administrators and auditors alone', async () => {
    await saveRule(service);
    const makers = await Promise.all(
      [admin, auditor, officer, anonymous].map(
        async (who) => (await service.ask<Listed>(who, LIST)).data!.compensationRules[0]!.savedBy,
      ),
    );
    expect(makers).toEqual([admin.id, admin.id, null, null]);
  });

  it('stand with the standards that they back, while they are in force, in one statement', async () => {
    service.clock.set('2026-11-23T15:00:00.000Z');
    await saveRule(service, { standardCodes: ['COMPLAINT_IN_TIME', 'SECOND_VISIT'] });
    const again = { code: 'AGAIN', breach: 'REPEAT_VISIT', stepAmount: 0, cap: 10_000 };
    await saveRule(service, { ...again, standardCodes: ['SECOND_VISIT'], validTo: '2026-11-24' });
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on Standard { code compensationRules { code standardCodes } } } }`;
    const codes = ['COMPLAINT_IN_TIME', 'SECOND_VISIT', 'UNKNOWN'];
    const of = codes.map((code) => ({ __typename: 'Standard', code }));
    const rulesOf = async () =>
      (
        await service.ask<{ _entities: { compensationRules: { code: string }[] }[] }>(anonymous, query, { of })
      ).data!._entities.map(({ compensationRules }) => compensationRules.map(({ code }) => code));
    expect(await rulesOf()).toEqual([['LATE'], ['AGAIN', 'LATE'], []]);
    expect(await service.statements(rulesOf)).toBe(1);
    service.clock.set('2026-11-24T15:00:00.000Z');
    expect(await rulesOf()).toEqual([['LATE'], ['LATE'], []]);
    expect((await saveRule(service, { code: 'X2', standardCodes: ['no code'] })).errors).toContainEqual(
      expect.objectContaining({ code: 'INVALID_VALUE', path: ['standardCodes'] }),
    );
  });
});
