import { type Outcome, accepted, refusal, refused } from '@charter/contracts';

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

/** From so many working hours of lateness on, so much. */
export interface LatenessStep {
  readonly fromHours: number;
  readonly amount: number;
}

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
    terms.lateness === null && terms.stepAmount === 0 && terms.cap > terms.baseAmount,
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

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** Hours and amounts rise, from hour 0 and the base amount up to the cap. */
const isRising = (steps: readonly LatenessStep[], { baseAmount, cap }: RuleTerms): boolean =>
  isWhole(steps.length, 1, 50) &&
  steps[0]!.fromHours === 0 &&
  steps[0]!.amount === baseAmount &&
  steps.at(-1)!.amount <= cap &&
  steps.every(({ fromHours, amount }, at) => {
    const before = steps[at - 1];
    return isWhole(fromHours, 0, 20_000) && (!before || (fromHours > before.fromHours && amount >= before.amount));
  });

const furtherChecks = (terms: RuleTerms): Check[] => [
  [
    terms.lateness !== null &&
      (!isRising(terms.lateness, terms) || terms.stepAmount !== 0 || !isLateness(terms.breach)),
    'lateness',
    '지연 시간별 금액은 처리기한 초과에만 쓰며, 0시간의 기본 금액부터 상한까지 차례로 커져야 하고 하루 가산액과 함께 쓸 수 없습니다.',
    'A table is for lateness alone, rises from the base amount at hour 0 to the cap at most, and goes without a step.',
  ],
  [
    !isLateness(terms.breach) && terms.stepAmount !== 0,
    'stepAmount',
    '하루 가산액은 처리기한 초과에만 씁니다.',
    'A step for each day is for lateness alone.',
  ],
  [
    !isWhole(terms.decisionDays, 1, 60),
    'decisionDays',
    '결정 기간은 근무일 1~60일입니다.',
    'A claim is decided within 1 to 60 working days.',
  ],
  [
    !isWhole(terms.claimDays, 1, 1_095),
    'claimDays',
    '청구 기간은 1~1,095일입니다.',
    'A claim can be made within 1 to 1,095 days.',
  ],
  [
    (terms.evidenceKo === null) !== (terms.evidenceEn === null) ||
      [terms.evidenceKo, terms.evidenceEn].some((text) => text !== null && (!text.trim() || text.length > 500)),
    'evidenceKo',
    '필요한 증빙은 한국어와 영어로 함께 1~500자입니다.',
    'What has to be shown is said in Korean and English, 1 to 500 characters each.',
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
  const broken = [...ownChecks(terms), ...furtherChecks(terms), ...checksAgainst(existing, terms)].filter(
    ([isBroken]) => isBroken,
  );
  if (broken.length > 0) return refused(...broken.map(([, field, ko, en]) => refusal('INVALID_VALUE', ko, en, field)));
  const last = existing.filter(({ code }) => code === terms.code).sort((a, b) => b.version - a.version)[0];
  const closed =
    last && (last.validTo === null || last.validTo >= terms.validFrom)
      ? { ...last, validTo: dayBefore(terms.validFrom) }
      : undefined;
  return accepted({ rule: { ...terms, version: (last?.version ?? 0) + 1 }, closed });
}

/**
 * What a breach is worth: by the rule's table of working hours, or base for the first working day of lateness and a step for
 * each further one; up to the cap, and never more than what is left of the citizen's year.
 * @param late what is not lateness has one day and no hours
 * @param claimedThisYear what the citizen's claims of the year add up to, in KRW
 */
export function amountOf(
  rule: Pick<Rule, 'baseAmount' | 'stepAmount' | 'cap' | 'yearlyCeiling' | 'lateness'>,
  late: { readonly days: number; readonly hours: number },
  claimedThisYear: number,
): number {
  const byTable = rule.lateness?.findLast(({ fromHours }) => fromHours <= late.hours)?.amount;
  const byDays = rule.baseAmount + rule.stepAmount * Math.max(0, late.days - 1);
  const wanted = Math.min(rule.cap, byTable ?? byDays);
  return rule.yearlyCeiling === null ? wanted : Math.max(0, Math.min(wanted, rule.yearlyCeiling - claimedThisYear));
}
