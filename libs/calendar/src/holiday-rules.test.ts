import { formatDay } from './days';
import { GAZETTE_YEARS, gazetteHolidays } from './gazette';
import { holidaysByRule } from './holiday-rules';

/** Elections and days declared for once: no rule knows them. */
const FOR_ONCE = /선거|임시공휴일/;

it('covers 2018 to 2027 from the gazette', () =>
  expect(GAZETTE_YEARS).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]));

it.each(GAZETTE_YEARS)('finds by rule the gazette’s days of %i', (year) => {
  const byRule = [...holidaysByRule(year).keys()].sort().map(formatDay);
  const announced = [...gazetteHolidays(year)!]
    .filter(([, name]) => !FOR_ONCE.test(name.ko))
    .map(([day]) => formatDay(day));
  expect(byRule).toEqual(announced.sort());
});

it('names every announced day in English', () => {
  for (const year of GAZETTE_YEARS)
    for (const { en } of gazetteHolidays(year)!.values()) expect(en).toMatch(/^[\x20-\x7e’]+$/);
});

it('gives one substitute day when Chuseok meets National Foundation Day (2028)', () => {
  const october = [...holidaysByRule(2028)]
    .filter(([day]) => formatDay(day).startsWith('2028-10'))
    .map(([day, { ko }]) => `${formatDay(day)} ${ko}`);
  expect(october.sort()).toEqual([
    '2028-10-02 추석 전날',
    '2028-10-03 추석, 개천절',
    '2028-10-04 추석 다음 날',
    '2028-10-05 대체공휴일(추석)',
    '2028-10-09 한글날',
  ]);
});
