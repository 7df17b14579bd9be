import { type WorkingCalendar, atLocal } from '@charter/calendar';

/** The last working day of the month of a day. @param day YYYY-MM-DD */
export function payDayOf(day: string, calendar: WorkingCalendar): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const nextMonth = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return calendar.addWorkingDays(nextMonth, -1);
}

/** The next day on which is paid: this month's, or when it has passed, the next one's. */
export function nextPayDay(today: string, calendar: WorkingCalendar): string {
  const payDay = payDayOf(today, calendar);
  if (payDay >= today) return payDay;
  return payDayOf(calendar.addWorkingDays(`${today.slice(0, 7)}-28`, 5), calendar);
}

/** A month's batch that begins by itself. */
export interface DueBatch {
  /** YYYY-MM. */
  readonly month: string;
  /** When the bank pays. */
  readonly payOn: string;
  /** What was approved before this moment belongs to it; null when it is begun on its day, with whatever there is. */
  readonly approvedBefore: Date | null;
}

/**
 * The month's batch that a day calls for: on the last working day of the month its own; on any other day that of the month before,
 * late, should nobody have been there on its day. It is then paid on the next working day.
 */
export function dueBatch(today: string, calendar: WorkingCalendar): DueBatch {
  if (payDayOf(today, calendar) === today) return { month: today.slice(0, 7), payOn: today, approvedBefore: null };
  const ended = lastPayDayBefore(today, calendar);
  return {
    month: ended.slice(0, 7),
    payOn: calendar.isWorkingDay(today) ? today : calendar.addWorkingDays(today, 1),
    approvedBefore: atLocal(ended, '24:00'),
  };
}

/** This month's, when it has passed; otherwise that of the month before. */
function lastPayDayBefore(today: string, calendar: WorkingCalendar): string {
  const payDay = payDayOf(today, calendar);
  if (payDay < today) return payDay;
  const [year, month] = today.split('-').map(Number) as [number, number];
  return payDayOf(month === 1 ? `${year - 1}-12-01` : `${year}-${String(month - 1).padStart(2, '0')}-01`, calendar);
}
