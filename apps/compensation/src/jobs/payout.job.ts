import type { EntityManager } from 'typeorm';
import { appendEvents } from '@charter/outbox';
import { type Clock, type Logger, PollingLoop } from '@charter/service';
import type { DataSource } from 'typeorm';
import { move } from '../domain/ledger/entry';
import { type RowOutcome, decideRow } from '../domain/payouts/bank-file';
import { claimPayload } from '../event-payload';
import type { PayoutService } from '../payout.service';
import type { ClaimStore } from '../store/claim.store';
import type { ClaimEntity } from '../store/compensation.entity';
import type { LedgerStore } from '../store/ledger/ledger.store';
import type { PayoutConfirmationEntity } from '../store/payouts/payout.entity';
import type { PayoutStore } from '../store/payouts/payout.store';

/** Claims and rows in one transaction. */
const BATCH = 500;
const EVERY_MS = 1_000;

export interface PayoutJobParts {
  readonly dataSource: DataSource;
  readonly service: PayoutService;
  readonly payouts: PayoutStore;
  readonly claims: ClaimStore;
  readonly ledger: LedgerStore;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Fills batches and takes in the bank's answers, five hundred rows at a time: rows, claims, ledger and news of each together,
 * or nothing. Killed in the middle it goes on where it was.
 */
export class PayoutJob extends PollingLoop {
  constructor(private readonly given: PayoutJobParts) {
    super({ everyMs: EVERY_MS, what: 'moving payouts on', log: given.log });
  }

  /** @returns how many chunks were done */
  async runOnce(): Promise<number> {
    let done = (await this.given.service.prepareDue()) ? 1 : 0;
    for (const step of [this.fill, this.apply])
      while (await this.given.dataSource.transaction((tx) => step.call(this, tx))) done += 1;
    return done;
  }

  /** One chunk of the batch that is being filled. @returns false when none is */
  private async fill(tx: EntityManager): Promise<boolean> {
    const { payouts, claims, ledger, clock } = this.given;
    const batch = await payouts.lockPreparing(tx);
    if (!batch) return false;
    const now = clock.now();
    const chunk = await payouts.payable(tx, BATCH);
    if (chunk.length === 0) {
      const settled = batch.rows === 0 ? 'SETTLED' : 'READY';
      await payouts.update(tx, batch.id, { status: settled, readyAt: now });
      return true;
    }
    await payouts.add(tx, batch.id, batch.rows, chunk);
    await claims.stepAll(tx, chunk, { to: 'PAYING', by: 'system', at: now, reason: batch.number });
    await payouts.update(tx, batch.id, { rows: batch.rows + chunk.length, total: batch.total + sum(chunk) });
    await ledger.append(
      tx,
      chunk.map((claim) => move('SEND', claim.amount, booked(claim, now))),
    );
    return true;
  }

  /** One chunk of rows of the bank's answer. @returns false when no rows wait */
  private async apply(tx: EntityManager): Promise<boolean> {
    const { payouts, claims, clock } = this.given;
    const confirmation = await payouts.lockConfirmation(tx);
    if (!confirmation) return false;
    const now = clock.now();
    const batch = await payouts.lockBatch(tx, confirmation.batchId);
    const rows = await payouts.waiting(tx, confirmation.id, BATCH);
    const seqs = rows.map(({ seq }) => seq);
    const items = await payouts.itemsAt(tx, batch.id, seqs);
    const seen = await payouts.namedBefore(tx, confirmation.id, rows[0]!.line, seqs);
    const decided = rows.map((row) => {
      const item = items.get(row.seq);
      const outcome = decideRow(row, item, seen.has(row.seq));
      seen.add(row.seq);
      return { line: row.line, code: row.code, outcome, itemId: item?.id ?? null, claimId: item?.claimId };
    });
    const of = (wanted: RowOutcome) =>
      decided.filter(({ outcome }) => outcome === wanted).map(({ claimId }) => claimId!);
    const [paid, failed] = [await claims.lockAll(tx, of('PAID')), await claims.lockAll(tx, of('FAILED'))];
    await payouts.settle(
      tx,
      confirmation,
      decided.map((row) => (isSettled(row.outcome) ? row : { ...row, itemId: null })),
      now,
    );
    await this.book(tx, confirmation, paid, failed);
    const figures = { paidRows: batch.paidRows + paid.length, failedRows: batch.failedRows + failed.length };
    const settled = figures.paidRows + figures.failedRows === batch.rows;
    await payouts.update(tx, batch.id, {
      ...{ ...figures, paidTotal: batch.paidTotal + sum(paid) },
      ...(settled && { status: 'SETTLED' as const }),
    });
    return true;
  }

  private async book(
    tx: EntityManager,
    { importedBy: by }: PayoutConfirmationEntity,
    paid: readonly ClaimEntity[],
    failed: readonly ClaimEntity[],
  ): Promise<void> {
    const { claims, ledger, clock } = this.given;
    const at = clock.now();
    await claims.stepAll(tx, paid, { to: 'PAID', by, at, reason: null });
    await claims.stepAll(tx, failed, { to: 'RETURNED', by, at, reason: null });
    await ledger.append(tx, [
      ...paid.map((claim) => move('PAY', claim.amount, booked(claim, at, by))),
      ...failed.map((claim) => move('FAIL', claim.amount, booked(claim, at, by))),
    ]);
    await appendEvents(tx, 'compensation', [
      ...paid.map((claim) => ({ type: 'claim.paid.v1' as const, payload: claimPayload(claim) })),
      ...failed.map((claim) => ({ type: 'claim.returned.v1' as const, payload: claimPayload(claim) })),
    ]);
  }
}

const isSettled = (outcome: RowOutcome): boolean => outcome === 'PAID' || outcome === 'FAILED';
const sum = (claims: readonly ClaimEntity[]): number => claims.reduce((all, { amount }) => all + amount, 0);
const booked = (claim: ClaimEntity, postedAt: Date, postedBy = 'system') => ({
  ...{ departmentCode: claim.departmentCode, year: claim.budgetYear!, claimId: claim.id, postedAt, postedBy },
});
