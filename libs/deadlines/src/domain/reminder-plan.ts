import { type WorkingCalendar, atLocal, localDate } from '@charter/calendar';
import type { Role } from '@charter/contracts';

/** One step of a plan. `time` is HH:MM in Asia/Seoul; working days are counted from the day on which it is due. */
export type ReminderStep =
  | { readonly stage: string; readonly when: 'BEFORE'; readonly workingDays: number; readonly time: string }
  | { readonly stage: string; readonly when: 'ON_THE_DAY'; readonly time: string }
  | { readonly stage: string; readonly when: 'LATE' }
  | { readonly stage: string; readonly when: 'EVERY_AFTER'; readonly workingDays: number; readonly time: string };

/** A kind of deadline: who keeps it, who is told when it is not kept, and when who is reminded. */
export interface DeadlineKind {
  readonly kind: string;
  readonly ownerRole: Role;
  readonly superiorRole: Role;
  readonly plan: readonly ReminderStep[];
  /**
   * A window for others that ends by itself, such as the time to hand something in: nobody is late when it ends, and its plan
   * has no moment of lateness.
   */
  readonly endsByItself?: true;
}

/** The usual plan: three days and one day before, on the day, at the moment of lateness, then every five working days. */
export const USUAL_PLAN: readonly ReminderStep[] = [
  { stage: 'THREE_DAYS_BEFORE', when: 'BEFORE', workingDays: 3, time: '09:00' },
  { stage: 'ONE_DAY_BEFORE', when: 'BEFORE', workingDays: 1, time: '09:00' },
  { stage: 'DUE_TODAY', when: 'ON_THE_DAY', time: '09:00' },
  { stage: 'LATE', when: 'LATE' },
  { stage: 'ESCALATED', when: 'EVERY_AFTER', workingDays: 5, time: '09:00' },
];

export interface NextAction {
  readonly nextActionAt: Date | null;
  readonly nextStage: string | null;
}

/** Nothing more to come. */
export const NO_ACTION: NextAction = { nextActionAt: null, nextStage: null };

/** A deadline's date, and whether its lateness was reached before. */
interface PlannedDate {
  readonly dueAt: Date;
  readonly missed: boolean;
}

interface Moment {
  readonly at: Date;
  readonly step: ReminderStep;
}

/** The day on which something is due: 24:00 belongs to the day that it ends. */
const dueDay = (dueAt: Date): string => localDate(new Date(dueAt.getTime() - 1));

/** The moments of a step: at most one before the date; after it without end, in order. */
function* momentsOf(step: ReminderStep, { dueAt, missed }: PlannedDate, calendar: WorkingCalendar): Generator<Moment> {
  if (step.when === 'LATE') {
    if (!missed) yield { at: dueAt, step };
    return;
  }
  if (step.when === 'EVERY_AFTER') {
    for (let day = dueDay(dueAt); missed;) {
      day = calendar.addWorkingDays(day, step.workingDays);
      yield { at: atLocal(day, step.time), step };
    }
    return;
  }
  if (missed) return;
  const day = step.when === 'BEFORE' ? calendar.addWorkingDays(dueDay(dueAt), -step.workingDays) : dueDay(dueAt);
  const at = atLocal(day, step.time);
  if (at < dueAt) yield { at, step };
}

/**
 * What comes next in a plan after a moment. Reminders that have passed are left out; lateness never is: opened late, it comes
 * at once.
 * @param missed whether lateness was reached before
 */
export function nextAction(
  plan: readonly ReminderStep[],
  dueAt: Date,
  missed: boolean,
  after: Date,
  calendar: WorkingCalendar,
): NextAction {
  let next: Moment | undefined;
  for (const step of plan) {
    for (const moment of momentsOf(step, { dueAt, missed }, calendar)) {
      if (moment.at <= after && step.when !== 'LATE') continue;
      if (!next || moment.at <= next.at) next = moment;
      break;
    }
  }
  return next ? { nextActionAt: next.at, nextStage: next.step.stage } : NO_ACTION;
}

/**
 * The step that a plan stands at: the last one whose moment lies after `after` and not after `now`. Several that were slept
 * through are one; of several at one moment, the one listed last.
 * @param after null: from the beginning
 */
export function stepReached(
  plan: readonly ReminderStep[],
  date: PlannedDate,
  after: Date | null,
  now: Date,
  calendar: WorkingCalendar,
): ReminderStep | undefined {
  let reached: Moment | undefined;
  for (const step of plan) {
    for (const moment of momentsOf(step, date, calendar)) {
      if (moment.at > now) break;
      if (after && moment.at <= after) continue;
      if (!reached || moment.at >= reached.at) reached = moment;
    }
  }
  return reached?.step;
}

/** The step of lateness in a plan. */
export const lateStep = (plan: readonly ReminderStep[]): ReminderStep => plan.find(({ when }) => when === 'LATE')!;

/** Who is told of a step: the owner, and after the lateness their superior. */
export const roleTold = (step: ReminderStep, { ownerRole, superiorRole }: DeadlineKind): Role =>
  step.when === 'EVERY_AFTER' ? superiorRole : ownerRole;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * A plan is data: it is checked once, when a service starts.
 * @throws when a plan has not exactly one moment of lateness (a window: none), names a stage twice, or has a step that never comes
 */
export function checkKind({ kind, plan, endsByItself }: DeadlineKind): void {
  const wrong = (what: string) => new Error(`The reminder plan of ${kind} ${what}.`);
  if (endsByItself && plan.some(({ when }) => when === 'LATE' || when === 'EVERY_AFTER'))
    throw wrong('ends by itself: it has no lateness');
  if (!endsByItself && plan.filter(({ when }) => when === 'LATE').length !== 1)
    throw wrong('needs exactly one moment of lateness');
  if (new Set(plan.map(({ stage }) => stage)).size !== plan.length) throw wrong('names a stage twice');
  for (const step of plan) {
    if ('workingDays' in step && !(Number.isInteger(step.workingDays) && step.workingDays >= 1))
      throw wrong(`counts ${step.stage} in whole working days from 1`);
    if ('time' in step && !TIME.test(step.time)) throw wrong(`needs a time HH:MM for ${step.stage}`);
  }
}
