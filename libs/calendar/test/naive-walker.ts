import type { DeadlineInput, Pause, WorkingCalendar } from '../src/index';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Local time in Asia/Seoul as text: 2026-11-23T10:00:00.000Z stands for ten in the morning there. */
export const wall = (at: number) => new Date(at + 9 * HOUR).toISOString();
export const dateOf = (at: number) => wall(at).slice(0, 10);
const midnight = (date: string) => Date.parse(`${date}T00:00:00+09:00`);
const nextDay = (date: string) => dateOf(midnight(date) + 24 * HOUR);

/** Answers are kept per hour: the walk asks for every minute. */
const openHours = new WeakMap<WorkingCalendar, Map<number, boolean>>();

export function isOpen(at: number, calendar: WorkingCalendar): boolean {
  const known = openHours.get(calendar) ?? new Map<number, boolean>();
  openHours.set(calendar, known);
  const hourOfHistory = Math.floor(at / HOUR);
  let open = known.get(hourOfHistory);
  if (open === undefined) {
    const hour = Number(wall(at).slice(11, 13));
    open = hour >= 9 && hour !== 12 && hour < 18 && calendar.isWorkingDay(dateOf(at));
    known.set(hourOfHistory, open);
  }
  return open;
}

export const isInHours = ({ unit, length }: DeadlineInput['period']) =>
  unit === 'IMMEDIATE' || unit === 'HOURS' || (unit === 'DAYS' && length! <= 5);

/** The minutes that an hour period takes, its extension included. */
export const minutesOf = ({ period: { unit, length }, extension = 0 }: DeadlineInput) =>
  ((unit === 'IMMEDIATE' ? 3 : length!) + extension) * (unit === 'DAYS' ? 8 : 1) * 60;

/** The calendar days that a calendar period takes from its first day on, by looking for its end day by day. */
export function calendarDaysOf({ period: { unit, length }, extension = 0 }: DeadlineInput, first: string): number {
  const total = length! + extension;
  if (unit === 'CALENDAR_DAYS') return total;
  if (unit === 'WEEKS') return total * 7;
  const months = unit === 'YEARS' ? total * 12 : total;
  const [year, month] = first.split('-').map(Number) as [number, number];
  const last = year * 12 + (month - 1) + months;
  const lastMonth = `${Math.floor(last / 12)}-${String((last % 12) + 1).padStart(2, '0')}`;
  let days = 0;
  for (let date = first; ;) {
    const next = nextDay(date);
    days += 1;
    const lastOfMonth = date.startsWith(lastMonth) && !next.startsWith(lastMonth);
    if (next === `${lastMonth}${first.slice(7)}` || lastOfMonth) return days;
    date = next;
  }
}

/** Whether a pause touches a day of the period, its first and its last day included. */
export const touches = (pauses: readonly Pause[], receivedAt: Date, date: string) =>
  pauses.some(
    ({ from, to }) =>
      !(from < receivedAt && to! <= receivedAt) && dateOf(from.getTime()) <= date && date <= dateOf(to!.getTime()),
  );

/** The first day of a calendar period. */
export function firstDayOf({ receivedAt, period }: DeadlineInput, calendar: WorkingCalendar): string {
  if (period.firstDayCounts === false) return nextDay(dateOf(receivedAt.getTime()));
  let at = receivedAt.getTime();
  while (!isOpen(at, calendar)) at += MINUTE;
  return dateOf(at);
}

/**
 * A second opinion: walks minute by minute (hour periods) or day by day over local wall-clock texts, knowing nothing of the
 * library but which days work. Slow on purpose. Pauses are closed. @returns milliseconds since the epoch
 */
export function naiveDueAt(input: DeadlineInput, calendar: WorkingCalendar): number {
  const { receivedAt, period, pauses = [], extension = 0 } = input;
  if (isInHours(period)) {
    let minutes = minutesOf(input);
    let at = receivedAt.getTime();
    for (; minutes > 0; at += MINUTE) {
      if (isOpen(at, calendar) && !pauses.some(({ from, to }) => from.getTime() <= at && at < to!.getTime()))
        minutes -= 1;
    }
    return at;
  }
  const paused = (date: string) => touches(pauses, receivedAt, date);
  let date = firstDayOf(input, calendar);
  const counts = (day: string) => !paused(day) && (period.unit !== 'DAYS' || calendar.isWorkingDay(day));
  let left = period.unit === 'DAYS' ? period.length! + extension : calendarDaysOf(input, date);
  for (; ; date = nextDay(date)) {
    if (counts(date)) left -= 1;
    if (left === 0) break;
  }
  if (!calendar.isWorkingDay(date)) while (!calendar.isWorkingDay(date) || paused(date)) date = nextDay(date);
  return midnight(nextDay(date));
}
