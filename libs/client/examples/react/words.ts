import { createContext, useContext } from 'react';
import type { Language } from '@charter/client';

/** The page's own words. What the platform says comes in the language of the request. */
const WORDS = {
  title: { ko: '민원 신청', en: 'File a complaint' },
  other: { ko: 'English', en: '한국어' },
  subject: { ko: '제목', en: 'Title' },
  text: { ko: '내용', en: 'Text' },
  name: { ko: '이름', en: 'Name' },
  phone: { ko: '전화번호', en: 'Phone' },
  file: { ko: '신청', en: 'File' },
  filing: { ko: '보내는 중…', en: 'Sending…' },
  mine: { ko: '내 민원', en: 'My complaints' },
  more: { ko: '더 보기', en: 'Show more' },
  number: { ko: '접수번호', en: 'Receipt number' },
  due: { ko: '처리 기한', en: 'Due' },
  charterDue: { ko: '헌장 기한', en: 'Due by the charter' },
  timeline: { ko: '처리 과정', en: 'Timeline' },
  notices: { ko: '알림', en: 'Notices' },
  away: { ko: '지금은 이 부분을 보여 드릴 수 없습니다.', en: 'This part cannot be shown at the moment.' },
  request: { ko: '요청 번호', en: 'Request' },
  again: { ko: '다시 시도', en: 'Try again' },
  loading: { ko: '불러오는 중…', en: 'Loading…' },
} as const;

export type Word = keyof typeof WORDS;

export const LanguageContext = createContext<Language>('ko');

const WAIT = {
  ko: (seconds: number) => `${seconds}초 뒤에 다시 시도해 주십시오.`,
  en: (seconds: number) => `Try again in ${seconds} seconds.`,
} as const;

interface Words {
  readonly word: (key: Word) => string;
  readonly wait: (seconds: number) => string;
  /** An instant, as it is written in Korea or in English. */
  readonly moment: (at: string) => string;
}

/** @returns the words, and how a wait and an instant are written */
export function useWords(): Words {
  const language = useContext(LanguageContext);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Seoul' });
  return { word: (key) => WORDS[key][language], wait: WAIT[language], moment: (at) => format.format(new Date(at)) };
}
