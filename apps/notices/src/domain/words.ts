import { FACT_WORDS, type FactWord } from '@charter/contracts';

/** What an event says for the text of its notices: codes, dates and amounts, never personal data. */
export interface Words {
  readonly departmentKo?: string;
  readonly departmentEn?: string;
  readonly departmentPhone?: string;
  readonly previousDepartmentKo?: string;
  readonly previousDepartmentEn?: string;
  readonly receiptNumber?: string;
  readonly dueAt?: string;
  readonly charterDueAt?: string;
  readonly previousDueAt?: string;
  readonly missedAt?: string;
  readonly expiresAt?: string;
  readonly objectUntil?: string;
  readonly startsAt?: string;
  readonly against?: 'STATUTORY' | 'CHARTER';
  readonly basis?: 'STATUTORY' | 'CHARTER';
  readonly amount?: number;
  readonly reason?: string;
  readonly round?: number;
  readonly times?: number;
  readonly causedByOffice?: boolean;
  readonly upheld?: boolean;
  readonly satisfied?: boolean;
  readonly task?: string;
  readonly suspension?: string;
  readonly method?: 'IN_PERSON' | 'PHONE' | 'VIDEO';
  readonly cancelledBy?: 'CITIZEN' | 'OFFICE';
  readonly previousDepartmentCode?: string;
  readonly decision?: 'ADOPTED' | 'PARTLY_ADOPTED' | 'NOT_ADOPTED';
  readonly endorsements?: number;
  readonly news?: string;
  readonly thing?: string;
  readonly reply?: boolean;
  readonly restored?: boolean;
  readonly won?: boolean;
  readonly count?: number;
  readonly month?: string;
  readonly fault?: string;
  readonly late?: boolean;
  readonly percent?: number;
  readonly sourceKind?: string;
}

const FROM_EVENTS = [
  'receiptNumber',
  'dueAt',
  'charterDueAt',
  'previousDueAt',
  'missedAt',
  'expiresAt',
  'objectUntil',
  'startsAt',
  'against',
  'basis',
  'amount',
  'reason',
  'round',
  'times',
  'causedByOffice',
  'upheld',
  'satisfied',
  'task',
  'suspension',
  'method',
  'cancelledBy',
  'previousDepartmentCode',
  'decision',
  'endorsements',
  'news',
  'thing',
  'reply',
  'restored',
  'won',
  'count',
  'month',
  'fault',
  'late',
  'percent',
  'sourceKind',
] as const satisfies readonly (keyof Words)[];

/** The words of an event: an allow-list. */
export const wordsOf = (payload: Readonly<Record<string, unknown>>): Words =>
  Object.fromEntries(FROM_EVENTS.flatMap((word) => (payload[word] == null ? [] : [[word, payload[word]]])));

/** What the office wrote, and the owner of the subject told when the notice was sent. */
export type ToldWords = Readonly<Partial<Record<FactWord, string>>>;

/** Of what was told, the words for the text: an invitation's secret is none of them. */
export const toldWords = (words: Readonly<Record<string, string>>): ToldWords =>
  Object.fromEntries(FACT_WORDS.flatMap((word) => (words[word] === undefined ? [] : [[word, words[word]]])));
