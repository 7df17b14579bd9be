import { randomUUID } from 'node:crypto';
import type { ClaimRecord } from '@charter/contracts';
import { type TestDatabase, createTestDatabase } from '@charter/testkit';
import { importHistory } from '../src/import-history';
import { ClaimEntity, RuleEntity } from '../src/store/compensation.entity';
import { store } from '../src/store/store';

const env = { CURSOR_SECRET: 'a secret of 32 characters, at least so' };

const record = (over: Partial<ClaimRecord> = {}): ClaimRecord => ({
  ...{ kind: 'claim', id: randomUUID(), complaintId: randomUUID(), receiptNumber: '2026-500001-3' },
  ...{ citizenId: randomUUID(), departmentCode: 'ROADS', against: 'STATUTORY' },
  ...{ dueAt: '2026-03-10T15:00:00.000Z', openedAt: '2026-03-10T15:02:00.000Z' },
  ...over,
});

describe('import of claims', () => {
  let database: TestDatabase;
  const take = (...records: object[]): Promise<void> =>
    importHistory({ env, dataSource: database.dataSource }, records);
  const claimsOf = (citizenId: string): Promise<ClaimEntity[]> =>
    database.dataSource.manager.find(ClaimEntity, { where: { citizenId }, order: { openedAt: 'ASC' } });

  beforeAll(async () => {
    database = await createTestDatabase(store);
    await database.dataSource.manager.insert(RuleEntity, {
      ...{
        code: 'LATE',
        version: 1,
        nameKo: '처리기한 초과 보상',
        nameEn: 'Lateness',
        breach: 'LATE_STATUTORY',
        form: 'CASH',
      },
      ...{
        baseAmount: 10_000,
        stepAmount: 5_000,
        cap: 30_000,
        yearlyCeiling: 15_000,
        validFrom: '2026-01-01',
        validTo: null,
        savedBy: randomUUID(),
        savedAt: new Date(),
      },
    });
  });
  afterAll(() => database.drop());

  it('opens each by the rule of its day, once, and tells nobody', async () => {
    const one = record();
    await take(one);
    await take({ ...one, receiptNumber: 'another' }, { ...one, id: randomUUID() });
    const [claim, ...more] = await claimsOf(one.citizenId);
    expect(more).toEqual([]);
    expect(claim).toMatchObject({
      ...{
        id: one.id,
        breach: 'LATE_STATUTORY',
        amount: 10_000,
        ruleCode: 'LATE',
        status: 'OPENED',
        openedByEvent: null,
      },
      ...{ receiptNumber: '2026-500001-3', missedAt: new Date(one.dueAt) },
    });
    const [{ events }] = await database.dataSource.query('SELECT count(*)::int AS events FROM outbox_event');
    expect(events).toBe(0);
  });

  it('opens none where no rule pays, and none above the yearly ceiling', async () => {
    const citizenId = randomUUID();
    await take(record({ citizenId, against: 'CHARTER' }), record({ citizenId, dueAt: '2025-12-30T15:00:00.000Z' }));
    expect(await claimsOf(citizenId)).toEqual([]);
    const minutes = ['01', '02', '03'];
    await take(...minutes.map((minute) => record({ citizenId, openedAt: `2026-03-10T15:${minute}:00.000Z` })));
    expect((await claimsOf(citizenId)).map(({ amount }) => amount)).toEqual([10_000, 5_000]);
  });
});
