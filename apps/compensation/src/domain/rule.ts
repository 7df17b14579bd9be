import { CERTIFICATE_UNIT } from './stock/stock';

/** Breaches that the city pays for. */
export const BREACHES = [
  'LATE_STATUTORY',
  'LATE_CHARTER',
  'OBJECTION_UPHELD',
  'REPEAT_VISIT',
  'WRONG_NOTICE',
  'UNKINDNESS',
] as const;
export type Breach = (typeof BREACHES)[number];

const BY_THEMSELVES: readonly Breach[] = ['LATE_STATUTORY', 'LATE_CHARTER', 'OBJECTION_UPHELD'];
/** Whether only the city itself opens claims for it: it knows of each. */
export const opensByItself = (breach: Breach): boolean => BY_THEMSELVES.includes(breach);

const LATE: readonly Breach[] = ['LATE_STATUTORY', 'LATE_CHARTER'];
/** Whether its amount grows with lateness. */
export const isLateness = (breach: Breach): boolean => LATE.includes(breach);

const TRIPS: readonly Breach[] = ['REPEAT_VISIT', 'WRONG_NOTICE'];
/** Whether somebody came for nothing: its amount may grow with the way that they came. */
export const isTrip = (breach: Breach): boolean => TRIPS.includes(breach);

/** From so many working hours of lateness on, so much. */
export interface LatenessStep {
  readonly fromHours: number;
  readonly amount: number;
}

/** From so many kilometres on, one way, so much. */
export interface DistanceBand {
  readonly fromKm: number;
  readonly amount: number;
}

/** Why a rule does not pay though a promise was broken. */
export const EXCLUSIONS = ['OTHER_REMEDY', 'CAUSED_BY_CITIZEN'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** How it pays. */
export const FORMS = ['CASH', 'GIFT_CERTIFICATE', 'LOCAL_CURRENCY'] as const;
export type Form = (typeof FORMS)[number];

/** A rule as an office sets it: amounts in KRW, days in Asia/Seoul. */
export interface RuleTerms {
  readonly code: string;
  readonly nameKo: string;
  readonly nameEn: string;
  readonly breach: Breach;
  readonly form: Form;
  /** For the first working day of lateness. */
  readonly baseAmount: number;
  /** For each further working day. */
  readonly stepAmount: number;
  /** The most for one breach. */
  readonly cap: number;
  /** Amounts by working hours of lateness instead of a step for each day; null without. */
  readonly lateness: readonly LatenessStep[] | null;
  /** Amounts by the way of somebody who came for nothing, instead of the base amount; null without. */
  readonly distance: readonly DistanceBand[] | null;
  /** Why it does not pay though a promise was broken. */
  readonly exclusions: readonly Exclusion[];
  /** The charter's standards that it backs, by code. */
  readonly standardCodes: readonly string[];
  /** The most for one citizen in a calendar year; null without one. */
  readonly yearlyCeiling: number | null;
  /** Working days in which a claim is decided. */
  readonly decisionDays: number;
  /** Calendar days in which a citizen can claim. */
  readonly claimDays: number;
  /** What a citizen has to show; null when nothing. */
  readonly evidenceKo: string | null;
  readonly evidenceEn: string | null;
  /** Its first and last day, both included; null without an end. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A version of a rule. */
export interface Rule extends RuleTerms {
  readonly version: number;
}

/** Which promise of a complaint was broken, as the breach that a rule names. */
export const breachOf = (against: 'STATUTORY' | 'CHARTER'): Breach =>
  against === 'STATUTORY' ? 'LATE_STATUTORY' : 'LATE_CHARTER';

type Validity = Pick<Rule, 'validFrom' | 'validTo'>;

export const isInForce = ({ validFrom, validTo }: Validity, day: string): boolean =>
  validFrom <= day && (validTo === null || day <= validTo);

/** What an amount rests on: what is not lateness has one day and no hours, and who did not come no kilometres. */
export interface Measured {
  readonly days: number;
  readonly hours: number;
  readonly km?: number;
}

/**
 * What a breach is worth: by the rule's table of working hours, by its bands of distance, or base for the first working day of
 * lateness and a step for each further one; up to the cap, and never more than what is left of the citizen's year; in gift
 * certificates, by the thousand.
 * @param claimedThisYear what the citizen's claims of the year add up to, in KRW
 */
export function amountOf(
  rule: Pick<Rule, 'form' | 'baseAmount' | 'stepAmount' | 'cap' | 'yearlyCeiling' | 'lateness' | 'distance'>,
  measured: Measured,
  claimedThisYear: number,
): number {
  const byTable = rule.lateness?.findLast(({ fromHours }) => fromHours <= measured.hours)?.amount;
  const byDistance = rule.distance?.findLast(({ fromKm }) => fromKm <= (measured.km ?? 0))?.amount;
  const byDays = rule.baseAmount + rule.stepAmount * Math.max(0, measured.days - 1);
  const wanted = Math.min(rule.cap, byTable ?? byDistance ?? byDays);
  const left =
    rule.yearlyCeiling === null ? wanted : Math.max(0, Math.min(wanted, rule.yearlyCeiling - claimedThisYear));
  return rule.form === 'GIFT_CERTIFICATE' ? left - (left % CERTIFICATE_UNIT) : left;
}
