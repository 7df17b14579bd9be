import type { Language } from '@charter/contracts';
import type { Breach, Form } from '../rule';

/** What an apology and correction letter (사과 및 시정 공문) says, but for the people in it. It never changes. */
export interface LetterFacts {
  /** The number of the document. */
  readonly number: string;
  readonly receiptNumber: string;
  readonly departmentKo: string;
  readonly departmentEn: string;
  /** Where the handler is reached; null: the city's call centre. */
  readonly phone: string | null;
  readonly breach: Breach;
  /** RFC 3339: for lateness the due moment that was missed, otherwise when it happened. */
  readonly brokenAt: string;
  /** Null for what is not lateness. */
  readonly late: { readonly days: number; readonly hours: number } | null;
  /** When a late complaint was answered; null while it is open. */
  readonly endedAt: string | null;
  /** KRW. */
  readonly amount: number;
  readonly form: Form;
  /** The day on which cash is sent; null for any other form. */
  readonly payOn: string | null;
  readonly ruleCode: string;
  readonly ruleVersion: number;
  readonly ruleNameKo: string;
  readonly ruleNameEn: string;
  /** What was put right, in the office's words; null: as the text of the breach promises. */
  readonly correctionKo: string | null;
  readonly correctionEn: string | null;
  /** The day until which it is put right, or on which it was. */
  readonly correctBy: string;
  /** RFC 3339: when compensation was approved. */
  readonly decidedAt: string;
  /** The day of the letter. */
  readonly dated: string;
}

/** The people in a letter. */
export interface LetterPeople {
  /** Null when the record of the complaint names nobody any more. */
  readonly addressee: string | null;
  /** Who answers questions; null: whoever is in charge at the department. */
  readonly handler: string | null;
}

export const SECTION_KINDS = ['FAULT', 'CORRECTION', 'COMPENSATION', 'REMEDIES'] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** A line with a label: 보상 금액: 10,000원. */
export interface LetterRow {
  readonly label: string;
  readonly value: string;
}

export interface LetterSection {
  readonly kind: SectionKind;
  /** Its number: 가. or 1. */
  readonly mark: string;
  readonly heading: string;
  readonly rows: readonly LetterRow[];
  readonly paragraphs: readonly string[];
}

/** A letter in one language, part by part, in the order in which it is read. */
export interface LetterText {
  readonly language: Language;
  readonly issuer: string;
  readonly title: string;
  readonly to: LetterRow;
  readonly subject: LetterRow;
  readonly opening: readonly string[];
  readonly sections: readonly LetterSection[];
  readonly closing: string;
  readonly sender: string;
  /** Number, day, receipt number; handler and contact; line by line. */
  readonly foot: readonly (readonly LetterRow[])[];
}

/** The texts of one version in one language. One that was sent with is not changed any more: a new version is added. */
export type LetterWriter = (facts: LetterFacts, people: LetterPeople) => LetterText;
