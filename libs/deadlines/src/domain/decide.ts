import { type WorkingCalendar, computeDeadline } from '@charter/calendar';
import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { type Deadline, type DeadlineChange, type DeadlineState, isOpen } from './deadline';
import { type DeadlineKind, lateStage, nextAction } from './reminder-plan';

/** What may happen to a deadline, apart from the sweep. */
export type DeadlineCommand =
  | { readonly type: 'pause'; readonly from: Date }
  | { readonly type: 'resume'; readonly at: Date }
  | { readonly type: 'extend'; readonly by: number }
  | { readonly type: 'meet' }
  | { readonly type: 'cancel' }
  | { readonly type: 'reassign'; readonly departmentCode: string; readonly ownerId: string | null }
  | { readonly type: 'recompute' };

/** Which command is allowed in which state. A late one cannot be paused or extended any more: the law asks for it before the end. */
export const TRANSITIONS: Record<DeadlineCommand['type'], readonly DeadlineState[]> = {
  pause: ['RUNNING'],
  resume: ['PAUSED'],
  extend: ['RUNNING', 'PAUSED'],
  meet: ['RUNNING', 'PAUSED', 'MISSED'],
  cancel: ['RUNNING', 'PAUSED', 'MISSED'],
  reassign: ['RUNNING', 'PAUSED', 'MISSED'],
  recompute: ['RUNNING', 'PAUSED', 'MISSED'],
};

export interface Rules {
  readonly kind: DeadlineKind;
  readonly calendar: WorkingCalendar;
}

const isLate = (deadline: Deadline, now: Date): boolean => deadline.dueAt !== null && deadline.dueAt <= now;
const CLOSED = { nextActionAt: null, nextStage: null } as const;

/** Dates and next action of a deadline whose period, pauses or calendar changed. A day that did not count was never missed. */
function dates(
  deadline: Deadline,
  changes: Pick<DeadlineChange, 'pauses' | 'extension'>,
  now: Date,
  { kind, calendar }: Rules,
): DeadlineChange {
  const { dueAt, provisional } = computeDeadline({ ...deadline, ...changes }, calendar);
  if (dueAt === null) return { ...changes, dueAt, provisional, ...CLOSED };
  const stillMissed = deadline.missedAt !== null && dueAt <= now;
  const state = deadline.state === 'MISSED' && !stillMissed ? ('RUNNING' as const) : deadline.state;
  const missedAt = stillMissed ? deadline.missedAt : null;
  return {
    ...changes,
    dueAt,
    provisional,
    state,
    missedAt,
    ...nextAction(kind.plan, dueAt, stillMissed, now, calendar),
  };
}

/**
 * Decides a command. Pure: the moment and the calendar are arguments.
 * @throws {PeriodError} when an extension cannot be counted
 */
export function decide(deadline: Deadline, command: DeadlineCommand, now: Date, rules: Rules): Outcome<DeadlineChange> {
  if (!TRANSITIONS[command.type].includes(deadline.state)) {
    return refused(
      refusal(
        'INVALID_STATE',
        `기한이 ${deadline.state} 상태여서 할 수 없습니다(${command.type}).`,
        `The deadline is ${deadline.state}: ${command.type} is not possible.`,
      ),
    );
  }
  switch (command.type) {
    case 'pause': {
      if (isLate(deadline, command.from))
        return refused(
          refusal(
            'TOO_LATE',
            '처리기한이 지난 뒤에는 중지할 수 없습니다.',
            'A deadline cannot be paused after it has passed.',
          ),
        );
      if (command.from < deadline.receivedAt)
        return refused(
          refusal(
            'INVALID_VALUE',
            '접수 전으로 소급하여 중지할 수 없습니다.',
            'A pause cannot begin before receipt.',
            'from',
          ),
        );
      const pauses = [...deadline.pauses, { from: command.from, to: null }];
      return accepted({ ...dates(deadline, { pauses }, now, rules), state: 'PAUSED' });
    }
    case 'resume': {
      const open = deadline.pauses.find(({ to }) => to === null)!;
      if (command.at < open.from)
        return refused(
          refusal(
            'INVALID_VALUE',
            '중지 시작보다 이른 시각에 재개할 수 없습니다.',
            'A pause cannot end before it began.',
            'at',
          ),
        );
      const pauses = deadline.pauses.map((pause) => (pause === open ? { ...pause, to: command.at } : pause));
      return accepted({ ...dates({ ...deadline, state: 'RUNNING' }, { pauses }, now, rules), state: 'RUNNING' });
    }
    case 'extend': {
      if (isLate(deadline, now))
        return refused(
          refusal(
            'TOO_LATE',
            '처리기한이 지난 뒤에는 연장할 수 없습니다.',
            'A deadline cannot be extended after it has passed.',
          ),
        );
      if (!Number.isInteger(command.by) || command.by < 1)
        return refused(
          refusal('INVALID_VALUE', '연장 기간은 1 이상의 정수입니다.', 'An extension is a whole number from 1.', 'by'),
        );
      return accepted(dates(deadline, { extension: deadline.extension + command.by }, now, rules));
    }
    case 'meet':
      return accepted({
        state: 'MET',
        closedAt: now,
        missedAt: deadline.missedAt ?? (isLate(deadline, now) ? deadline.dueAt : null),
        ...CLOSED,
      });
    case 'cancel':
      return accepted({ state: 'CANCELLED', closedAt: now, ...CLOSED });
    case 'reassign':
      return accepted({ departmentCode: command.departmentCode, ownerId: command.ownerId });
    case 'recompute':
      return accepted(dates(deadline, {}, now, rules));
  }
}

/** A stage of the plan that the sweep has reached. */
export interface ReachedStage {
  readonly stage: string;
  /** Whether this is the moment of lateness. */
  readonly late: boolean;
  readonly change: DeadlineChange;
}

/**
 * What the sweep does with a deadline whose moment has come. Stages that were slept through collapse into the present one.
 * @returns undefined when nothing is due: another sweep was faster
 */
export function reach(deadline: Deadline, now: Date, { kind, calendar }: Rules): ReachedStage | undefined {
  const { dueAt, nextActionAt, nextStage } = deadline;
  if (!isOpen(deadline) || !dueAt || !nextActionAt || !nextStage || nextActionAt > now) return undefined;
  const late = deadline.state === 'RUNNING' && dueAt <= now;
  const missed = late || deadline.state === 'MISSED';
  return {
    stage: late ? lateStage(kind.plan) : nextStage,
    late,
    change: {
      ...(late && { state: 'MISSED' as const, missedAt: dueAt }),
      ...nextAction(kind.plan, dueAt, missed, now, calendar),
    },
  };
}
