import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { type DistanceBand, type LatenessStep, type Rule, type RuleTerms, isLateness, isTrip } from './rule';
import { CERTIFICATE_UNIT } from './stock/stock';

const MOST_HOURS = 20_000;
/** No way within the country is longer. */
export const MOST_KM = 1_000;

type Validity = Pick<Rule, 'validFrom' | 'validTo'>;

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
    terms.lateness === null && terms.distance === null && terms.stepAmount === 0 && terms.cap > terms.baseAmount,
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

/** Steps and amounts rise, from 0 and the base amount up to the cap. */
const isRising = (
  steps: readonly { readonly from: number; readonly amount: number }[],
  { baseAmount, cap }: RuleTerms,
  most: number,
): boolean =>
  isWhole(steps.length, 1, 50) &&
  steps[0]!.from === 0 &&
  steps[0]!.amount === baseAmount &&
  steps.at(-1)!.amount <= cap &&
  steps.every(({ from, amount }, at) => {
    const before = steps[at - 1];
    return isWhole(from, 0, most) && (!before || (from > before.from && amount >= before.amount));
  });
const amountsOf = ({ baseAmount, stepAmount, cap, lateness, distance }: RuleTerms): number[] => [
  ...[baseAmount, stepAmount, cap],
  ...[...(lateness ?? []), ...(distance ?? [])].map(({ amount }) => amount),
];
const byHours = ({ fromHours: from, amount }: LatenessStep) => ({ from, amount });
const byKm = ({ fromKm: from, amount }: DistanceBand) => ({ from, amount });

const furtherChecks = (terms: RuleTerms): Check[] => [
  [
    terms.lateness !== null &&
      (!isRising(terms.lateness.map(byHours), terms, MOST_HOURS) ||
        terms.stepAmount !== 0 ||
        !isLateness(terms.breach)),
    'lateness',
    '지연 시간별 금액은 처리기한 초과에만 쓰며, 0시간의 기본 금액부터 상한까지 차례로 커져야 하고 하루 가산액과 함께 쓸 수 없습니다.',
    'A table is for lateness alone, rises from the base amount at hour 0 to the cap at most, and goes without a step.',
  ],
  [
    terms.form === 'GIFT_CERTIFICATE' && amountsOf(terms).some((amount) => amount % CERTIFICATE_UNIT !== 0),
    'form',
    '상품권으로 주는 금액은 모두 1,000원 단위입니다.',
    'What is given in gift certificates is a multiple of 1,000 KRW.',
  ],
  [
    terms.distance !== null && (!isRising(terms.distance.map(byKm), terms, MOST_KM) || !isTrip(terms.breach)),
    'distance',
    '거리 구간은 재방문과 잘못된 안내에만 쓰며, 0km의 기본 금액부터 상한까지 차례로 커져야 합니다.',
    'Bands of distance are for a second visit or a wrong notice, and rise from the base amount at 0 km to the cap at most.',
  ],
  [
    new Set(terms.exclusions).size !== terms.exclusions.length,
    'exclusions',
    '제외 사유를 두 번 적었습니다.',
    'An exclusion is named twice.',
  ],
  [
    terms.standardCodes.length > 20 ||
      new Set(terms.standardCodes).size !== terms.standardCodes.length ||
      terms.standardCodes.some((code) => !/^[A-Z][A-Z0-9_]{1,31}$/.test(code)),
    'standardCodes',
    '이행기준 코드를 20개까지 한 번씩 적어 주십시오. standards에서 확인하실 수 있습니다.',
    'Name up to 20 codes of standards, each once: see standards.',
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
