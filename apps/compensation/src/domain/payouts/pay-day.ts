import type { WorkingCalendar } from '@charter/calendar';

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
