import { CreateDeadline1700000000002 } from './store/create-deadline.migration';
import { CreateSuccession1700000000005 } from './store/create-succession.migration';
import { DeadlineEntity, DeadlineHistoryEntity, KnownHolidayEntity } from './store/deadline.entity';
import { KnownSuccessionEntity } from './store/known-succession.entity';

export * from './deadlines';
export type { Deadline, DeadlineState } from './domain/deadline';
export { DEADLINE_STATES, isOpen } from './domain/deadline';
export * from './domain/on-time-rate';
export { type DeadlineKind, type ReminderStep, USUAL_PLAN, nextAction } from './domain/reminder-plan';
export * from './news';
export * from './readers';
export { StaleDeadline } from './store/changes';
export { DeadlineEntity, DeadlineHistoryEntity, fromDeadline } from './store/deadline.entity';
export { DeclaredHolidays, keepHolidays } from './store/declared-holidays';
export * from './stats';
export * from './succession';
export * from './sweep';

/** The tables of this mechanism: a service lists them beside its own. */
export const deadlineEntities = [DeadlineEntity, DeadlineHistoryEntity, KnownHolidayEntity, KnownSuccessionEntity];
export const deadlineMigrations = [CreateDeadline1700000000002, CreateSuccession1700000000005];
