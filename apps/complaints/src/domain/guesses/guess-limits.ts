import type { Message } from '@charter/contracts';

/** Against what failed look-ups are counted. */
export type GuessScope = 'RECEIPT' | 'ADDRESS' | 'PERSON' | 'EVERYBODY';

/** Minutes in which guesses are counted. */
export const GUESS_MINUTES = 60;

/**
 * How many look-ups by receipt number may fail in that time. A phone ends in one of 10,000 ways: with five guesses an hour, one
 * receipt number stands some weeks of trying, and who tries has been seen long before.
 */
export const GUESS_LIMITS: Readonly<Record<GuessScope, number>> = {
  RECEIPT: 5,
  ADDRESS: 30,
  PERSON: 30,
  EVERYBODY: 2_000,
};

/** What is counted so far, this look-up included, and when the count begins anew. */
export interface Counted {
  readonly scope: GuessScope;
  readonly guesses: number;
  readonly until: Date;
}

/** @returns until when nothing is looked up any more; null while it is */
export function limitedUntil(counted: readonly Counted[]): Date | null {
  const over = counted.filter(({ scope, guesses }) => guesses > GUESS_LIMITS[scope]);
  return over.length > 0 ? new Date(Math.max(...over.map(({ until }) => until.getTime()))) : null;
}

/** What somebody hears who has tried too often. @param minutes until it makes sense to try again */
export const tooManyGuesses = (minutes: number): Message => ({
  ko: `접수번호 조회를 너무 많이 시도하였습니다. ${minutes}분 뒤에 다시 시도하시거나, 로그인하여 민원을 확인해 주십시오.`,
  en: `There were too many attempts to look up a receipt number. Please try again in ${minutes} minutes, or sign in to see your complaint.`,
});
