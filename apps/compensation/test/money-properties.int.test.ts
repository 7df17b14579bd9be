import fc from 'fast-check';
import { manager } from '@charter/service/testing';
import type { DataSource } from 'typeorm';
import { claimThatIs, otherManager, step } from './fixtures/claims';
import { type Compensation, MISSED, empty, openCompensation, saveRule, setBudget } from './fixtures/compensation';
import { audited, entries, reverse } from './fixtures/ledger';
import { batches, confirm, giveAccount, payoutJob } from './fixtures/payouts';

/** Killed after its work and before its commit: a worker, or a server, that went away. */
class Killed extends Error {}

/** Lets the next transactions die, one for each true. */
function withFaults(dataSource: DataSource, faults: boolean[]): () => void {
  const transaction = dataSource.transaction.bind(dataSource) as unknown as (
    work: (tx: never) => Promise<unknown>,
  ) => Promise<unknown>;
  const dying = (work: (tx: never) => Promise<unknown>) =>
    transaction(async (tx) => {
      const done = await work(tx);
      if (faults.shift()) throw new Killed();
      return done;
    });
  Object.assign(dataSource, { transaction: dying });
  return () => Object.assign(dataSource, { transaction });
}

const operation = fc.oneof(
  fc.record({ do: fc.constant('open' as const) }),
  fc.record({ do: fc.constant('approve' as const), at: fc.nat() }),
  fc.record({ do: fc.constant('budget' as const), amount: fc.integer({ min: 0, max: 12 }) }),
  fc.record({ do: fc.constant('prepare' as const) }),
  fc.record({ do: fc.constant('work' as const) }),
  fc.record({
    do: fc.constant('confirm' as const),
    rows: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean(), fc.boolean()), { maxLength: 6 }),
  }),
  fc.record({ do: fc.constant('account' as const) }),
  fc.record({ do: fc.constant('reverse' as const), at: fc.nat() }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

describe('whatever is done, in whatever order, and whoever dies meanwhile', () => {
  let service: Compensation;
  beforeAll(async () => {
    service = await openCompensation();
  });
  afterAll(() => service.close());

  const query = async <T>(sql: string): Promise<T[]> => service.dataSource.query(sql);
  const one = <T>(list: readonly T[], at: number): T | undefined =>
    list.length > 0 ? list[at % list.length] : undefined;

  async function carryOut(what: Operation): Promise<unknown> {
    switch (what.do) {
      case 'open':
        return claimThatIs(service, 'REVIEWED');
      case 'approve': {
        const claim = one(
          await query<{ id: string }>(`SELECT id FROM compensation_claim ORDER BY opened_at, id`),
          what.at,
        );
        return (
          claim &&
          Promise.all([manager, otherManager].map((who) => step(service, who, 'approveClaim', { claimId: claim.id })))
        );
      }
      case 'budget':
        return setBudget(service, what.amount * 10_000);
      case 'prepare':
        return service.ask(
          { id: manager.id, roles: ['ADMIN'] },
          'mutation { preparePayout(input: {}) { errors { code } } }',
        );
      case 'work':
        return payoutJob(service).runOnce();
      case 'confirm': {
        const batch = (await batches(service))[0];
        const rows = what.rows.map(([seq, paid, right]) => ({
          seq,
          code: paid ? '0000' : '0101',
          amount: right ? 10_000 : 1,
        }));
        return batch && confirm(service, batch, rows);
      }
      case 'account':
        return giveAccount(service);
      case 'reverse': {
        const entry = one(await entries(service), what.at);
        return entry && reverse(service, entry.id);
      }
    }
  }

  /** No overspending, no double payment, and ledger, claims and transfers say the same to the won. */
  async function holds(): Promise<void> {
    expect(await audited(service)).toMatchObject({ firstBroken: null, balanced: true });
    const [sums] = await query<Record<string, string>>(`SELECT
      (SELECT COALESCE(sum(amount) FILTER (WHERE status IN ('APPROVED', 'RETURNED')), 0) FROM compensation_claim) AS approved,
      (SELECT COALESCE(sum(amount) FILTER (WHERE status = 'PAYING'), 0) FROM compensation_claim) AS paying,
      (SELECT COALESCE(sum(amount) FILTER (WHERE status = 'PAID'), 0) FROM compensation_claim) AS paid,
      (SELECT COALESCE(sum(balance), 0) FROM ledger_account WHERE account = 'RESERVED') AS "RESERVED",
      (SELECT COALESCE(sum(balance), 0) FROM ledger_account WHERE account = 'IN_TRANSIT') AS "IN_TRANSIT",
      (SELECT COALESCE(sum(balance), 0) FROM ledger_account WHERE account = 'SPENT') AS "SPENT",
      (SELECT COALESCE(sum(amount) FILTER (WHERE status = 'SENT'), 0) FROM payout_item) AS sent,
      (SELECT COALESCE(sum(amount) FILTER (WHERE status = 'PAID'), 0) FROM payout_item) AS transferred,
      (SELECT COALESCE(sum(balance) FILTER (WHERE account = 'APPROPRIATION'), 0) - COALESCE(sum(balance) FILTER (WHERE account <> 'APPROPRIATION'), 0)
        FROM ledger_account) AS difference,
      (SELECT count(*) FROM payout_batch b WHERE b.rows <> (SELECT count(*) FROM payout_item i WHERE i.batch_id = b.id)
        OR b.total <> (SELECT COALESCE(sum(i.amount), 0) FROM payout_item i WHERE i.batch_id = b.id)) AS "wrongBatches"`);
    const { approved, paying, paid } = sums!;
    expect(sums).toMatchObject({
      RESERVED: approved,
      IN_TRANSIT: paying,
      SPENT: paid,
      sent: paying,
      transferred: paid,
    });
    expect([sums!.difference, sums!.wrongBatches]).toEqual(['0', '0']);
    const overdrawn = await query('SELECT 1 FROM ledger_account WHERE balance < 0');
    expect(overdrawn).toEqual([]);
  }

  it('money is where ledger, claims and transfers say it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(operation, fc.array(fc.boolean(), { maxLength: 3 })), { minLength: 10, maxLength: 25 }),
        async (operations) => {
          await empty(service);
          service.clock.set(MISSED);
          await saveRule(service, { yearlyCeiling: null, stepAmount: 0, cap: 10_000 });
          await setBudget(service, 60_000);
          await giveAccount(service);
          for (let at = 0; at < 3; at += 1) await claimThatIs(service, 'APPROVED');
          for (const [what, faults] of operations) {
            const restore = withFaults(service.dataSource, what.do === 'open' ? [] : [...faults]);
            await carryOut(what).catch((error: unknown) => {
              if (!(error instanceof Killed)) throw error;
            });
            restore();
            await holds();
          }
        },
      ),
      { numRuns: Number(process.env.MONEY_RUNS ?? 8) },
    );
  }, 120_000);
});
