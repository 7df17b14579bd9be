import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { isWhole } from '../whole';
import { MOST_PHOTOS } from './mission';
import { type Transitions, decideByTable } from '../step';

/** How far a report of a monitor (활동 보고) is. */
export const REPORT_STATUSES = ['SUBMITTED', 'RETURNED', 'ACCEPTED', 'ANSWERED', 'REJECTED', 'WITHDRAWN'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

const NAMES = {
  SUBMITTED: { ko: '확인 중', en: 'being verified' },
  RETURNED: { ko: '보완 요청', en: 'sent back to be completed' },
  ACCEPTED: { ko: '인정', en: 'accepted' },
  ANSWERED: { ko: '답변 완료', en: 'answered' },
  REJECTED: { ko: '불인정', en: 'rejected' },
  WITHDRAWN: { ko: '취하', en: 'withdrawn' },
} as const;

export const REPORT_COMMANDS = ['revise', 'withdraw', 'accept', 'return', 'reject', 'answer'] as const;
export type ReportCommand = (typeof REPORT_COMMANDS)[number];

export const REPORT_TRANSITIONS: Transitions<ReportStatus, ReportCommand> = {
  revise: { RETURNED: 'SUBMITTED' },
  withdraw: { SUBMITTED: 'WITHDRAWN', RETURNED: 'WITHDRAWN' },
  accept: { SUBMITTED: 'ACCEPTED' },
  return: { SUBMITTED: 'RETURNED' },
  reject: { SUBMITTED: 'REJECTED', RETURNED: 'REJECTED' },
  answer: { ACCEPTED: 'ANSWERED' },
};

const TABLE = {
  transitions: REPORT_TRANSITIONS,
  names: NAMES,
  done: {
    withdraw: ['WITHDRAWN'],
    accept: ['ACCEPTED', 'ANSWERED'],
    return: ['RETURNED'],
    reject: ['REJECTED'],
    answer: ['ANSWERED'],
  } satisfies Partial<Record<ReportCommand, readonly ReportStatus[]>>,
};

/** The statuses in which everybody may read it, and in which it counts. */
export const VERIFIED: readonly ReportStatus[] = ['ACCEPTED', 'ANSWERED'];
export const isVerified = (status: ReportStatus): boolean => VERIFIED.includes(status);

/** What was found of a point: the promise is kept, is not kept, or could not be seen here. */
export const FINDINGS = ['KEPT', 'NOT_KEPT', 'NOT_APPLICABLE'] as const;
export type Finding = (typeof FINDINGS)[number];

/** One answered point of a checklist. `item`: its place in it, from 1. */
export interface Observation {
  readonly item: number;
  readonly finding: Finding;
  readonly note: string | null;
}

/** What a monitor writes. */
export interface ReportText {
  readonly summary: string;
  readonly observations: readonly Observation[];
}

/** What the watched department says. */
export const ANSWER_OUTCOMES = ['CORRECTED', 'PLANNED', 'NO_FAULT'] as const;
export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number];

/** What the department that verifies makes of a report. */
export const VERDICTS = ['ACCEPT', 'RETURN', 'REJECT'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How often a report is sent back at most: then it is decided as it is. */
export const MOST_RETURNS = 2;

function* observationFaults(observations: readonly Observation[], items: number): Generator<Refusal> {
  const places = new Set(observations.map(({ item }) => item));
  const known = observations.every(({ item }) => isWhole(item, 1, items));
  if (!known || places.size !== items || observations.length !== items)
    yield refusal(
      'INVALID_VALUE',
      `점검 항목 1번부터 ${items}번까지 빠짐없이 한 번씩 답해 주십시오.`,
      `Please answer each of the items 1 to ${items}, once.`,
      'observations',
    );
  for (const [index, { finding, note }] of observations.entries()) {
    if (note !== null) yield* textFaults(note, 1_000, 'observations', String(index), 'note');
    else if (finding === 'NOT_KEPT')
      yield refusal(
        'INVALID_VALUE',
        '지켜지지 않은 항목은 무엇을 보았는지 적어 주십시오.',
        'Please say what you saw where the promise is not kept.',
        'observations',
        String(index),
        'note',
      );
  }
}

/** Decides what a report says. Pure. @param photos how many it has in the end. @returns it in the order of the checklist */
export function decideReport(
  { summary, observations }: ReportText,
  mission: { readonly items: number; readonly photosNeeded: number },
  photos: number,
): Outcome<ReportText> {
  const faults = [...textFaults(summary, 5_000, 'summary'), ...observationFaults(observations, mission.items)];
  if (photos < mission.photosNeeded)
    faults.push(
      refusal(
        'INVALID_VALUE',
        `사진을 ${mission.photosNeeded}장 이상 올려 주십시오.`,
        `Please add at least ${mission.photosNeeded} photographs.`,
        'photoIds',
      ),
    );
  if (photos > MOST_PHOTOS)
    faults.push(
      refusal('LIMIT_REACHED', `사진은 ${MOST_PHOTOS}장까지입니다.`, `At most ${MOST_PHOTOS} photographs.`, 'photoIds'),
    );
  if (faults.length > 0) return refused(...faults);
  const inOrder = [...observations].sort((a, b) => a.item - b.item);
  return accepted({
    summary: summary.trim(),
    observations: inOrder.map(({ item, finding, note }) => ({ item, finding, note: note?.trim() ?? null })),
  });
}

/** What a step is measured against. */
export interface ReportFacts {
  readonly now: Date;
  /** Until when what is missing may be added; null when nothing was asked for. */
  readonly reviseUntil: Date | null;
  readonly returns: number;
  /** Whether the one who acts wrote it. */
  readonly own: boolean;
}

/** Decides whether a command is possible, and where it leads. Pure. */
export function decideReportStep(
  status: ReportStatus,
  command: ReportCommand,
  { now, reviseUntil, returns, own }: ReportFacts,
): Outcome<ReportStatus> {
  const decided = decideByTable(TABLE, status, command);
  if (!decided.ok) return decided;
  if (own && command !== 'revise' && command !== 'withdraw')
    return refused(
      refusal(
        'SAME_PERSON',
        '자신의 보고는 다른 사람이 확인하고 답변해야 합니다.',
        'Somebody else verifies and answers your own report.',
      ),
    );
  const isLate = reviseUntil !== null && now >= reviseUntil;
  if (command === 'revise' && isLate)
    return refused(refusal('TOO_LATE', '보완 기한이 지났습니다.', 'The time to complete it has passed.'));
  if (command === 'reject' && status === 'RETURNED' && !isLate)
    return refused(
      refusal(
        'TOO_EARLY',
        '아직 보완할 수 있는 기간입니다. 기한이 지난 뒤에 결정해 주십시오.',
        'It may still be completed: please decide when that time has passed.',
      ),
    );
  if (command === 'return' && returns >= MOST_RETURNS)
    return refused(
      refusal(
        'LIMIT_REACHED',
        `보완은 ${MOST_RETURNS}번까지 요청할 수 있습니다. 인정하거나 불인정해 주십시오.`,
        `A report is sent back ${MOST_RETURNS} times at most: please accept or reject it.`,
      ),
    );
  return decided;
}

export const reportedAlready = (): Refusal =>
  refusal(
    'ALREADY_DONE',
    '이 과제는 이미 보고하셨습니다. 한 과제에 한 번 보고합니다.',
    'You have reported on this mission already: everybody does so once.',
  );

export const notSent = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '이 과제에 참여하는 모니터가 아닙니다.',
    'You are no monitor of this mission, or your term has ended.',
  );
