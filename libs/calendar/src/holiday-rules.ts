import KoreanLunarCalendar from 'korean-lunar-calendar';
import { type Day, dayFrom, weekdayOf } from './days';
import type { HolidayName } from './holiday';

interface Rule extends HolidayName {
  /** The day in a year. */
  readonly on: (year: number) => Day;
  /** The years in which it is a public holiday; all of them by default. */
  readonly held?: (year: number) => boolean;
  /** Since when it earns a substitute day, whether on a Saturday too, and what that day is called after. */
  readonly substitute?: { readonly since: number; readonly saturday: boolean; readonly after?: HolidayName };
}

const solar = (month: number, day: number) => (year: number) => dayFrom(year, month, day);

const lunar =
  (month: number, day: number, shift = 0) =>
  (year: number): Day => {
    const calendar = new KoreanLunarCalendar();
    if (!calendar.setLunarDate(year, month, day, false))
      throw new RangeError(`The lunar calendar does not know ${year}.`);
    const found = calendar.getSolarCalendar();
    return dayFrom(found.year, found.month, found.day) + shift;
  };

const weekendsSince = (since: number) => ({ since, saturday: true });

/** A feast of three days: its Sundays are made good, its Saturdays are not, and the substitute day bears its name. */
function feast(after: HolidayName, month: number, day: number): readonly Rule[] {
  const substitute = { since: 2014, saturday: false, after };
  return [
    { ko: `${after.ko} 전날`, en: `Day before ${after.en}`, on: lunar(month, day, -1), substitute },
    { ...after, on: lunar(month, day), substitute },
    { ko: `${after.ko} 다음 날`, en: `Day after ${after.en}`, on: lunar(month, day, 1), substitute },
  ];
}

/**
 * The public holidays as the decree has had them since 2006 (관공서의 공휴일에 관한 규정 제2조), elections and days declared for
 * once apart. 제헌절 was none from 2008 to 2025, 한글날 none until 2012; 노동절 is one since 2026.
 * Substitute days (제3조) came in 2014 (설날, 추석, 어린이날), in August 2021 (3ㆍ1절, 광복절, 개천절, 한글날), in 2023 (부처님 오신 날,
 * 기독탄신일) and in 2026 (노동절, 제헌절).
 */
const RULES: readonly Rule[] = [
  { ko: '1월 1일', en: 'New Year’s Day', on: solar(1, 1) },
  ...feast({ ko: '설날', en: 'Seollal (Lunar New Year)' }, 1, 1),
  { ko: '3ㆍ1절', en: 'Independence Movement Day', on: solar(3, 1), substitute: weekendsSince(2022) },
  { ko: '노동절', en: 'Labour Day', on: solar(5, 1), held: (year) => year >= 2026, substitute: weekendsSince(2026) },
  { ko: '어린이날', en: 'Children’s Day', on: solar(5, 5), substitute: weekendsSince(2014) },
  { ko: '부처님 오신 날', en: 'Buddha’s Birthday', on: lunar(4, 8), substitute: weekendsSince(2023) },
  { ko: '현충일', en: 'Memorial Day', on: solar(6, 6) },
  {
    ko: '제헌절',
    en: 'Constitution Day',
    on: solar(7, 17),
    held: (year) => year <= 2007 || year >= 2026,
    substitute: weekendsSince(2026),
  },
  { ko: '광복절', en: 'Liberation Day', on: solar(8, 15), substitute: weekendsSince(2021) },
  ...feast({ ko: '추석', en: 'Chuseok' }, 8, 15),
  { ko: '개천절', en: 'National Foundation Day', on: solar(10, 3), substitute: weekendsSince(2021) },
  {
    ko: '한글날',
    en: 'Hangeul Day',
    on: solar(10, 9),
    held: (year) => year >= 2013,
    substitute: weekendsSince(2021),
  },
  { ko: '기독탄신일', en: 'Christmas Day', on: solar(12, 25), substitute: weekendsSince(2023) },
];

/** English names of the days that the decree names. */
export const ENGLISH_NAMES: ReadonlyMap<string, string> = new Map(RULES.map(({ ko, en }) => [ko, en]));

/** What the gazette calls the substitute day of a holiday. */
export const substituteName = ({ ko, en }: HolidayName): HolidayName => ({
  ko: `대체공휴일(${ko})`,
  en: `Substitute holiday for ${en}`,
});

const SUNDAY = 0;
const SATURDAY = 6;

/** The holidays of a year by the decree's rules alone: what holds until the gazette's data comes. */
export function holidaysByRule(year: number): Map<Day, HolidayName> {
  const rules = RULES.filter(({ held }) => held === undefined || held(year))
    .map((rule) => ({ rule, day: rule.on(year) }))
    .sort((a, b) => a.day - b.day);
  const holidays = new Map<Day, HolidayName>();
  for (const { rule, day } of rules) {
    const already = holidays.get(day);
    holidays.set(
      day,
      already ? { ko: `${already.ko}, ${rule.ko}`, en: `${already.en}, ${rule.en}` } : { ko: rule.ko, en: rule.en },
    );
  }
  const substituted = new Set<Day>();
  for (const { rule, day } of rules) {
    const { substitute } = rule;
    if (!substitute || year < substitute.since || substituted.has(day)) continue;
    const weekday = weekdayOf(day);
    const shared = rules.some((other) => other.rule !== rule && other.day === day);
    if (!(weekday === SUNDAY || shared || (weekday === SATURDAY && substitute.saturday))) continue;
    // Two holidays on one day earn one substitute day, as the gazette has it (5 May 2025).
    substituted.add(day);
    // 제3조: the first day after it that is no public holiday, and no Saturday.
    let free = day + 1;
    while (holidays.has(free) || weekdayOf(free) === SUNDAY || weekdayOf(free) === SATURDAY) free += 1;
    holidays.set(free, substituteName(substitute.after ?? rule));
  }
  return holidays;
}
