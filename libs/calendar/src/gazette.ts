import * as gazette from '@hyunbinseo/holidays-kr/all';
import { type Day, parseDay } from './days';
import type { HolidayName } from './holiday';
import { ENGLISH_NAMES, substituteName } from './holiday-rules';

const years = gazette as unknown as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The years whose holidays the official gazette (관보) has announced. */
export const GAZETTE_YEARS: readonly number[] = Object.keys(years)
  .filter((name) => /^y\d{4}$/.test(name))
  .map((name) => Number(name.slice(1)))
  .sort((a, b) => a - b);

const inEnglish = (korean: string): string => {
  const substitute = /^대체공휴일\((.+)\)$/.exec(korean);
  if (substitute) return substituteName({ ko: substitute[1]!, en: inEnglish(substitute[1]!) }).en;
  if (korean.includes('대통령선거')) return 'Presidential election';
  if (korean.includes('국회의원선거')) return 'National Assembly election';
  if (korean.includes('지방선거')) return 'Local elections';
  if (korean.startsWith('임시공휴일')) return 'Temporary holiday';
  return ENGLISH_NAMES.get(korean) ?? korean;
};

/** The gazette's holidays of a year; undefined for a year that it has not announced. */
export function gazetteHolidays(year: number): Map<Day, HolidayName> | undefined {
  const announced = years[`y${year}`];
  if (!announced) return undefined;
  return new Map(
    Object.entries(announced).map(([date, names]) => [
      parseDay(date),
      { ko: names.join(', '), en: names.map(inEnglish).join(', ') },
    ]),
  );
}
