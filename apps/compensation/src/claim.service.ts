import type { EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Rule, amountOf } from './domain/rule';
import type { ClaimStore } from './store/claim.store';
import type { ClaimEntity } from './store/compensation.entity';

/** A promise that was broken, and all of its claim but what the rule decides. */
export type Breached = Omit<ClaimEntity, 'ruleCode' | 'ruleVersion' | 'amount' | 'status'>;

/** What came of a broken promise. */
export type Opening =
  | { readonly outcome: 'opened'; readonly amount: number }
  | { readonly outcome: 'known' } // this breach has its claim already
  | { readonly outcome: 'ceiling' } // nothing is left of the citizen's year
  | { readonly outcome: 'no_rule' }; // no rule paid for it on the day that was missed

export class ClaimService {
  constructor(private readonly claims: ClaimStore) {}

  /**
   * Opens a claim, once for each complaint and breach.
   * @param rule the one in force for the breach on the Korean day that was missed
   */
  async open(tx: EntityManager, rule: Rule | undefined, breached: Breached): Promise<Opening> {
    if (!rule) return { outcome: 'no_rule' };
    const { citizenId, missedAt, lateWorkingDays } = breached;
    const year = Number(localDate(missedAt).slice(0, 4));
    const amount = amountOf(
      rule,
      lateWorkingDays,
      await this.claims.lockedTotal(tx, { citizenId, year, except: breached }),
    );
    if (amount === 0) return { outcome: 'ceiling' };
    const terms = { ruleCode: rule.code, ruleVersion: rule.version, amount, status: 'OPENED' as const };
    const opened = await this.claims.open(tx, { ...breached, ...terms });
    return opened ? { outcome: 'opened', amount } : { outcome: 'known' };
  }
}
