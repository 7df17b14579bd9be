import { PeriodError, type WorkingCalendar, computeDeadline } from '@charter/calendar';
import { type Outcome, accepted } from '@charter/contracts';
import { type Deadline, type DeadlineChange, isOpen } from './deadline';
import * as refuse from './refusals';
import { type DeadlineKind, NO_ACTION, type ReminderStep, lateStep, nextAction, stepReached } from './reminder-plan';
import { type DeadlineCommand, TRANSITIONS } from './transitions';

export interface Rules {
  readonly kind: DeadlineKind;
  readonly calendar: WorkingCalendar;
}

/** Late is a fact of the date: whether a sweep has seen it yet makes no difference to what is allowed. */
const isLate = ({ state, dueAt }: Deadline, now: Date): boolean =>
  state === 'MISSED' || (state === 'RUNNING' && dueAt !== null && dueAt <= now);

const latest = (a: Date, b: Date | null): Date => (b && b > a ? b : a);

/**
 * Dates and next action of a deadline whose period, pauses or calendar changed. Where a holiday moves the date of a late one
 * into the future it was never late: the law does not count that day, so nobody answers for it. It runs again, and history
 * keeps that it was held late. Moved, but still past, it was missed on the new date.
 */
function dates(
  deadline: Deadline,
  changes: Pick<DeadlineChange, 'pauses' | 'extension'>,
  now: Date,
  { kind, calendar }: Rules,
): DeadlineChange {
  const after = { ...deadline, ...changes };
  const { dueAt, provisional } = computeDeadline(after, calendar);
  const paused = after.pauses.some(({ to }) => to === null);
  // Also where a revoked holiday puts the end before the pause: a pause that was allowed lasts until somebody ends it.
  if (paused || dueAt === null) return { ...changes, state: 'PAUSED', dueAt: null, provisional, ...NO_ACTION };
  const seen = latest(now, deadline.reachedAt); // a service's clock behind the database's must not bring a stage back
  const missed = deadline.state === 'MISSED' && dueAt <= seen;
  return {
    ...changes,
    dueAt,
    provisional,
    state: missed ? 'MISSED' : 'RUNNING',
    missedAt: missed ? dueAt : null,
    ...nextAction(kind.plan, dueAt, missed, seen, calendar),
  };
}

/** Closes. Lateness that no sweep has seen is still reached by the next one: a delayed sweep forgives nothing. */
function close(deadline: Deadline, state: 'MET' | 'CANCELLED', now: Date, { kind }: Rules): DeadlineChange {
  const unseen = !kind.endsByItself && deadline.state === 'RUNNING' && isLate(deadline, now);
  return {
    state,
    closedAt: now,
    missedAt: unseen ? deadline.dueAt : deadline.missedAt,
    ...(unseen ? { nextActionAt: deadline.dueAt, nextStage: lateStep(kind.plan).stage } : NO_ACTION),
  };
}

/** Decides a command. Pure: the moment and the calendar are arguments. */
export function decide(deadline: Deadline, command: DeadlineCommand, now: Date, rules: Rules): Outcome<DeadlineChange> {
  if ((command.type === 'pause' || command.type === 'extend') && isLate(deadline, now)) return refuse.tooLate(command);
  if (!TRANSITIONS[command.type].includes(deadline.state)) return refuse.wrongState(deadline, command);
  switch (command.type) {
    case 'pause': {
      if (command.from < deadline.receivedAt) return refuse.beforeReceipt();
      if (command.from > now) return refuse.inTheFuture('from');
      const pauses = [...deadline.pauses, { from: command.from, to: null }];
      return accepted(dates(deadline, { pauses }, now, rules));
    }
    case 'resume': {
      const open = deadline.pauses.find(({ to }) => to === null)!;
      if (command.at < open.from) return refuse.endsBeforeItBegan();
      if (command.at > now) return refuse.inTheFuture('at');
      const pauses = deadline.pauses.map((pause) => (pause === open ? { ...pause, to: command.at } : pause));
      return accepted(dates(deadline, { pauses }, now, rules));
    }
    case 'extend': {
      if (!Number.isInteger(command.by) || command.by < 1) return refuse.notAnExtension();
      try {
        return accepted(dates(deadline, { extension: deadline.extension + command.by }, now, rules));
      } catch (error) {
        if (error instanceof PeriodError) return refuse.extensionTooLong();
        throw error;
      }
    }
    case 'meet':
      return accepted(close(deadline, 'MET', now, rules));
    case 'cancel':
      return accepted(close(deadline, 'CANCELLED', now, rules));
    case 'reassign':
      return accepted({ departmentCode: command.departmentCode, ownerId: command.ownerId });
    case 'recompute':
      return accepted(dates(deadline, {}, now, rules));
  }
}

/** What the sweep makes of a deadline. */
export interface Reached {
  /** The step of the plan that it has reached; null when the plan or the calendar changed since and none has come. */
  readonly step: ReminderStep | null;
  readonly change: DeadlineChange;
}

/**
 * What the sweep does with a deadline whose moment has come. Stages that were slept through collapse into the last of them,
 * and each look begins where the one before ended, so that no moment of the plan is reached twice.
 * @returns undefined when nothing is due: another sweep was faster
 */
export function reach(deadline: Deadline, now: Date, { kind, calendar }: Rules): Reached | undefined {
  const { dueAt, nextActionAt, reachedAt, state, missedAt } = deadline;
  if (!dueAt || !nextActionAt || nextActionAt > now) return undefined;
  if (!isOpen(deadline)) {
    return missedAt ? { step: lateStep(kind.plan), change: { reachedAt: now, ...NO_ACTION } } : undefined;
  }
  if (state === 'PAUSED') return undefined;
  const late = !kind.endsByItself && state === 'RUNNING' && dueAt <= now;
  const missed = late || state === 'MISSED';
  const seen = latest(now, reachedAt);
  return {
    step: late ? lateStep(kind.plan) : (stepReached(kind.plan, { dueAt, missed }, reachedAt, now, calendar) ?? null),
    change: {
      ...(late && { state: 'MISSED' as const, missedAt: dueAt }),
      reachedAt: seen,
      ...nextAction(kind.plan, dueAt, missed, seen, calendar),
    },
  };
}
