import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { type Transitions, decideByTable } from '../step';
import { isWhole } from '../whole';

/** How far a contest (공모전) is. */
export const CONTEST_STATUSES = ['ANNOUNCED', 'JUDGING', 'OBJECTION', 'CONFIRMED', 'AWARDED', 'CANCELLED'] as const;
export type ContestStatus = (typeof CONTEST_STATUSES)[number];

const CONTEST_STATUS_NAMES: Readonly<Record<ContestStatus, { readonly ko: string; readonly en: string }>> = {
  ANNOUNCED: { ko: '접수 중', en: 'open for entries' },
  JUDGING: { ko: '심사 중', en: 'being judged' },
  OBJECTION: { ko: '이의신청 기간', en: 'open for objections' },
  CONFIRMED: { ko: '순위 확정', en: 'confirmed' },
  AWARDED: { ko: '시상 완료', en: 'awarded' },
  CANCELLED: { ko: '취소', en: 'cancelled' },
};

/** What a place in the ranking brings. `amount`: KRW for each of `winners`. */
export interface Prize {
  readonly name: string;
  readonly amount: number;
  readonly winners: number;
}

/** What entries are judged by. Points are whole numbers from 0 to 100; the weights make 100. */
export interface Criterion {
  readonly name: string;
  readonly weight: number;
}

/** What a department announces. Days are days in Asia/Seoul; `budget` in KRW. */
export interface Announcement {
  readonly title: string;
  readonly body: string;
  readonly eligibility: string;
  readonly departmentCode: string;
  readonly categories: readonly string[];
  readonly prizes: readonly Prize[];
  readonly criteria: readonly Criterion[];
  readonly budget: number;
  /** Entries until the end of this day; a Saturday or holiday moves to the next working day. */
  readonly closesOn: string;
  /** Working days to judge in, and calendar days to object in. */
  readonly judgingDays: number;
  readonly objectionDays: number;
}

const invalid = (ko: string, en: string, ...path: string[]): Refusal => refusal('INVALID_VALUE', ko, en, ...path);

function* listFaults(items: readonly string[], most: number, field: string): Generator<Refusal> {
  if (!isWhole(items.length, 1, most))
    yield invalid(`1개 이상 ${most}개 이하로 적어 주십시오.`, `Please give 1 to ${most}.`, field);
  if (new Set(items.map((item) => item.trim())).size !== items.length)
    yield invalid('같은 이름이 두 번 있습니다.', 'A name stands twice.', field);
  for (const [index, item] of items.entries()) yield* textFaults(item, 100, field, String(index));
}

function* prizeFaults({ prizes, budget }: Announcement): Generator<Refusal> {
  yield* listFaults(
    prizes.map(({ name }) => name),
    20,
    'prizes',
  );
  for (const [index, { amount, winners }] of prizes.entries()) {
    if (!isWhole(amount, 0, 1_000_000_000))
      yield invalid('상금을 확인해 주십시오.', 'Please check the amount.', 'prizes', String(index), 'amount');
    if (!isWhole(winners, 1, 1_000))
      yield invalid('수상자는 1명 이상입니다.', 'A prize has at least one winner.', 'prizes', String(index), 'winners');
  }
  const total = prizes.reduce((sum, { amount, winners }) => sum + amount * winners, 0);
  if (!isWhole(budget, 0, 100_000_000_000))
    yield invalid('예산을 확인해 주십시오.', 'Please check the budget.', 'budget');
  else if (total > budget)
    yield refusal(
      'BUDGET_EXCEEDED',
      `상금의 합계(${total.toLocaleString('ko')}원)가 예산을 넘습니다.`,
      `The prizes (${total.toLocaleString('en')} KRW) exceed the budget.`,
      'prizes',
    );
}

/** Decides an announcement. Pure. @param elsewhere why its department announces nothing today; empty when it may */
export function decideAnnouncement(
  announcement: Announcement,
  today: string,
  elsewhere: readonly Refusal[],
): Outcome<Announcement> {
  const { title, body, eligibility, categories, criteria, closesOn, judgingDays, objectionDays } = announcement;
  const faults = [
    ...textFaults(title, 200, 'title'),
    ...textFaults(body, 20_000, 'body'),
    ...textFaults(eligibility, 2_000, 'eligibility'),
    ...elsewhere,
    ...listFaults(categories, 20, 'categories'),
    ...prizeFaults(announcement),
    ...listFaults(
      criteria.map(({ name }) => name),
      10,
      'criteria',
    ),
  ];
  const weights = criteria.map(({ weight }) => weight);
  if (!weights.every((weight) => isWhole(weight, 1, 100)) || weights.reduce((sum, weight) => sum + weight, 0) !== 100)
    faults.push(invalid('배점의 합은 100이어야 합니다.', 'The weights make 100 together.', 'criteria'));
  const latest = `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`;
  if (closesOn <= today || closesOn > latest)
    faults.push(
      invalid(
        '접수 마감일은 오늘 이후 2년 안이어야 합니다.',
        'Entries close after today, within two years.',
        'closesOn',
      ),
    );
  if (!isWhole(judgingDays, 1, 120))
    faults.push(invalid('심사 기간은 1일 이상 120일 이하입니다.', 'Judging takes 1 to 120 days.', 'judgingDays'));
  if (!isWhole(objectionDays, 1, 60))
    faults.push(invalid('이의신청 기간은 1일 이상 60일 이하입니다.', 'Objecting takes 1 to 60 days.', 'objectionDays'));
  return faults.length > 0 ? refused(...faults) : accepted(announcement);
}

