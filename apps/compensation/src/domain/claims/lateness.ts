import type { WorkingCalendar } from '@charter/calendar';

const WORKING_DAY_HOURS = 8;

/** How late something was: what the amount of a claim rests on. */
export interface Lateness {
  /** Working hours from the missed moment on, rounded down to hundredths. */
  readonly hours: number;
  /** Working days of lateness begun, from 1. */
  readonly days: number;
}

/** Counts the lateness from the missed moment until it ended, or until now. */
export function latenessOf(calendar: WorkingCalendar, missedAt: Date, until: Date): Lateness {
  const hours = Math.max(0, calendar.workingHoursBetween(missedAt, until));
  return { hours: Math.floor(hours * 100) / 100, days: Math.max(1, Math.ceil(hours / WORKING_DAY_HOURS)) };
}
