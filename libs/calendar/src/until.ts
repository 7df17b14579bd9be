import { localDate, parseDay } from './days';
import type { ProcessingPeriod } from './period';

/**
 * The period of what is due at the end of a day that somebody names. The day of receipt does not count, whatever the hour: set
 * late on a Friday or on a Saturday, it still ends on the day that was said.
 * @param day YYYY-MM-DD in Asia/Seoul, later than the day of receipt
 * @throws {PeriodError} when it is computed, for a day that is not later
 */
export const periodUntil = (receivedAt: Date, day: string): ProcessingPeriod => ({
  ...{ unit: 'CALENDAR_DAYS', firstDayCounts: false },
  length: parseDay(day) - parseDay(localDate(receivedAt)),
});
