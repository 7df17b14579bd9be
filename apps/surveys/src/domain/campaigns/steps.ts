import type { DeadlineKind } from '@charter/deadlines';

/** The steps of a satisfaction campaign, in their order. */
export const STEPS = [
  'SAMPLE',
  'INVITE',
  'FIRST_REMINDER',
  'SECOND_REMINDER',
  'CLOSE',
  'SCORE',
  'PUBLISH',
  'IMPROVE',
] as const;
export type StepCode = (typeof STEPS)[number];

/** When what happens: days are whole, at the hour at which the campaign was started. */
export interface Schedule {
  readonly startsAt: Date;
  readonly firstReminderAt: Date;
  readonly secondReminderAt: Date;
  readonly closesAt: Date;
}

/** When each step may begin: at a moment of the schedule, and never before the one before it is done. */
const BEGINS: Readonly<Record<StepCode, keyof Schedule>> = {
  SAMPLE: 'startsAt',
  INVITE: 'startsAt',
  FIRST_REMINDER: 'firstReminderAt',
  SECOND_REMINDER: 'secondReminderAt',
  CLOSE: 'closesAt',
  SCORE: 'closesAt',
  PUBLISH: 'closesAt',
  IMPROVE: 'closesAt',
};

/** What there is no sense in any more once the survey has closed. */
const USELESS_AFTER_CLOSING: readonly StepCode[] = ['INVITE', 'FIRST_REMINDER', 'SECOND_REMINDER'];

export interface PlannedStep {
  readonly code: StepCode;
  readonly position: number;
  readonly beginsAt: Date;
}

/** The steps of a campaign. */
export const planSteps = (schedule: Schedule): PlannedStep[] =>
  STEPS.map((code, position) => ({ code, position, beginsAt: schedule[BEGINS[code]] }));

/** A step as it stands. */
export interface StepState {
  readonly code: StepCode;
  readonly beginsAt: Date;
  readonly doneAt: Date | null;
}

/** What is to be done now: the first step that is not done, once its moment has come; undefined when nothing is. */
export function stepDue<T extends StepState>(steps: readonly T[], now: Date): T | undefined {
  const next = steps.find(({ doneAt }) => doneAt === null);
  return next && next.beginsAt <= now ? next : undefined;
}

/** Whether a step is left out: the survey closed before its turn came, for example because no worker ran. */
export const isUseless = (code: StepCode, closesAt: Date, now: Date): boolean =>
  USELESS_AFTER_CLOSING.includes(code) && closesAt <= now;

export const kindOf = (code: StepCode): string => `CAMPAIGN_${code}`;

/** Each step is a deadline of the department that asks: done within a working day of its moment, or its head is told. */
export const STEP_PERIOD = { unit: 'DAYS', length: 1 } as const;
export const DEADLINE_KINDS: readonly DeadlineKind[] = STEPS.map((code) => ({
  ...{ kind: kindOf(code), ownerRole: 'OFFICER', superiorRole: 'MANAGER', plan: [{ stage: 'LATE', when: 'LATE' }] },
}));
