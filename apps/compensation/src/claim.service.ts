import { localDate } from '@charter/calendar';
import type { EntityManager } from 'typeorm';
import type { Lateness } from './domain/claims/lateness';
import { type Measured, type Rule, amountOf } from './domain/rule';
import type { ClaimStore } from './store/claim.store';
import type { ClaimEntity } from './store/compensation.entity';

/** A promise that was broken, as far as its claim is not what the rule decides. */
export type Breached = Pick<
  ClaimEntity,
  | ('id' | 'complaintId' | 'receiptNumber' | 'citizenId' | 'departmentCode' | 'breach' | 'missedAt')
  | ('openedAt' | 'openedByEvent')
> &
  Partial<
    Pick<ClaimEntity, 'filedBy' | 'statement' | 'evidence' | 'decisionId' | 'distanceKm' | 'otherRemedySought'>
  > & {
    /** Null for what is not lateness. */
    readonly late: Lateness | null;
  };

/** What came of a broken promise. */
export type Opening =
  | { readonly outcome: 'opened'; readonly amount: number }
  | { readonly outcome: 'known' } // this breach has its claim already
  | { readonly outcome: 'ceiling' } // nothing is left of the citizen's year
  | { readonly outcome: 'no_rule' }; // no rule paid for it on the day that was missed

/** What a claim rests on: how late, or how far. */
export const measuredBy = (late: Lateness | null, km: number | null | undefined): Measured => ({
  ...(late ?? { days: 1, hours: 0 }),
  km: km ?? 0,
});

export class ClaimService {
  constructor(private readonly claims: ClaimStore) {}

  /**
   * Opens a claim, once for each complaint and breach.
   * @param rule the one in force for the breach on the Korean day on which it happened
   */
  async open(tx: EntityManager, rule: Rule | undefined, { late, ...breached }: Breached): Promise<Opening> {
    if (!rule) return { outcome: 'no_rule' };
    const amount = await this.amount(tx, rule, breached, measuredBy(late, breached.distanceKm), breached.openedAt);
    if (amount === 0) return { outcome: 'ceiling' };
    const terms = { ruleCode: rule.code, ruleVersion: rule.version, form: rule.form, amount };
    const lateness = { lateWorkingDays: late?.days ?? null, lateWorkingHours: late?.hours ?? null };
    const opened = await this.claims.open(tx, { ...breached, ...terms, ...lateness, status: 'OPENED' });
    return opened ? { outcome: 'opened', amount } : { outcome: 'known' };
  }

  /** What a claim is worth now: the citizen's other claims of the year are locked and left their share. */
  async amount(
    tx: EntityManager,
    rule: Rule,
    claim: Pick<ClaimEntity, 'citizenId' | 'complaintId' | 'breach' | 'missedAt'>,
    measured: Measured,
    now: Date,
  ): Promise<number> {
    const year = Number(localDate(claim.missedAt).slice(0, 4));
    const others = await this.claims.lockedTotal(tx, { citizenId: claim.citizenId, year, except: claim, now });
    return amountOf(rule, measured, others);
  }
}
