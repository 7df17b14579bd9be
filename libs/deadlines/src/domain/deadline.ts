import type { Pause, ProcessingPeriod } from '@charter/calendar';

/** MISSED is still open and late. One that was closed late is MET and keeps its `missedAt`: completed late stays late. */
export const DEADLINE_STATES = ['RUNNING', 'PAUSED', 'MET', 'MISSED', 'CANCELLED'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

/** A deadline as it stands. */
export interface Deadline {
  readonly id: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly departmentCode: string;
  /** Who has to keep it; null while nobody is assigned. */
  readonly ownerId: string | null;
  readonly receivedAt: Date;
  readonly period: ProcessingPeriod;
  readonly extension: number;
  readonly pauses: readonly Pause[];
  /** Null while a pause is open. */
  readonly dueAt: Date | null;
  /** The date that was first announced; it never changes. */
  readonly announcedDueAt: Date | null;
  /** Whether the date rests on a year that the gazette has not announced. */
  readonly provisional: boolean;
  readonly state: DeadlineState;
  /** The due moment that passed while it was open; as long as it is open, null or `dueAt`. */
  readonly missedAt: Date | null;
  readonly closedAt: Date | null;
  /** When the sweep acts next, and which stage of the plan it reaches then. */
  readonly nextActionAt: Date | null;
  readonly nextStage: string | null;
  /** When the sweep last looked at it: no moment of the plan up to then is announced again. By the database's clock. */
  readonly reachedAt: Date | null;
  /** Grows with every change. */
  readonly version: number;
}

/** What of a deadline a command changes. */
export type DeadlineChange = Partial<
  Pick<
    Deadline,
    | 'state'
    | 'pauses'
    | 'extension'
    | 'dueAt'
    | 'provisional'
    | 'missedAt'
    | 'closedAt'
    | 'nextActionAt'
    | 'nextStage'
    | 'reachedAt'
    | 'departmentCode'
    | 'ownerId'
  >
>;

const OPEN_STATES: readonly DeadlineState[] = ['RUNNING', 'PAUSED', 'MISSED'];
export const isOpen = ({ state }: Pick<Deadline, 'state'>): boolean => OPEN_STATES.includes(state);
