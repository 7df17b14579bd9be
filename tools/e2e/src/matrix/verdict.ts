import type { Answer } from '../running-stack';

/** What an answer comes to. */
export type Verdict = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'ABSENT' | 'ANSWERED';

/** Both ids under one name, so that two answers can be held against each other word by word. */
export const withoutId = (answer: unknown, id: string): string => JSON.stringify(answer).replaceAll(id, 'ID');

/** What somebody was answered who asked for `result`. */
export function verdictOf(answer: Answer<{ result: unknown }>): Verdict {
  const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code);
  if (codes.includes('UNAUTHENTICATED')) return 'UNAUTHENTICATED';
  if (codes.includes('FORBIDDEN')) return 'FORBIDDEN';
  // Also of one of many, in the payload.
  if (JSON.stringify(answer).includes('"code":"NOT_FOUND"')) return 'ABSENT';
  return codes.length === 0 && answer.data?.result === null ? 'ABSENT' : 'ANSWERED';
}