export const CONTEST_COMMANDS = [
  ...(['enter', 'close', 'assign', 'score', 'disqualify', 'unseal', 'object'] as const),
  ...(['decideObjection', 'confirm', 'award', 'cancel'] as const),
] as const;
/** `score` is also declaring an interest; `unseal` and `confirm` come by themselves. */
export type ContestCommand = (typeof CONTEST_COMMANDS)[number];

/** From where a command leads where. `enter` is also changing an entry and taking it back. */
export const CONTEST_TRANSITIONS: Transitions<ContestStatus, ContestCommand> = {
  enter: { ANNOUNCED: 'ANNOUNCED' },
  close: { ANNOUNCED: 'JUDGING' },
  assign: { ANNOUNCED: 'ANNOUNCED', JUDGING: 'JUDGING' },
  score: { JUDGING: 'JUDGING' },
  disqualify: { JUDGING: 'JUDGING', OBJECTION: 'OBJECTION' },
  unseal: { JUDGING: 'OBJECTION' },
  object: { OBJECTION: 'OBJECTION' },
  decideObjection: { OBJECTION: 'OBJECTION' },
  confirm: { OBJECTION: 'CONFIRMED' },
  award: { CONFIRMED: 'AWARDED' },
  cancel: { ANNOUNCED: 'CANCELLED', JUDGING: 'CANCELLED' },
};

const TABLE = {
  transitions: CONTEST_TRANSITIONS,
  names: CONTEST_STATUS_NAMES,
  done: {
    close: ['JUDGING', 'OBJECTION', 'CONFIRMED', 'AWARDED'],
    unseal: ['OBJECTION', 'CONFIRMED', 'AWARDED'],
    confirm: ['CONFIRMED', 'AWARDED'],
    award: ['AWARDED'],
    cancel: ['CANCELLED'],
  } satisfies Partial<Record<ContestCommand, readonly ContestStatus[]>>,
};

/** What a step is measured against. */
export interface ContestFacts {
  readonly now: Date;
  readonly closesAt: Date;
  /** Until when may be objected; null before the ranking is published. */
  readonly objectUntil: Date | null;
  readonly openObjections: number;
}

const UNSEALED: readonly ContestStatus[] = ['OBJECTION', 'CONFIRMED', 'AWARDED'];
/** Whether the scores and the ranking are published. */
export const isUnsealed = (status: ContestStatus): boolean => UNSEALED.includes(status);

const closed = (): Refusal =>
  refusal('TOO_LATE', '접수가 마감되었습니다.', 'Entries are closed: nothing can be handed in or changed any more.');

const tooLateToObject = (): Refusal =>
  refusal('TOO_LATE', '이의신청 기간이 지났습니다.', 'The time to object has passed.');

/** Decides a step of a contest by its status and the server's clock, to the second. Pure. @returns the status from then on */
export function decideStep(
  status: ContestStatus,
  command: ContestCommand,
  facts: ContestFacts,
): Outcome<ContestStatus> {
  const { now, closesAt, objectUntil, openObjections } = facts;
  if (command === 'enter' && (status !== 'ANNOUNCED' || now >= closesAt) && status !== 'CANCELLED')
    return refused(closed());
  if (command === 'score' && isUnsealed(status)) {
    const ko = '점수가 공개되어 더 이상 바꿀 수 없습니다.';
    return refused(refusal('TOO_LATE', ko, 'The scores are published: none of them changes any more.'));
  }
  if (command === 'object' && (status === 'CONFIRMED' || status === 'AWARDED')) return refused(tooLateToObject());
  const decided = decideByTable(TABLE, status, command);
  if (!decided.ok) return decided;
  if (command === 'close' && now < closesAt)
    return refused(refusal('TOO_EARLY', '아직 접수 기간입니다.', 'Entries are still open.'));
  if (command === 'object' && objectUntil !== null && now >= objectUntil) return refused(tooLateToObject());
  if (command === 'confirm') {
    if (objectUntil !== null && now < objectUntil)
      return refused(refusal('TOO_EARLY', '아직 이의신청 기간입니다.', 'The time to object has not passed yet.'));
    if (openObjections > 0)
      return refused(
        refusal(
          'TOO_EARLY',
          '결정되지 않은 이의신청이 있습니다. 먼저 결정해 주십시오.',
          'An objection is not decided yet: please decide it first.',
        ),
      );
  }
  return decided;
}
