import { admin, auditor, citizen, manager, officer } from '@charter/service/testing';
import { approve, claimThatIs, otherManager, step } from './fixtures/claims';
import { type Compensation, MISSED, empty, openCompensation, saveRule, setBudget } from './fixtures/compensation';
import { audited, balances, entries, reverse } from './fixtures/ledger';

describe('budget and ledger', () => {
  let service: Compensation;
  beforeAll(async () => {
    service = await openCompensation();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await empty(service);
    service.clock.set(MISSED);
    await saveRule(service, { yearlyCeiling: null });
  });

  it('reserve at the approval, each step an entry with both sides, in a chain', async () => {
    await setBudget(service, 100_000);
    const id = await claimThatIs(service, 'APPROVED');
    expect(await balances(service)).toEqual({
      appropriated: 100_000,
      available: 90_000,
      reserved: 10_000,
      inTransit: 0,
      spent: 0,
    });
    expect(await entries(service)).toMatchObject([
      {
        ...{ seq: 2, kind: 'RESERVE', postedBy: manager.id, year: 2026 },
        postings: [
          { account: 'RESERVED', side: 'DEBIT', amount: 10_000 },
          { account: 'AVAILABLE', side: 'CREDIT', amount: 10_000 },
        ],
      },
      { seq: 1, kind: 'RAISE', postedBy: admin.id, reason: '본예산' },
    ]);
    expect(await audited(service)).toEqual({ entries: 2, firstBroken: null, balanced: true });
    expect(await service.dataSource.query('SELECT claim_id FROM ledger_entry WHERE seq = 2')).toEqual([
      { claim_id: id },
    ]);
  });

  it('are never overspent: of many approvals at once as many pass as the budget pays', async () => {
    await setBudget(service, 35_000);
    const ids = [];
    for (let at = 0; at < 8; at += 1) ids.push(await claimThatIs(service, 'REVIEWED'));
    const answers = await Promise.all(
      ids.map((claimId, at) => step(service, at % 2 ? manager : otherManager, 'approveClaim', { claimId })),
    );
    expect(answers.flat()).toEqual(Array.from({ length: 5 }, () => 'BUDGET_EXCEEDED'));
    expect(await balances(service)).toMatchObject({ available: 5_000, reserved: 30_000 });
    expect(await setBudget(service, 29_999)).toEqual(['BUDGET_EXCEEDED']);
    expect(await setBudget(service, 30_000)).toEqual([]);
    expect(await audited(service)).toMatchObject({ firstBroken: null, balanced: true });
  });

  it('keep what was refused for want of budget as it was, its date too', async () => {
    const id = await claimThatIs(service, 'REVIEWED');
    expect(await step(service, manager, 'approveClaim', { claimId: id })).toEqual(['BUDGET_EXCEEDED']);
    const [row] = await service.dataSource.query(
      'SELECT c.status, d.state FROM compensation_claim c JOIN deadline d ON d.id = c.decision_id WHERE c.id = $1',
      [id],
    );
    expect(row).toEqual({ status: 'REVIEWED', state: 'RUNNING' });
    await setBudget(service, 10_000);
    await approve(service, id);
  });

  it('are corrected by reversal, once; the approval is then made again', async () => {
    await setBudget(service, 100_000);
    const id = await claimThatIs(service, 'APPROVED');
    const [reserved, raised] = await entries(service);
    expect(await reverse(service, raised!.id)).toEqual(['BUDGET_EXCEEDED']);
    const both = await Promise.all([reverse(service, reserved!.id), reverse(service, reserved!.id)]);
    expect(both.flat()).toHaveLength(1);
    expect(['ALREADY_DONE', 'INVALID_STATE']).toContain(both.flat()[0]);
    const [reversal] = await entries(service);
    expect(reversal).toMatchObject({ kind: 'REVERSAL', reverses: 2, reason: '잘못 승인함' });
    expect(await reverse(service, reversal!.id)).toEqual(['INVALID_STATE']);
    expect(await balances(service)).toMatchObject({ available: 100_000, reserved: 0 });
    expect(await service.told('claim.revoked.v1')).toMatchObject([{ claimId: id }]);
    await approve(service, id);
    expect(await balances(service)).toMatchObject({ available: 90_000, reserved: 10_000 });
    expect(await audited(service)).toEqual({ entries: 4, firstBroken: null, balanced: true });
  });

  it.each([
    ['changes', `UPDATE ledger_entry SET reason = 'x'`],
    ['deletes', 'DELETE FROM ledger_entry'],
    ['changes the sides of', 'UPDATE ledger_posting SET amount = 1'],
    ['deletes the sides of', 'DELETE FROM ledger_posting'],
    ['empties', 'TRUNCATE ledger_posting'],
  ])('refuse by the database itself who %s entries', async (_name, sql) => {
    await setBudget(service, 100_000);
    await expect(service.dataSource.query(sql)).rejects.toThrow('append-only');
  });

  it('refuse by the database itself what does not balance, has no sides, or overdraws', async () => {
    await setBudget(service, 1_000);
    const entry = (seq: number) =>
      `INSERT INTO ledger_entry VALUES (${seq}, gen_random_uuid(), 'RESERVE', 'ROADS', 2026, NULL, NULL, now(), 'x', NULL, 'p${seq}', 'h${seq}')`;
    const posting = (seq: number, account: string, side: string, amount: number) =>
      `INSERT INTO ledger_posting VALUES (${seq}, '${account}', '${side}', ${amount})`;
    const all = (...statements: string[]) =>
      service.dataSource.transaction(async (tx) => {
        for (const sql of statements) await tx.query(sql);
      });
    await expect(all(entry(2))).rejects.toThrow('does not balance');
    await expect(all(entry(2), posting(2, 'RESERVED', 'DEBIT', 5))).rejects.toThrow('does not balance');
    await expect(all(posting(1, 'RESERVED', 'DEBIT', 5))).rejects.toThrow('does not balance');
    const overdrawn = [entry(2), posting(2, 'RESERVED', 'DEBIT', 1_001), posting(2, 'AVAILABLE', 'CREDIT', 1_001)];
    await expect(all(...overdrawn)).rejects.toThrow('not_overdrawn');
    expect(await service.count('ledger_entry')).toBe(1);
  });

  it('show where an entry was changed by somebody with the database in hand', async () => {
    for (const amount of [1_000, 2_000, 3_000]) await setBudget(service, amount);
    const forge = (sql: string) =>
      service.dataSource.transaction(async (tx) => {
        await tx.query('SET LOCAL session_replication_role = replica');
        await tx.query(sql);
      });
    await forge(`UPDATE ledger_posting SET amount = 900 WHERE entry_seq = 2`);
    expect(await audited(service)).toMatchObject({ firstBroken: 2, balanced: false });
    await forge(`UPDATE ledger_posting SET amount = 1000 WHERE entry_seq = 2`);
    await forge('DELETE FROM ledger_posting WHERE entry_seq = 3; DELETE FROM ledger_entry WHERE seq = 3');
    expect(await audited(service)).toMatchObject({ firstBroken: 3 });
  });

  it('answer the same key with one entry', async () => {
    await Promise.all([1, 2].map(() => setBudget(service, 5_000, { idempotencyKey: 'once' })));
    expect(await entries(service)).toHaveLength(1);
    expect(await setBudget(service, 6_000, { idempotencyKey: 'once' })).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(await setBudget(service, 10_000_000_001)).toEqual(['INVALID_VALUE']);
    expect(await setBudget(service, 5_000, { reason: ' ', year: 1999 })).toEqual(['INVALID_VALUE', 'INVALID_VALUE']);
  });

  it('are read by heads for their department, by administrators and auditors whole; written by administrators alone', async () => {
    await setBudget(service, 5_000);
    await setBudget(service, 7_000, { departmentCode: 'WATER' });
    const seen = async (who: object) =>
      (
        await service.ask<{ compensationBudget: { appropriated: number }[] | null }>(
          who as never,
          '{ compensationBudget(year: 2026) { appropriated } }',
        )
      ).data!.compensationBudget?.map(({ appropriated }) => appropriated);
    expect([await seen(manager), await seen(auditor), await seen(admin)]).toEqual([
      [5_000],
      [5_000, 7_000],
      [5_000, 7_000],
    ]);
    for (const who of [officer, citizen]) expect(await seen(who)).toBeUndefined();
    const [entry] = await entries(service);
    for (const who of [manager, auditor, officer, citizen])
      expect(await reverse(service, entry!.id, who)).toEqual(['FORBIDDEN']);
    expect(await reverse(service, 'nonsense')).toEqual(['NOT_FOUND']);
    expect(await entries(service, manager)).toHaveLength(1);
  });
});
