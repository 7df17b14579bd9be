import { type Outcome, accepted, refusal, refused } from '@charter/contracts';

/** Breaches that the city pays for: late by the law's date, late by the charter's shorter date. */
export type Breach = 'LATE_STATUTORY' | 'LATE_CHARTER';

/** How it pays. */
export type Form = 'CASH' | 'GIFT_CERTIFICATE' | 'LOCAL_CURRENCY';

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
  /** The most for one citizen in a calendar year; null without one. */
  readonly yearlyCeiling: number | null;
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

const overlap = (one: Validity, other: Validity): boolean =>
  (one.validTo === null || other.validFrom <= one.validTo) &&
  (other.validTo === null || one.validFrom <= other.validTo);

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** What does not hold of a rule: the field, and what to do about it. */
type Check = readonly [broken: boolean, field: keyof RuleTerms, ko: string, en: string];

const ownChecks = (terms: RuleTerms): Check[] => [
  [
    !/^[A-Z][A-Z0-9_]{1,31}$/.test(terms.code),
    'code',
    '규칙 코드는 대문자로 시작하는 영문 대문자·숫자·밑줄 2~32자입니다.',
    'A rule’s code has 2 to 32 capitals, digits or underscores and starts with a capital.',
  ],
  ...(['nameKo', 'nameEn'] as const).map((field): Check => [
    !terms[field].trim() || terms[field].length > 100,
    field,
    '이름은 1~100자입니다.',
    'A name has 1 to 100 characters.',
  ]),
  [terms.baseAmount < 1, 'baseAmount', '기본 금액은 1원 이상입니다.', 'The base amount is at least 1 KRW.'],
  [
    terms.cap < terms.baseAmount,
    'cap',
    '상한은 기본 금액보다 작을 수 없습니다.',
    'The cap is at least the base amount.',
  ],
  [
    terms.stepAmount === 0 && terms.cap > terms.baseAmount,
    'cap',
    '하루 가산액이 없으면 상한은 기본 금액과 같아야 합니다.',
    'Without a step the cap equals the base amount.',
  ],
  [
    terms.yearlyCeiling !== null && terms.yearlyCeiling < terms.baseAmount,
    'yearlyCeiling',
    '연간 한도는 기본 금액보다 작을 수 없습니다.',
    'The yearly ceiling is at least the base amount.',
  ],
  [
    terms.validTo !== null && terms.validTo < terms.validFrom,
    'validTo',
    '마지막 날은 시작일보다 빠를 수 없습니다.',
    'The last day is not before the first.',
  ],
];

function checksAgainst(existing: readonly Rule[], terms: RuleTerms): Check[] {
  const versions = existing.filter(({ code }) => code === terms.code);
  const rival = existing.find(
    (rule) => rule.code !== terms.code && rule.breach === terms.breach && overlap(rule, terms),
  );
  return [
    [
      versions.some(({ validFrom }) => validFrom >= terms.validFrom),
      'validFrom',
      '새 판의 시작일은 이전 판의 시작일보다 늦어야 합니다.',
      'A new version starts later than the version before it.',
    ],
    [
      versions.some(({ breach }) => breach !== terms.breach),
      'breach',
      '같은 코드의 위반 유형은 바꿀 수 없습니다. 새 코드를 사용해 주십시오.',
      'A rule keeps its breach: use another code.',
    ],
    [
      rival !== undefined,
      'validFrom',
      `같은 위반에 대한 다른 규칙(${rival?.code})이 그 기간에 유효합니다.`,
      `Rule ${rival?.code} is in force for the same breach then.`,
    ],
  ];
}

export interface SavedRule {
  readonly rule: Rule;
  /** The version before it, which ends on the day before. */
  readonly closed: Rule | undefined;
}

/** Decides a new version of a rule: one rule a breach and day, old versions stay readable. */
export function decideRule(terms: RuleTerms, existing: readonly Rule[]): Outcome<SavedRule> {
  const broken = [...ownChecks(terms), ...checksAgainst(existing, terms)].filter(([isBroken]) => isBroken);
  if (broken.length > 0) return refused(...broken.map(([, field, ko, en]) => refusal('INVALID_VALUE', ko, en, field)));
  const last = existing.filter(({ code }) => code === terms.code).sort((a, b) => b.version - a.version)[0];
  const closed =
    last && (last.validTo === null || last.validTo >= terms.validFrom)
      ? { ...last, validTo: dayBefore(terms.validFrom) }
      : undefined;
  return accepted({ rule: { ...terms, version: (last?.version ?? 0) + 1 }, closed });
}

/**
 * What a breach is worth: base for the first working day of lateness, a step for each further one, up to the cap, and never
 * more than what is left of the citizen's year.
 * @param lateWorkingDays whole working days of lateness begun, from 1
 * @param paidThisYear what the citizen's claims of the year add up to, in KRW
 */
export function amountOf(
  rule: Pick<Rule, 'baseAmount' | 'stepAmount' | 'cap' | 'yearlyCeiling'>,
  lateWorkingDays: number,
  claimedThisYear: number,
): number {
  const wanted = Math.min(rule.cap, rule.baseAmount + rule.stepAmount * Math.max(0, lateWorkingDays - 1));
  return rule.yearlyCeiling === null ? wanted : Math.max(0, Math.min(wanted, rule.yearlyCeiling - claimedThisYear));
}
