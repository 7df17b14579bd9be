/** The parts of a year for which the record of the charter is published. */
export const SCORECARD_PARTS = ['YEAR', 'FIRST_HALF', 'SECOND_HALF', 'Q1', 'Q2', 'Q3', 'Q4'] as const;
export type ScorecardPart = (typeof SCORECARD_PARTS)[number];

/** From a day to a day in Asia/Seoul, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** First and last month of each part. */
const MONTHS: Readonly<Record<ScorecardPart, readonly [number, number]>> = {
  YEAR: [1, 12],
  FIRST_HALF: [1, 6],
  SECOND_HALF: [7, 12],
  Q1: [1, 3],
  Q2: [4, 6],
  Q3: [7, 9],
  Q4: [10, 12],
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The day before the first of the next month. */
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The last day of a month, such as 2026-02-28 of 2026-02. */
export const lastDayOf = (month: string): string =>
  `${month}-${twoDigits(lastDay(Number(month.slice(0, 4)), Number(month.slice(5))))}`;

/** The days of a part of a year. */
export function daysOf(year: number, part: ScorecardPart): Days {
  const [first, last] = MONTHS[part];
  return {
    from: `${year}-${twoDigits(first)}-01`,
    to: lastDayOf(`${year}-${twoDigits(last)}`),
  };
}

/** The months that lie wholly in these days, such as 2026-01. */
export function monthsIn({ from, to }: Days): string[] {
  const months: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    const name = `${year}-${twoDigits(month)}`;
    if (lastDayOf(name) > to) return months;
    if (`${name}-01` >= from) months.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}
