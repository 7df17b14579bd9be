import { localDate } from '@charter/calendar';
import type { Deadline } from '@charter/deadlines';

const DAY_MS = 86_400_000;

/** How many days from one day (YYYY-MM-DD) to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The day at whose end an action is due, as the office set it: before a Saturday or holiday moves it on. */
export const dueDayOf = ({
  receivedAt,
  period,
  extension,
}: Pick<Deadline, 'receivedAt' | 'period' | 'extension'>): string => {
  const days = period.length! + extension;
  return new Date(Date.parse(localDate(receivedAt)) + days * DAY_MS).toISOString().slice(0, 10);
};
