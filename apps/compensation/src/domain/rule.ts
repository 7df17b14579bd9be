import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';

/** Breaches that the city pays for: late by the law's date, late by the charter's shorter date. */
export const BREACHES = ['LATE_STATUTORY', 'LATE_CHARTER'] as const;
export type Breach = (typeof BREACHES)[number];

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
  /** The most for one citizen in a calendar year; null without one. */
  readonly yearlyCeiling: number | null;
  readonly validFrom: string;
}

/** A version of a rule. It holds from `validFrom` to `validTo`, both included; null without an end. */
export interface Rule extends RuleTerms {
  readonly version: number;
  readonly validTo: string | null;
}

export const isInForce = ({ validFrom, validTo }: Pick<Rule, 'validFrom' | 'validTo'>, day: string): boolean =>
  validFrom <= day && (validTo === null || day <= validTo);

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

function* faults(terms: RuleTerms, existing: readonly Rule[]): Generator<Refusal> {
  const { code, baseAmount, stepAmount, cap, yearlyCeiling, validFrom, breach } = terms;
  if (!/^[A-Z][A-Z0-9_]{1,31}$/.test(code)) {
    yield refusal(
      'INVALID_VALUE',
      '규칙 코드는 대문자로 시작하는 영문 대문자·숫자·밑줄 2~32자입니다.',
      'A rule’s code has 2 to 32 capitals, digits or underscores and starts with a capital.',
      'code',
    );
  }
  for (const field of ['nameKo', 'nameEn'] as const) {
    if (!terms[field].trim() || terms[field].length > 100)
      yield refusal('INVALID_VALUE', '이름은 1~100자입니다.', 'A name has 1 to 100 characters.', field);
  }
  if (baseAmount < 1)
    yield refusal('INVALID_VALUE', '기본 금액은 1원 이상입니다.', 'The base amount is at least 1 KRW.', 'baseAmount');
  if (cap < baseAmount)
    yield refusal(
      'INVALID_VALUE',
      '상한은 기본 금액보다 작을 수 없습니다.',
      'The cap is at least the base amount.',
      'cap',
    );
  if (stepAmount === 0 && cap > baseAmount)
    yield refusal(
      'INVALID_VALUE',
      '하루 가산액이 없으면 상한은 기본 금액과 같아야 합니다.',
      'Without a step the cap equals the base amount.',
      'cap',
    );
  if (yearlyCeiling !== null && yearlyCeiling < baseAmount)
    yield refusal(
      'INVALID_VALUE',
      '연간 한도는 기본 금액보다 작을 수 없습니다.',
      'The yearly ceiling is at least the base amount.',
      'yearlyCeiling',
    );
  const versions = existing.filter((rule) => rule.code === code);
  if (versions.some((rule) => rule.validFrom >= validFrom)) {
    yield refusal(
      'INVALID_VALUE',
      '새 판의 시작일은 이전 판의 시작일보다 늦어야 합니다.',
      'A new version starts later than the version before it.',
      'validFrom',
    );
  }
  if (versions.some((rule) => rule.breach !== breach)) {
    yield refusal(
      'INVALID_VALUE',
      '같은 코드의 위반 유형은 바꿀 수 없습니다. 새 코드를 사용해 주십시오.',
      'A rule keeps its breach: use another code.',
      'breach',
    );
  }
  const rival = existing.find(
    (rule) => rule.code !== code && rule.breach === breach && (rule.validTo === null || rule.validTo >= validFrom),
  );
  if (rival) {
    yield refusal(
      'INVALID_VALUE',
      `같은 위반에 대한 규칙 ${rival.code}이(가) 그 기간에 유효합니다.`,
      `Rule ${rival.code} is in force for the same breach then.`,
      'validFrom',
    );
  }
}

export interface SavedRule {
  readonly rule: Rule;
  /** The version before it, which ends on the day before. */
  readonly closed: Rule | undefined;
}

/** Decides a new version of a rule: one rule a breach and day, old versions stay readable. */
export function decideRule(terms: RuleTerms, existing: readonly Rule[]): Outcome<SavedRule> {
  const found = [...faults(terms, existing)];
  if (found.length > 0) return refused(...found);
  const last = existing.filter(({ code }) => code === terms.code).sort((a, b) => b.version - a.version)[0];
  const closed =
    last && (last.validTo === null || last.validTo >= terms.validFrom)
      ? { ...last, validTo: dayBefore(terms.validFrom) }
      : undefined;
  return accepted({ rule: { ...terms, version: (last?.version ?? 0) + 1, validTo: null }, closed });
}

/**
 * What a breach is worth: base for the first working day of lateness, a step for each further one, up to the cap, and never
 * more than what is left of the citizen's year.
 * @param lateWorkingDays whole working days of lateness begun, from 1
 * @param paidThisYear what the citizen's claims of the year add up to, in KRW
 */
export function amountOf(rule: Rule, lateWorkingDays: number, paidThisYear: number): number {
  const wanted = Math.min(rule.cap, rule.baseAmount + rule.stepAmount * Math.max(0, lateWorkingDays - 1));
  return rule.yearlyCeiling === null ? wanted : Math.max(0, Math.min(wanted, rule.yearlyCeiling - paidThisYear));
}
