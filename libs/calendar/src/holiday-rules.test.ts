import { formatDay } from './days';
import { GAZETTE_YEARS, gazetteHolidays } from './gazette';
import type { HolidayName } from './holiday';
import { holidaysByRule } from './holiday-rules';

/** Elections and days declared for once: no rule knows them. */
const FOR_ONCE = /선거|임시공휴일/;
const listed = (holidays: Iterable<readonly [number, HolidayName]>) =>
  [...holidays].map(([day, { ko, en }]) => `${formatDay(day)} ${ko} | ${en}`).sort();

it('covers 2018 to 2027 from the gazette', () =>
  expect(GAZETTE_YEARS).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]));

it.each(GAZETTE_YEARS)('finds by rule the gazette’s days of %i, with their names', (year) => {
  const announced = listed([...gazetteHolidays(year)!].filter(([, name]) => !FOR_ONCE.test(name.ko)));
  // Two holidays shared 5 May 2025; the gazette calls their substitute day after the second.
  const byRule = listed(holidaysByRule(year)).map((line) =>
    line === '2025-05-06 대체공휴일(어린이날) | Substitute holiday for Children’s Day'
      ? '2025-05-06 대체공휴일(부처님 오신 날) | Substitute holiday for Buddha’s Birthday'
      : line,
  );
  expect(byRule).toEqual(announced);
});

it('leaves to the gazette only elections and days declared for once', () => {
  const left = GAZETTE_YEARS.flatMap((year) => {
    const byRule = holidaysByRule(year);
    return [...gazetteHolidays(year)!].filter(([day]) => !byRule.has(day));
  });
  expect(listed(left)).toEqual([
    '2018-06-13 전국동시지방선거 | Local elections',
    '2020-04-15 제21대 국회의원선거 | National Assembly election',
    '2020-08-17 임시공휴일 | Temporary holiday',
    '2022-03-09 대통령선거 | Presidential election',
    '2022-06-01 전국동시지방선거 | Local elections',
    '2023-10-02 임시공휴일 | Temporary holiday',
    '2024-04-10 제22대국회의원선거 | National Assembly election',
    '2024-10-01 임시공휴일 | Temporary holiday',
    '2025-01-27 임시공휴일 | Temporary holiday',
    '2025-06-03 임시공휴일(대통령선거) | Presidential election',
    '2026-06-03 전국동시지방선거 | Local elections',
  ]);
});

it('names every announced day in English', () => {
  for (const year of GAZETTE_YEARS)
    for (const { en } of gazetteHolidays(year)!.values()) expect(en).toMatch(/^[\x20-\x7e’]+$/);
});

describe('outside the gazette’s years', () => {
  const substitutes = (year: number) =>
    [...holidaysByRule(year)].filter(([, { ko }]) => ko.startsWith('대체')).map(([day]) => formatDay(day));

  it.each([
    [2013, []],
    [2014, ['2014-09-10']],
    [2015, ['2015-09-29']],
    [2016, ['2016-02-10']],
    [2017, ['2017-01-30', '2017-10-06']],
  ])('knows the substitute days of %i', (year, days) => expect(substitutes(year)).toEqual(days));

  it('knows since when 한글날, 제헌절 and 노동절 are public holidays', () => {
    const yearsOf = (name: string) =>
      [2006, 2007, 2008, 2012, 2013, 2025, 2026, 2030].filter((year) =>
        [...holidaysByRule(year).values()].some(({ ko }) => ko === name),
      );
    expect(yearsOf('한글날')).toEqual([2013, 2025, 2026, 2030]);
    expect(yearsOf('제헌절')).toEqual([2006, 2007, 2026, 2030]);
    expect(yearsOf('노동절')).toEqual([2026, 2030]);
  });

  it('gives one substitute day when Chuseok meets National Foundation Day (2028)', () =>
    expect(listed(holidaysByRule(2028)).filter((line) => line.startsWith('2028-10'))).toEqual([
      '2028-10-02 추석 전날 | Day before Chuseok',
      '2028-10-03 추석, 개천절 | Chuseok, National Foundation Day',
      '2028-10-04 추석 다음 날 | Day after Chuseok',
      '2028-10-05 대체공휴일(추석) | Substitute holiday for Chuseok',
      '2028-10-09 한글날 | Hangeul Day',
    ]));

  it('gives two when two substitute days would be one (제3조제2항: 2036, 2039)', () => {
    expect(substitutes(2036)).toEqual(expect.arrayContaining(['2036-10-06', '2036-10-07']));
    expect(substitutes(2039)).toEqual(expect.arrayContaining(['2039-10-04', '2039-10-05', '2039-05-02', '2039-05-03']));
  });
});
