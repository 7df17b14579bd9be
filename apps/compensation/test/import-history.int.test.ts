import { randomUUID } from 'node:crypto';
import type { ClaimRecord } from '@charter/contracts';
import { type TestDatabase, createTestDatabase } from '@charter/testkit';
import { Cursors } from '@charter/service';
import { importHistory } from '../src/import-history';
import { ClaimEntity, RuleEntity } from '../src/store/compensation.entity';
import { LedgerStore } from '../src/store/ledger/ledger.store';
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

  it('takes over what was paid, by two people, with what the ledger has of it, once', async () => {
    const [reviewedBy, approvedBy] = [randomUUID(), randomUUID()];
    const paid = {
      ...{ reviewedBy, reviewedAt: '2026-03-12T01:00:00.000Z', approvedBy, approvedAt: '2026-03-16T01:00:00.000Z' },
      at: '2026-03-31T02:00:00.000Z',
    };
    const one = record({ departmentCode: 'WATER', paid });
    await take(one);
    await take(one);
    const [claim] = await claimsOf(one.citizenId);
    expect(claim).toMatchObject({ status: 'PAID', amount: 10_000, paidAt: new Date(paid.at), budgetYear: 2026 });
    expect(claim).toMatchObject({ reviewedBy, decidedBy: approvedBy, decidedAt: new Date(paid.approvedAt) });
    const steps = await database.dataSource.query(
      'SELECT to_status AS status, changed_by AS by FROM compensation_claim_history WHERE claim_id = $1 ORDER BY id',
      [one.id],
    );
    expect(steps).toEqual([
      { status: 'OPENED', by: 'system' },
      { status: 'REVIEWED', by: reviewedBy },
      { status: 'APPROVED', by: approvedBy },
      { status: 'PAYING', by: 'system' },
      { status: 'PAID', by: 'system' },
    ]);
    const ledger = new LedgerStore(database.dataSource, new Cursors(env.CURSOR_SECRET));
    expect((await ledger.budget('WATER', 2026)).balances).toEqual({
      ...{ APPROPRIATION: 10_000, AVAILABLE: 0, RESERVED: 0, IN_TRANSIT: 0, SPENT: 10_000 },
    });
    expect(await ledger.audit()).toEqual({ entries: 4, firstBroken: null, balanced: true });
  });

  it('refuses who approved what they reviewed, and takes nothing of it', async () => {
    const by = randomUUID();
    const [reviewedAt, approvedAt, at] = ['2026-03-12', '2026-03-16', '2026-03-31'].map(
      (day) => `${day}T02:00:00.000Z`,
    );
    const one = record({
      paid: { reviewedBy: by, reviewedAt: reviewedAt!, approvedBy: by, approvedAt: approvedAt!, at: at! },
    });
    await expect(take(one)).rejects.toThrow('compensation_claim_four_eyes');
    expect(await claimsOf(one.citizenId)).toEqual([]);
  });
});
