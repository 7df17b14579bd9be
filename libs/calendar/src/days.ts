/**
 * Days and hours in Asia/Seoul as plain numbers. Korea has kept UTC+9 without summer time since October 1988, long before
 * the first year of this calendar, so a local day is exactly 24 hours from a fixed offset and counting is integer
 * arithmetic: no zone rules, and no Temporal objects in loops that run millions of times. Should the offset ever change,
 * this file is the one to change.
 */

/** A day in Asia/Seoul, counted from 1 January 1970. */
export type Day = number;

const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const OFFSET_MS = 9 * HOUR_MS;

/** The day on which an instant falls. @param at milliseconds since the epoch */
export const dayOf = (at: number): Day => Math.floor((at + OFFSET_MS) / DAY_MS);

/** The first instant of a day, in milliseconds since the epoch. */
export const startOf = (day: Day): number => day * DAY_MS - OFFSET_MS;

/** The end of a day: 24:00, which is 00:00 of the next. */
export const endOf = (day: Day): number => startOf(day + 1);

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

export const dayFrom = (year: number, month: number, dayOfMonth: number): Day =>
  Date.UTC(year, month - 1, dayOfMonth) / DAY_MS;

export const yearOf = (day: Day): number => new Date(day * DAY_MS).getUTCFullYear();

/** YYYY-MM-DD. */
export const formatDay = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** @param date YYYY-MM-DD. @throws {RangeError} for a day that does not exist */
export function parseDay(date: string): Day {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(day) || formatDay(day) !== date)
    throw new RangeError(`${date} is not a day (YYYY-MM-DD).`);
  return day;
}

/** The corresponding day so many months later, or undefined where the month lacks it (민법 제160조). */
export function correspondingDay(day: Day, months: number): Day | undefined {
  const date = new Date(day * DAY_MS);
  const target = dayFrom(date.getUTCFullYear(), date.getUTCMonth() + 1 + months, date.getUTCDate());
  return new Date(target * DAY_MS).getUTCDate() === date.getUTCDate() ? target : undefined;
}

/** The last day of the month so many months later. */
export function lastDayOfMonth(day: Day, months: number): Day {
  const date = new Date(day * DAY_MS);
  return dayFrom(date.getUTCFullYear(), date.getUTCMonth() + 2 + months, 1) - 1;
}

/** The day in Asia/Seoul of an instant, YYYY-MM-DD. */
export const localDate = (at: Date): string => formatDay(dayOf(at.getTime()));

/**
 * The instant of a local time in Asia/Seoul.
 * @param date YYYY-MM-DD
 * @param time HH:MM, 00:00 to 24:00
 * @throws {RangeError} for a day or time that does not exist
 */
export function atLocal(date: string, time: string): Date {
  if (!/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time)) throw new RangeError(`${time} is not a time (HH:MM).`);
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return new Date(startOf(parseDay(date)) + hours * HOUR_MS + minutes * MINUTE_MS);
}
