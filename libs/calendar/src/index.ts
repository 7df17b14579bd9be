export { atLocal, localDate } from './days';
export { type ComputedDeadline, computeDeadline } from './deadline';
export { type DeadlineExplanation, type Segment, type SegmentKind, explainDeadline } from './explain';
export type { DeclaredHoliday, Holiday, HolidayName } from './holiday';
export { type DeadlineInput, type Pause, PeriodError, type PeriodUnit, type ProcessingPeriod } from './period';
export { periodUntil } from './until';
export { type DayKind, FIRST_YEAR, LAST_YEAR, WorkingCalendar } from './working-calendar';
