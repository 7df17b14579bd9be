import type { Language } from '@charter/contracts';

const KST_MS = 9 * 3_600_000;
const WEEKDAYS = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const inKorea = (instant: string): Date => new Date(Date.parse(instant) + KST_MS);
const isMidnight = (local: Date): boolean => local.getUTCHours() === 0 && local.getUTCMinutes() === 0;

function writeDay(local: Date, language: Language): string {
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  const weekday = WEEKDAYS[language][local.getUTCDay()];
  return language === 'ko'
    ? `${year}년 ${month + 1}월 ${day}일(${weekday})`
    : `${weekday} ${day} ${MONTHS[month]} ${year}`;
}

/** A moment as the office writes it, in Korean time. Midnight is 24:00 of the day that it ends. */
export function writeMoment(instant: string, language: Language): string {
  const local = inKorea(instant);
  const midnight = isMidnight(local);
  const day = writeDay(midnight ? new Date(local.getTime() - 86_400_000) : local, language);
  const hour = midnight ? 24 : local.getUTCHours();
  const minute = String(local.getUTCMinutes()).padStart(2, '0');
  if (language === 'ko') return minute === '00' ? `${day} ${hour}시` : `${day} ${hour}시 ${minute}분`;
  return `${hour}:${minute} on ${day} (Korean time)`;
}

/** A moment at which something begins: midnight is the day that it begins, without an hour. */
export function writeStart(instant: string, language: Language): string {
  const local = inKorea(instant);
  return isMidnight(local) ? writeDay(local, language) : writeMoment(instant, language);
}

/** 2026-11 → 2026년 11월, November 2026. */
export function writeMonth(month: string, language: Language): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return language === 'ko' ? `${year}년 ${number}월` : `${MONTHS[number - 1]} ${year}`;
}

/** 10000 → 10,000원, KRW 10,000. */
export const writeMoney = (won: number, language: Language): string => {
  const amount = String(won).replace(/\B(?=(\d{3})+$)/g, ',');
  return language === 'ko' ? `${amount}원` : `KRW ${amount}`;
};
