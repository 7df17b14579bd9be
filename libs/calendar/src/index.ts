// The face of the calendar; each part moves to a file of its own as it is written.
export type PeriodUnit = 'IMMEDIATE' | 'HOURS' | 'DAYS' | 'CALENDAR_DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS';
export interface ProcessingPeriod {
  readonly unit: PeriodUnit;
  readonly length: number | null;
  readonly firstDayCounts?: boolean;
}
export interface Pause {
  readonly from: Date;
  readonly to: Date | null;
}
export interface DeclaredHoliday {
  readonly date: string;
  readonly nameKo: string;
  readonly nameEn: string;
}
export interface Holiday extends DeclaredHoliday {
  readonly declared: boolean;
  readonly provisional: boolean;
}
export interface DeadlineInput {
  readonly receivedAt: Date;
  readonly period: ProcessingPeriod;
  readonly pauses?: readonly Pause[];
  readonly extension?: number;
}
export interface ComputedDeadline {
  readonly effectiveStartAt: Date;
  readonly dueAt: Date | null;
  readonly provisional: boolean;
}
export interface Segment {
  readonly from: Date;
  readonly to: Date;
  readonly kind: 'WORKING' | 'CLOSED' | 'WEEKEND' | 'HOLIDAY' | 'PAUSED' | 'EXTENDED';
  readonly article: string;
  readonly note: string | null;
}
export interface DeadlineExplanation extends ComputedDeadline {
  readonly segments: readonly Segment[];
}
export declare class PeriodError extends RangeError {
  readonly code: 'INVALID_VALUE';
  readonly path: string;
}
export declare class WorkingCalendar {
  constructor(declared?: readonly DeclaredHoliday[]);
  holidayName(date: string): { ko: string; en: string } | undefined;
  isWorkingDay(date: string): boolean;
  isProvisional(year: number): boolean;
  holidays(year: number): readonly Holiday[];
  nextWorkingMoment(at: Date): Date;
  addWorkingDays(date: string, days: number): string;
  workingHoursBetween(from: Date, to: Date): number;
}
export declare function computeDeadline(input: DeadlineInput, calendar: WorkingCalendar): ComputedDeadline;
export declare function explainDeadline(input: DeadlineInput, calendar: WorkingCalendar): DeadlineExplanation;
/** The day in Asia/Seoul of an instant. */
export declare function localDate(at: Date): string;
/** The instant of a local time in Asia/Seoul. */
export declare function atLocal(date: string, time: string): Date;
