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

const NOTHING: NextAction = { nextActionAt: null, nextStage: null };

/** The day on which something is due: 24:00 belongs to the day that it ends. */
const dueDay = (dueAt: Date): string => localDate(new Date(dueAt.getTime() - 1));

/** The next moment of the repeated step after `now`; a missed sweep only delays, it never piles up. */
function repeated(
  step: Extract<ReminderStep, { when: 'EVERY_AFTER' }>,
  dueAt: Date,
  now: Date,
  calendar: WorkingCalendar,
): Date {
  let day = dueDay(dueAt);
  for (;;) {
    day = calendar.addWorkingDays(day, step.workingDays);
    const at = atLocal(day, step.time);
    if (at > now && at > dueAt) return at;
  }
}

/**
 * What comes next in a plan. Steps before the date that have passed are left out; lateness never is: opened late, it comes
 * at once.
 * @param missed whether lateness was reached before
 */
export function nextAction(
  plan: readonly ReminderStep[],
  dueAt: Date,
  missed: boolean,
  now: Date,
  calendar: WorkingCalendar,
): NextAction {
  const candidates: { at: Date; stage: string }[] = [];
  for (const step of plan) {
    switch (step.when) {
      case 'BEFORE':
      case 'ON_THE_DAY': {
        if (missed) break;
        const day = step.when === 'BEFORE' ? calendar.addWorkingDays(dueDay(dueAt), -step.workingDays) : dueDay(dueAt);
        const at = atLocal(day, step.time);
        if (at > now && at < dueAt) candidates.push({ at, stage: step.stage });
        break;
      }
      case 'LATE':
        if (!missed) candidates.push({ at: dueAt, stage: step.stage });
        break;
      case 'EVERY_AFTER':
        if (missed) candidates.push({ at: repeated(step, dueAt, now, calendar), stage: step.stage });
    }
  }
  const [first] = candidates.sort((a, b) => a.at.getTime() - b.at.getTime());
  return first ? { nextActionAt: first.at, nextStage: first.stage } : NOTHING;
}

/** The stage of lateness in a plan; every plan has one, since the fact has to be recorded. */
export function lateStage(plan: readonly ReminderStep[]): string {
  const late = plan.find(({ when }) => when === 'LATE');
  if (!late) throw new Error('A reminder plan needs its moment of lateness.');
  return late.stage;
}
