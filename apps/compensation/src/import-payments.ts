import { localDate } from '@charter/calendar';
import type { ClaimRecord } from '@charter/contracts';
import type { EntityManager } from 'typeorm';
import { type EntryDraft, move } from './domain/ledger/entry';
import type { ClaimStore } from './store/claim.store';
import type { ClaimEntity } from './store/compensation.entity';
import type { LedgerStore } from './store/ledger/ledger.store';

type Payment = NonNullable<ClaimRecord['paid']>;

/** A claim of the past that was opened, and how it was paid. */
export interface PastPayment {
  readonly claimId: string;
  readonly paid: Payment;
}

const BY = 'system';
const REASON = '이력 이관 (taken over from history)';

/**
 * Takes over what was paid in the past: each claim goes the way that others go, at the moments of then, and the ledger has what it
 * cost. The budget of that year is raised by exactly this, so that nothing is left of it and nothing of today's is used.
 */
export async function importPayments(
  tx: EntityManager,
  { claims, ledger }: { claims: ClaimStore; ledger: LedgerStore },
  payments: readonly PastPayment[],
): Promise<void> {
  const drafts: EntryDraft[] = [];
  for (const { claimId, paid } of payments) {
    const claim = await claims.lock(tx, claimId);
    if (claim?.status === 'OPENED' && claim.form === 'CASH') drafts.push(...(await pay(tx, claims, claim, paid)));
  }
  await ledger.append(tx, drafts);
}

/** Brings a claim to being paid. @returns what the ledger has of it */
async function pay(tx: EntityManager, claims: ClaimStore, opened: ClaimEntity, paid: Payment): Promise<EntryDraft[]> {
  const { reviewedBy, approvedBy } = paid;
  const reviewedAt = new Date(paid.reviewedAt);
  const decidedAt = new Date(paid.approvedAt);
  const paidAt = new Date(paid.at);
  const year = Number(localDate(decidedAt).slice(0, 4));
  const review = { status: 'REVIEWED', reviewedBy, reviewedAt, reviewNote: REASON } as const;
  const approval = { status: 'APPROVED', decidedBy: approvedBy, decidedAt, budgetYear: year } as const;
  const payment = { by: BY, at: paidAt, reason: REASON };
  const reviewed = await claims.step(tx, opened, { by: reviewedBy, at: reviewedAt }, review);
  const approved = await claims.step(tx, reviewed, { by: approvedBy, at: decidedAt }, approval);
  const sent = await claims.step(tx, approved, payment, { status: 'PAYING' });
  await claims.step(tx, sent, payment, { status: 'PAID', paidAt });
  const { departmentCode, amount, id: claimId } = opened;
  const booked = (postedAt: Date, postedBy: string) => ({ departmentCode, year, claimId, postedAt, postedBy });
  return [
    move('RAISE', amount, { ...booked(decidedAt, BY), claimId: null, reason: REASON }),
    move('RESERVE', amount, booked(decidedAt, approvedBy)),
    move('SEND', amount, booked(paidAt, BY)),
    move('PAY', amount, booked(paidAt, BY)),
  ];
}
