import { localDate } from '@charter/calendar';
import type { RefusalGround } from './claims/claim';
import { EXCLUSIONS, type Measured, type Rule, amountOf } from './rule';

/** A promise that was broken in the past. */
export interface PastBreach {
  readonly citizenId: string;
  readonly brokenAt: Date;
  readonly measured: Measured;
  /** On which ground its claim was refused in the end; null when it was not. */
  readonly refusedOn: RefusalGround | null;
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
  /** How many it would not have paid for, because of its exclusions. */
  readonly excluded: number;
}

const isExclusion = (ground: RefusalGround): boolean => (EXCLUSIONS as readonly string[]).includes(ground);

/** Adds up what a rule would have cost, breach by breach, the oldest first. Pure, but for what it remembers of citizens and years. */
export class DryRunner {
  private readonly ofYear = new Map<string, number>();
  private readonly citizens = new Set<string>();
  private claims = 0;
  private total = 0;
  private limited = 0;
  private excluded = 0;

  constructor(
    private readonly rule: Pick<
      Rule,
      'form' | 'baseAmount' | 'stepAmount' | 'cap' | 'lateness' | 'distance' | 'yearlyCeiling' | 'exclusions'
    >,
  ) {}

  /** What turned out to be no breach, or was not shown, costs nothing under any rule. */
  add({ citizenId, brokenAt, measured, refusedOn }: PastBreach): void {
    if (refusedOn !== null && !isExclusion(refusedOn)) return;
    if (refusedOn !== null && (this.rule.exclusions as readonly string[]).includes(refusedOn)) {
      this.excluded += 1;
      return;
    }
    const key = `${citizenId} ${localDate(brokenAt).slice(0, 4)}`;
    const before = this.ofYear.get(key) ?? 0;
    const amount = amountOf(this.rule, measured, before);
    if (amount < amountOf({ ...this.rule, yearlyCeiling: null }, measured, 0)) this.limited += 1;
    if (amount === 0) return;
    this.ofYear.set(key, before + amount);
    this.citizens.add(citizenId);
    this.claims += 1;
    this.total += amount;
  }

  result(): DryRun {
    const { claims, total, limited, excluded } = this;
    return { claims, total, citizens: this.citizens.size, limited, excluded };
  }
}
