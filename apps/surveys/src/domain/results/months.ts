import { type Refusal, refusal } from '@charter/contracts';
import type { Months } from './group';

/** Days, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const MONTH = 7;
const MOST_MONTHS = 36;
const SEOUL_MS = 9 * 3_600_000;

/** The last day of a month: the day before the first of the next. */
const lastDayOf = (month: string): string => {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10);
};

export const daysOf = ({ from, to }: Months): Days => ({ from: `${from}-01`, to: lastDayOf(to) });

const lengthOf = ({ from, to }: Months): number => {
  const [first, last] = [from, to].map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)));
  return last! - first! + 1;
};

/** Every month from the first to the last. */
export function eachMonth(months: Months): string[] {
  const start = Number(months.from.slice(0, 4)) * 12 + Number(months.from.slice(5)) - 1;
  return Array.from({ length: Math.max(0, lengthOf(months)) }, (_, index) => {
    const [year, month] = [Math.floor((start + index) / 12), ((start + index) % 12) + 1];
    return `${year}-${String(month).padStart(2, '0')}`;
  });
}

/** What of a questionnaire decides of which time there are results. */
export interface Asked {
  readonly audience: string;
  readonly publishedAt: Date | null;
  readonly closesAt: Date | null;
}

/** The month in which it was published, in Korea. */
const publishedMonth = ({ publishedAt }: Asked): string | null =>
  publishedAt && new Date(publishedAt.getTime() + SEOUL_MS).toISOString().slice(0, MONTH);

const isClosed = ({ closesAt }: Asked, now: Date): boolean => closesAt !== null && closesAt <= now;

/**
 * The months in which nobody answers any more, since it was published.
 * @param today in Korea
 */
export function monthsOver(asked: Asked, today: string, now: Date): string[] {
  const from = publishedMonth(asked);
  const closed = isClosed(asked, now);
  if (!from) return [];
  if (asked.audience !== 'PETITIONER') return closed ? [from] : [];
  return eachMonth({ from, to: today.slice(0, MONTH) }).filter((month) => month < today.slice(0, MONTH));
}

/** The months of a period, which has to be of whole ones. */
function wholeMonths({ from, to }: Days): Months | undefined {
  const months = { from: from.slice(0, MONTH), to: to.slice(0, MONTH) };
  const whole = daysOf(months);
  const length = lengthOf(months);
  return whole.from === from && whole.to === to && length >= 1 && length <= MOST_MONTHS ? months : undefined;
}

/**
 * Of which months there are results: those that are over. A questionnaire that is asked all the time is asked by months; of
 * any other there are results when it has closed, of all answers at once. Nothing changes any more then, and nobody sees
 * what one more answer changed.
 * @param today in Korea
 * @returns the months, or why there are none
 */
export function decideMonths(asked: Asked, given: Days | null, today: string, now: Date): Months | Refusal {
  const closed = isClosed(asked, now);
  const publishedIn = publishedMonth(asked);
  if (asked.audience !== 'PETITIONER') {
    if (!closed || !publishedIn) {
      const [ko, en] = ['설문이 마감되어야 결과를 낼 수 있습니다.', 'There are results when the survey has closed.'];
      return refusal('TOO_EARLY', ko, en);
    }
    if (!given) return { from: publishedIn, to: publishedIn };
    const [ko, en] = [
      '이 설문의 결과는 전체 응답으로만 냅니다. 기간을 비워 주십시오.',
      'Results of this survey are of all answers: leave `period` out.',
    ];
    return refusal('INVALID_VALUE', ko, en, 'period');
  }
  const months = given && wholeMonths(given);
  if (!months) {
    const [ko, en] = [
      `기간은 1일부터 말일까지, ${MOST_MONTHS}개월 이내로 정해 주십시오.`,
      `The period goes from the first day of a month to the last of one, ${MOST_MONTHS} months at most.`,
    ];
    return refusal('INVALID_VALUE', ko, en, 'period');
  }
  if (months.to < today.slice(0, MONTH) || closed) return months;
  const [ko, en] = ['끝나지 않은 달의 결과는 낼 수 없습니다.', 'There are no results of a month that is not over.'];
  return refusal('TOO_EARLY', ko, en, 'period');
}
