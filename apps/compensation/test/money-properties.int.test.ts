import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { admin, colleague, manager, officer } from '@charter/service/testing';
import type { DataSource } from 'typeorm';
import { approve, otherManager, review, step } from './fixtures/claims';
import { type Compensation, MISSED, empty, hear, openCompensation, saveRule, setBudget } from './fixtures/compensation';
import { audited, entries, reverse } from './fixtures/ledger';
import { batches, confirm, giveAccount, payoutJob } from './fixtures/payouts';
import { handOver, stocked, tens } from './fixtures/stock';

const RUNS = Number(process.env.MONEY_RUNS ?? 6);
/** For six runs; for more, more. */
const ENOUGH_MS = RUNS * 7_000;

/** Reviews, and does nothing else. */
const reviewer = { ...officer, id: '0198a000-0000-7000-8000-000000000024' } as const;

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

/** Often what many others need. */
const often = <T>(arbitrary: fc.Arbitrary<T>) => ({ arbitrary, weight: 3 });
const operation = fc.oneof(
  often(fc.record({ do: fc.constant('open' as const), inKind: fc.boolean() })),
  often(fc.record({ do: fc.constant('approve' as const), at: fc.nat() })),
  fc.record({ do: fc.constant('stock' as const), pieces: fc.integer({ min: 1, max: 3 }), out: fc.boolean() }),
  often(fc.record({ do: fc.constant('hand over' as const), at: fc.nat(), number: fc.integer({ min: 1, max: 4 }) })),
  fc.record({ do: fc.constant('take back' as const), at: fc.nat() }),
  fc.record({ do: fc.constant('retry' as const), at: fc.nat() }),
  fc.record({ do: fc.constant('budget' as const), amount: fc.integer({ min: 0, max: 12 }) }),
  often(fc.record({ do: fc.constant('prepare' as const) })),
  fc.record({ do: fc.constant('work' as const) }),
  often(
    fc.record({
      do: fc.constant('confirm' as const),
      rows: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.boolean()), {
        minLength: 1,
        maxLength: 5,
      }),
    }),
  ),
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

  const claimsThat = (condition: string) =>
    query<{ id: string }>(`SELECT id FROM compensation_claim WHERE ${condition} ORDER BY opened_at, id`);

  /** A claim that opens by itself: its event comes twice, at once. Then it is reviewed. */
  async function opensTwice(inKind: boolean): Promise<void> {
    const [complaintId, event] = [randomUUID(), randomUUID()];
    const against = inKind ? ('CHARTER' as const) : ('STATUTORY' as const);
    await Promise.all([1, 2].map(() => hear(service, { complaintId, against }, event)));
    const [claim] = await query<{ id: string }>(
      `SELECT id FROM compensation_claim WHERE complaint_id = '${complaintId}'`,
    );
    await review(service, claim!.id, reviewer);
  }

  async function carryOut(what: Operation): Promise<unknown> {
    switch (what.do) {
      case 'open':
        return opensTwice(what.inKind);
      case 'stock':
        return stocked(service, what.pieces, {}, { mutation: what.out ? 'writeOffStock' : 'receiveStock' });
      case 'hand over': {
        // Two at once, one with a number that another citizen may have.
        const claim = one(await claimsThat(`form = 'GIFT_CERTIFICATE' AND status IN ('APPROVED', 'PAID')`), what.at);
        const numbers = [`CERT000${what.number}`, `CERT100${what.number}`];
        return (
          claim &&
          Promise.all([colleague, officer].map((who, at) => handOver(service, claim.id, tens(numbers[at]!), who)))
        );
      }
      case 'take back': {
        const claim = one(await claimsThat(`status IN ('PAID', 'RETURNED')`), what.at);
        return claim && step(service, manager, 'takeBackHandout', { claimId: claim.id, reason: '반송됨' });
      }
      case 'retry': {
        const claim = one(await claimsThat(`status = 'RETURNED'`), what.at);
        const retry = 'mutation ($input: ApproveClaimInput!) { retryPayout(input: $input) { errors { code } } }';
        return claim && service.ask(manager, retry, { input: { claimId: claim.id } });
      }
      case 'approve': {
        const claim = one(await claimsThat('true'), what.at);
        return (
          claim &&
          Promise.all([manager, otherManager].map((who) => step(service, who, 'approveClaim', { claimId: claim.id })))
        );
      }
      case 'budget':
        return setBudget(service, what.amount * 10_000);
      case 'prepare':
        await service.ask(admin, 'mutation { preparePayout(input: {}) { errors { code } } }');
        return payoutJob(service).runOnce();
      case 'work':
        return payoutJob(service).runOnce();
      case 'confirm': {
        const batch = (await batches(service))[0];
        const rows = what.rows.map(([seq, paid, right]) => ({
          seq,
          code: paid ? '0000' : '0101',
          amount: right ? 10_000 : 1,
        }));
        if (batch) await confirm(service, batch, rows);
        return payoutJob(service).runOnce();
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
      (SELECT COALESCE(sum(amount) FILTER (WHERE status = 'PAID' AND form = 'CASH'), 0) FROM compensation_claim) AS "paidCash",
      (SELECT COALESCE(sum(amount) FILTER (WHERE status = 'PAID' AND form <> 'CASH'), 0) FROM compensation_claim) AS "paidInKind",
      (SELECT COALESCE(sum(amount) FILTER (WHERE status IN ('APPROVED', 'RETURNED') AND form <> 'CASH'), 0) FROM compensation_claim) AS "toHandOver",
      (SELECT COALESCE(sum(balance) FILTER (WHERE account = 'SET_ASIDE'), 0) FROM stock_account) AS "SET_ASIDE",
      (SELECT COALESCE(sum(balance) FILTER (WHERE account = 'HANDED_OUT'), 0) FROM stock_account) AS "HANDED_OUT",
      (SELECT COALESCE(sum(balance) FILTER (WHERE account = 'SUPPLY'), 0) - COALESCE(sum(balance) FILTER (WHERE account <> 'SUPPLY'), 0)
        FROM stock_account) AS "stockDifference",
      (SELECT COALESCE(sum(amount) FILTER (WHERE taken_back_at IS NULL), 0) FROM handout) AS handed,
      (SELECT COALESCE(sum(face_value) FILTER (WHERE held), 0) FROM handout_piece) AS held,
      (SELECT count(*) FILTER (WHERE held) - count(DISTINCT reference_hash) FILTER (WHERE held) FROM handout_piece) AS "sameNumbers",
      (SELECT count(*) FROM compensation_claim c WHERE (c.status = 'PAID')::int <> (SELECT count(*) FROM ledger_entry e
        WHERE e.claim_id = c.id AND e.kind IN ('PAY', 'HAND_OVER') AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses = e.seq))) AS "paidTwice",
      (SELECT count(*) FROM compensation_claim c WHERE 1 <> (SELECT count(*) FROM outbox_event o
        WHERE o.type = 'claim.opened.v1' AND o.payload->>'claimId' = c.id::text)) AS "toldTwice",
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
      transferred: sums!.paidCash,
      SET_ASIDE: sums!.toHandOver,
      HANDED_OUT: sums!.paidInKind,
      handed: sums!.paidInKind,
      held: sums!.paidInKind,
    });
    const { difference, stockDifference, wrongBatches, sameNumbers, paidTwice, toldTwice } = sums!;
    expect({ difference, stockDifference, wrongBatches, sameNumbers, paidTwice, toldTwice }).toEqual({
      ...{ difference: '0', stockDifference: '0', wrongBatches: '0', sameNumbers: '0', paidTwice: '0', toldTwice: '0' },
    });
    const overdrawn = await query('SELECT 1 FROM ledger_account WHERE balance < 0');
    expect(overdrawn).toEqual([]);
  }

  it('money is where ledger, claims and transfers say it is', async () => {
    const from = performance.now();
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(operation, fc.array(fc.boolean(), { maxLength: 3 })), { minLength: 15, maxLength: 25 }),
        async (operations) => {
          if (runs > 0 && performance.now() - from > ENOUGH_MS) return; // a slow machine makes fewer runs, never none
          runs += 1;
          await empty(service);
          service.clock.set(MISSED);
          await saveRule(service, { yearlyCeiling: null, stepAmount: 0, cap: 10_000 });
          const inKind = { code: 'SOONER', breach: 'LATE_CHARTER', form: 'GIFT_CERTIFICATE' };
          await saveRule(service, { ...inKind, yearlyCeiling: null, stepAmount: 0, cap: 10_000 });
          await stocked(service, 2);
          await setBudget(service, 60_000);
          await giveAccount(service);
          for (const inCash of [true, true, false]) {
            await opensTwice(!inCash);
            const [newest] = await query<{ id: string }>(`SELECT id FROM compensation_claim WHERE status = 'REVIEWED'`);
            await approve(service, newest!.id);
          }
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
      { numRuns: RUNS },
    );
  }, 240_000);
});
