import { atLocal, localDate } from '@charter/calendar';
import type { Standard, StandardCategory } from '../standard';

/** A text in both languages; an empty one is not written yet. */
export interface Bilingual {
  readonly ko: string;
  readonly en: string;
}

/** The ways in which citizens meet the city, and what holds for all of them: the chapters of the common standards (공통이행기준). */
export const COMMON_SECTIONS = ['VISIT', 'PHONE', 'MAIL', 'ONLINE', 'HANDLING', 'REDRESS'] as const;
export type CommonSection = Extract<StandardCategory, (typeof COMMON_SECTIONS)[number]>;

/** A charter promises something for each of these, or it is none. */
export const REQUIRED_SECTIONS: readonly CommonSection[] = ['VISIT', 'PHONE', 'MAIL', 'ONLINE'];

/** What somebody has to do: the city, or the citizen. The code stays when the words change. */
export interface Duty {
  readonly code: string;
  readonly text: Bilingual;
}

/** A sentence of the common standards; with `standardCode` it is kept measured by that standard. */
interface Clause extends Duty {
  readonly standardCode: string | null;
}

/** The text of the charter as it is being written (초안): it names standards and departments, and says nothing of theirs. */
export interface CharterDraft {
  readonly title: Bilingual;
  readonly preamble: Bilingual;
  readonly common: readonly { readonly section: CommonSection; readonly clauses: readonly Clause[] }[];
  readonly departments: readonly { readonly departmentCode: string; readonly standardCodes: readonly string[] }[];
  readonly cityDuties: readonly Duty[];
  readonly citizenDuties: readonly Duty[];
}

/** A sentence with what its standard said. */
interface PromisedClause extends Duty {
  readonly standard: Standard | null;
}

/** A department's own standards (개별이행기준), with what department and standards said. */
export interface DepartmentPromise {
  readonly departmentCode: string;
  readonly name: Bilingual;
  readonly phone: string | null;
  readonly standards: readonly Standard[];
}

/** The whole text of the charter: complete in itself, whatever becomes of standards and departments later. */
export interface CharterText {
  readonly title: Bilingual;
  readonly preamble: Bilingual;
  readonly common: readonly { readonly section: CommonSection; readonly clauses: readonly PromisedClause[] }[];
  readonly departments: readonly DepartmentPromise[];
  readonly cityDuties: readonly Duty[];
  readonly citizenDuties: readonly Duty[];
}

/** draft → published → superseded (구판): the last step takes no act, it comes with the day of the next version. */
export const CHARTER_STATUSES = ['DRAFT', 'PUBLISHED', 'SUPERSEDED'] as const;
export type CharterStatus = (typeof CHARTER_STATUSES)[number];

/** The days of a version, in Asia/Seoul: its own first day, and that of the version after it; null where there is none. */
export interface CharterDays {
  readonly inForceFrom: string | null;
  readonly nextFrom: string | null;
}

export const statusOn = (today: string, { inForceFrom, nextFrom }: CharterDays): CharterStatus => {
  if (inForceFrom === null) return 'DRAFT';
  return nextFrom !== null && nextFrom <= today ? 'SUPERSEDED' : 'PUBLISHED';
};

export const isInForceOn = (today: string, { inForceFrom, nextFrom }: CharterDays): boolean =>
  inForceFrom !== null && inForceFrom <= today && (nextFrom === null || today < nextFrom);

/** @param day YYYY-MM-DD */
export const dayBefore = (day: string): string => localDate(new Date(atLocal(day, '00:00').getTime() - 1));

/** The codes of all standards that a draft names. */
export const standardCodesOf = ({ common, departments }: CharterDraft): string[] => [
  ...common.flatMap(({ clauses }) => clauses.flatMap(({ standardCode }) => standardCode ?? [])),
  ...departments.flatMap(({ standardCodes }) => standardCodes),
];
