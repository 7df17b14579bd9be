import { localDate } from '@charter/calendar';
import type { Lateness } from './claims/lateness';
import { type Rule, amountOf } from './rule';

/** A promise that was broken in the past. */
export interface PastBreach {
  readonly citizenId: string;
  readonly brokenAt: Date;
  readonly late: Lateness;
}

/** What a rule would have cost. Amounts in KRW. */
export interface DryRun {
  /** How many broken promises it would have paid for. */
  readonly claims: number;
  readonly total: number;
  /** How many citizens it would have paid. */
  readonly citizens: number;
  /** How many got less than the rule says, or nothing, because of the yearly ceiling. */
  readonly limited: number;
}

/** Adds up what a rule would have cost, breach by breach, the oldest first. Pure, but for what it remembers of citizens and years. */
export class DryRunner {
  private readonly ofYear = new Map<string, number>();
  private readonly citizens = new Set<string>();
  private claims = 0;
  private total = 0;
  private limited = 0;

  constructor(private readonly rule: Pick<Rule, 'baseAmount' | 'stepAmount' | 'cap' | 'lateness' | 'yearlyCeiling'>) {}

  add({ citizenId, brokenAt, late }: PastBreach): void {
    const key = `${citizenId} ${localDate(brokenAt).slice(0, 4)}`;
    const before = this.ofYear.get(key) ?? 0;
    const amount = amountOf(this.rule, late, before);
    if (amount < amountOf({ ...this.rule, yearlyCeiling: null }, late, 0)) this.limited += 1;
    if (amount === 0) return;
    this.ofYear.set(key, before + amount);
    this.citizens.add(citizenId);
    this.claims += 1;
    this.total += amount;
  }

  result(): DryRun {
    return { claims: this.claims, total: this.total, citizens: this.citizens.size, limited: this.limited };
  }
}
