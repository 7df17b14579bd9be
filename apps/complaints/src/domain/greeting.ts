import { localDate } from '@charter/calendar';
import type { Language } from '@charter/contracts';
import type { ServiceItem } from './service-item';

const HOUR_MS = 3_600_000;
const WEEKDAYS = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** A due moment as people say it: 24:00 is the day that it ends, without an hour. */
export function sayDue(language: Language, dueAt: Date): string {
  const last = new Date(dueAt.getTime() - 1);
  const day = localDate(last);
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const weekday = WEEKDAYS[language][new Date(`${day}T00:00:00Z`).getUTCDay()];
  const wholeDay = localDate(dueAt) !== day;
  const time = new Date(dueAt.getTime() + 9 * HOUR_MS).toISOString().slice(11, 16);
  if (language === 'ko') return `${year}년 ${month}월 ${date}일(${weekday})${wholeDay ? '' : ` ${time}`}까지`;
  return `by ${wholeDay ? '' : `${time} on `}${weekday}, ${date} ${MONTHS[month - 1]} ${year}`;
}

/**
 * What the office says when a complaint is filed: greeting and guidance, in the office's manner.
 * @param expectedAt the charter's date; null while it is not known
 */
export function greetingFor(
  language: Language,
  service: Pick<ServiceItem, 'nameKo' | 'nameEn' | 'guidanceKo' | 'guidanceEn'>,
  receipt: string,
  expectedAt: Date | null,
): { greeting: string; guidance: string } {
  if (language === 'ko') {
    const when = expectedAt ? `${sayDue('ko', expectedAt)} ` : '';
    return {
      greeting: `안녕하십니까. 신청하신 「${service.nameKo}」 민원을 잘 받았습니다. 접수번호는 ${receipt}입니다. ${when}성실히 처리하여 결과를 알려 드리겠습니다.`,
      guidance: service.guidanceKo,
    };
  }
  const when = expectedAt ? ` ${sayDue('en', expectedAt)}` : '';
  return {
    greeting: `Hello, and thank you for writing to us. We have received your request “${service.nameEn}”; its number is ${receipt}. We will handle it with care and tell you the result${when}.`,
    guidance: service.guidanceEn,
  };
}
