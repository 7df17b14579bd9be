import type { Language } from '@charter/contracts';
import { localDate } from '@charter/calendar';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** 2026-11-03 → 2026. 11. 3., 3 November 2026. */
export function writeDay(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return language === 'ko' ? `${year}. ${month}. ${date}.` : `${date} ${MONTHS[month - 1]} ${year}`;
}

/** The day of a moment in Korea. */
export const writeDate = (instant: string, language: Language): string =>
  writeDay(localDate(new Date(instant)), language);

/** A moment in Korean time, to the minute. Midnight is 24:00 of the day that it ends. */
export function writeMoment(instant: string, language: Language): string {
  const at = new Date(instant);
  const local = new Date(at.getTime() + 9 * 3_600_000).toISOString();
  const midnight = local.slice(11, 16) === '00:00';
  const day = writeDay(localDate(midnight ? new Date(at.getTime() - 1) : at), language);
  const time = midnight ? '24:00' : local.slice(11, 16);
  return language === 'ko' ? `${day} ${time}` : `${time} on ${day} (Korean time)`;
}

/** 10000 → 10,000원, KRW 10,000. */
export function writeMoney(won: number, language: Language): string {
  const amount = String(won).replace(/\B(?=(\d{3})+$)/g, ',');
  return language === 'ko' ? `${amount}원` : `KRW ${amount}`;
}
