import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { type Transitions, decideByTable } from '../step';
import { isWhole } from '../whole';

/** How far a recruitment of monitors (시정 모니터 모집) is. */
export const RECRUITMENT_STATUSES = ['RECRUITING', 'SELECTING', 'SERVING', 'ENDED', 'CANCELLED'] as const;
export type RecruitmentStatus = (typeof RECRUITMENT_STATUSES)[number];

const NAMES = {
  RECRUITING: { ko: '모집 중', en: 'open for applications' },
  SELECTING: { ko: '선정 중', en: 'being selected from' },
  SERVING: { ko: '활동 중', en: 'in its term' },
  ENDED: { ko: '활동 종료', en: 'over' },
  CANCELLED: { ko: '취소', en: 'cancelled' },
} as const;

export const RECRUITMENT_COMMANDS = [
  ...(['apply', 'withdraw', 'close', 'appoint', 'complete', 'openMission'] as const),
  ...(['leave', 'endTerm', 'cancel'] as const),
] as const;
/**
 * `appoint` is appointing and going on selecting, or a substitute during the term; `complete` the same and the end of
 * selecting; `leave` a monitor’s resignation or dismissal. `close` and `endTerm` come by themselves.
 */
export type RecruitmentCommand = (typeof RECRUITMENT_COMMANDS)[number];

export const RECRUITMENT_TRANSITIONS: Transitions<RecruitmentStatus, RecruitmentCommand> = {
  apply: { RECRUITING: 'RECRUITING' },
  withdraw: { RECRUITING: 'RECRUITING', SELECTING: 'SELECTING' },
  close: { RECRUITING: 'SELECTING' },
  appoint: { SELECTING: 'SELECTING', SERVING: 'SERVING' },
  complete: { SELECTING: 'SERVING' },
  openMission: { SERVING: 'SERVING' },
  leave: { SERVING: 'SERVING' },
  endTerm: { SERVING: 'ENDED' },
  cancel: { RECRUITING: 'CANCELLED', SELECTING: 'CANCELLED' },
};

const TABLE = {
  transitions: RECRUITMENT_TRANSITIONS,
  names: NAMES,
  done: {
    close: ['SELECTING', 'SERVING', 'ENDED'],
    complete: ['SERVING', 'ENDED'],
    endTerm: ['ENDED'],
    cancel: ['CANCELLED'],
  } satisfies Partial<Record<RecruitmentCommand, readonly RecruitmentStatus[]>>,
};

/** So many monitors for a district. */
export interface DistrictQuota {
  readonly name: string;
  readonly quota: number;
}

/** What a department announces. Days are days in Asia/Seoul, money is KRW. */
export interface Recruitment {
  readonly title: string;
  readonly body: string;
  readonly departmentCode: string;
  readonly districts: readonly DistrictQuota[];
  /** Applications until the end of this day; a Saturday or holiday moves to the next working day. */
  readonly appliesUntil: string;
  /** Working days to select and appoint in. */
  readonly selectionDays: number;
  /** The term, both days included. */
  readonly termFrom: string;
  readonly termTo: string;
  /** For each accepted report. */
  readonly allowancePerReport: number;
  /** The most for one monitor in a month; null without limit. */
  readonly allowanceMonthlyCap: number | null;
}

const MOST_DISTRICTS = 50;
const MOST_MONITORS = 1_000;
const MOST_ALLOWANCE = 1_000_000;
const MOST_CAP = 10_000_000;

const invalid = (ko: string, en: string, ...path: string[]): Refusal => refusal('INVALID_VALUE', ko, en, ...path);
const yearsLater = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

function* districtFaults(districts: readonly DistrictQuota[]): Generator<Refusal> {
  if (!isWhole(districts.length, 1, MOST_DISTRICTS))
    yield invalid(
      `1개 이상 ${MOST_DISTRICTS}개 이하의 지역을 적어 주십시오.`,
      `Please give 1 to ${MOST_DISTRICTS} districts.`,
      'districts',
    );
  if (new Set(districts.map(({ name }) => name.trim())).size !== districts.length)
    yield invalid('같은 지역이 두 번 있습니다.', 'A district stands twice.', 'districts');
  for (const [index, { name, quota }] of districts.entries()) {
    yield* textFaults(name, 50, 'districts', String(index), 'name');
    if (!isWhole(quota, 1, MOST_MONITORS))
      yield invalid(
        `정원은 1명 이상 ${MOST_MONITORS}명 이하입니다.`,
        `A quota is 1 to ${MOST_MONITORS}.`,
        'districts',
        String(index),
        'quota',
      );
  }
}

