import type { ReactNode } from 'react';
import type { Language } from '@charter/contracts';
import { type Target, pathOf } from './address';
import type { Format } from './format';
import type { Reading } from './graph';
import type { Words } from './words';

/** What a page is made with: for whom, of what, from where. */
export interface Visit {
  readonly language: Language;
  readonly words: Words;
  readonly format: Format;
  readonly target: Target;
  /** The moment at which the graph is read, and the year that runs then in Seoul. */
  readonly readAt: Date;
  readonly thisYear: number;
  /** The day that it is then in Seoul, such as 2026-11-30. */
  readonly today: string;
  /** Reads the public graph as anybody may, in the language of the visit. */
  read<T>(query: string, variables?: Readonly<object>): Promise<Reading<T>>;
}

/** What a page holds. */
export interface Page {
  readonly title: string;
  /** In a sentence what is found here. */
  readonly lead: string;
  readonly body: ReactNode;
  /** Nothing is missing. */
  readonly isWhole: boolean;
}

/** There is nothing at this address. */
export class Absent extends Error {}
/** What the page is about belongs to a service that does not answer. */
export class Away extends Error {}

/** Where something is, in the language of the visit. */
export const hrefOf = ({ language }: Visit, target: Target): string => pathOf(target, language);

/** The days of a year, for figures. */
export const periodOf = (year: number): { from: string; to: string } => ({
  from: `${year}-01-01`,
  to: `${year}-12-31`,
});
