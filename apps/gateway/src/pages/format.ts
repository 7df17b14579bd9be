import type { Language } from '@charter/contracts';

const TIME_ZONE = 'Asia/Seoul';
const LOCALES: Readonly<Record<Language, string>> = { ko: 'ko-KR', en: 'en-GB' };

/** How numbers, money and days are written in a language. Days are those of Asia/Seoul. */
export interface Format {
  number(value: number): string;
  /** One decimal at most. */
  decimal(value: number): string;
  /** @param share from 0 to 1 */
  percent(share: number): string;
  /** @param won whole won */
  money(won: number): string;
  /** @param day an instant, or a day such as 2026-11-30 */
  day(day: string): string;
  /** The day on which a deadline ends: 00:00 is 24:00 of the day before. */
  lastDay(instant: string): string;
  /** @param month such as 2026-11 */
  month(month: string): string;
  moment(instant: Date): string;
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
const instantOf = (text: string): Date => new Date(isDay(text) ? `${text}T00:00:00+09:00` : text);

function formatOf(language: Language): Format {
  const locale = LOCALES[language];
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const days = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, dateStyle: 'long' });
  const months = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, month: 'short' });
  const moments = new Intl.DateTimeFormat(locale, {
    ...{ timeZone: TIME_ZONE, dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' },
  });
  return {
    number: (value) => numbers.format(value),
    decimal: (value) => decimals.format(value),
    percent: (share) => percents.format(share),
    money: (won) => (language === 'ko' ? `${numbers.format(won)}원` : `KRW ${numbers.format(won)}`),
    day: (day) => days.format(instantOf(day)),
    lastDay: (instant) => days.format(new Date(Date.parse(instant) - 1)),
    month: (month) => months.format(instantOf(`${month}-01`)),
    moment: (instant) => moments.format(instant),
  };
}

export const FORMATS: Readonly<Record<Language, Format>> = { ko: formatOf('ko'), en: formatOf('en') };
