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

/** A moment as the office writes it, in Korean time. Midnight is 24:00 of the day that it ends. */
export function writeMoment(instant: string, language: Language): string {
  const local = new Date(Date.parse(instant) + KST_MS);
  const midnight = local.getUTCHours() === 0 && local.getUTCMinutes() === 0;
  const day = midnight ? new Date(local.getTime() - 86_400_000) : local;
  const hour = midnight ? 24 : local.getUTCHours();
  const minute = String(local.getUTCMinutes()).padStart(2, '0');
  const weekday = WEEKDAYS[language][day.getUTCDay()];
  if (language === 'ko') {
    const time = minute === '00' ? `${hour}시` : `${hour}시 ${minute}분`;
    return `${day.getUTCFullYear()}년 ${day.getUTCMonth() + 1}월 ${day.getUTCDate()}일(${weekday}) ${time}`;
  }
  return `${hour}:${minute} on ${weekday} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()} (Korean time)`;
}

/** 10000 → 10,000원, KRW 10,000. */
export const writeMoney = (won: number, language: Language): string => {
  const amount = String(won).replace(/\B(?=(\d{3})+$)/g, ',');
  return language === 'ko' ? `${amount}원` : `KRW ${amount}`;
};