function* dayFaults({ appliesUntil, termFrom, termTo }: Recruitment, today: string): Generator<Refusal> {
  if (appliesUntil <= today || appliesUntil > yearsLater(today, 1))
    yield invalid(
      '모집 마감일은 내일부터 1년 안이어야 합니다.',
      'Applications close after today, within a year.',
      'appliesUntil',
    );
  if (termFrom <= appliesUntil)
    yield invalid('임기는 모집이 끝난 뒤에 시작합니다.', 'The term begins after applications close.', 'termFrom');
  if (termTo < termFrom || termTo > yearsLater(termFrom, 3))
    yield invalid(
      '임기는 시작하는 날부터 3년 안에 끝나야 합니다.',
      'The term ends within three years of its begin.',
      'termTo',
    );
}

function* allowanceFaults({ allowancePerReport, allowanceMonthlyCap }: Recruitment): Generator<Refusal> {
  if (!isWhole(allowancePerReport, 0, MOST_ALLOWANCE))
    yield invalid(
      '활동비는 0원 이상 100만 원 이하입니다.',
      'The allowance is 0 to 1,000,000 KRW.',
      'allowancePerReport',
    );
  if (allowanceMonthlyCap !== null && !isWhole(allowanceMonthlyCap, allowancePerReport, MOST_CAP))
    yield invalid(
      '월 한도는 활동비 한 건 이상 1천만 원 이하입니다.',
      'The monthly limit is at least one allowance, and 10,000,000 KRW at most.',
      'allowanceMonthlyCap',
    );
}

/** Decides what is announced. Pure. @param elsewhere why its department recruits nobody today; empty when it may */
export function decideRecruitment(
  recruitment: Recruitment,
  today: string,
  elsewhere: readonly Refusal[],
): Outcome<Recruitment> {
  const { title, body, districts, selectionDays } = recruitment;
  const faults = [
    ...textFaults(title, 200, 'title'),
    ...textFaults(body, 20_000, 'body'),
    ...elsewhere,
    ...districtFaults(districts),
    ...dayFaults(recruitment, today),
    ...allowanceFaults(recruitment),
  ];
  if (!isWhole(selectionDays, 1, 60))
    faults.push(invalid('선정 기간은 1일 이상 60일 이하입니다.', 'Selecting takes 1 to 60 days.', 'selectionDays'));
  if (faults.length > 0) return refused(...faults);
  const named = districts.map(({ name, quota }) => ({ name: name.trim(), quota }));
  return accepted({ ...recruitment, title: title.trim(), body: body.trim(), districts: named });
}

/** What a step is measured against. `today`: the day in Asia/Seoul. */
export interface RecruitmentFacts {
  readonly now: Date;
  readonly today: string;
  readonly closesAt: Date;
  readonly termTo: string;
}

/** Decides whether a command is possible, and where it leads. Applications end with their date, whoever has looked. Pure. */
export function decideRecruitmentStep(
  status: RecruitmentStatus,
  command: RecruitmentCommand,
  { now, today, closesAt, termTo }: RecruitmentFacts,
): Outcome<RecruitmentStatus> {
  const isOver = status !== 'CANCELLED' && (status !== 'RECRUITING' || now >= closesAt);
  if (command === 'apply' && isOver)
    return refused(
      refusal('TOO_LATE', '모집이 마감되었습니다.', 'Applications are closed: there is no way to apply any more.'),
    );
  const decided = decideByTable(TABLE, status, command);
  if (!decided.ok) return decided;
  if (command === 'close' && now < closesAt)
    return refused(refusal('TOO_EARLY', '아직 모집 기간입니다.', 'Applications are still open.'));
  if (command === 'endTerm' && today <= termTo)
    return refused(refusal('TOO_EARLY', '아직 임기 중입니다.', 'The term is not over yet.'));
  if ((command === 'openMission' || (command === 'appoint' && status === 'SERVING')) && today > termTo)
    return refused(refusal('TOO_LATE', '임기가 끝났습니다.', 'The term is over.'));
  return decided;
}
