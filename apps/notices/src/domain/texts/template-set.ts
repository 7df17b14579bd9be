import type { AUDIENCES_OF, NoticeEvent } from '../notice-plan';

/** One text: for each event, each audience that hears of it. A pair without its text does not compile. */
export type TemplateKey = { [E in NoticeEvent]: `${E}/${(typeof AUDIENCES_OF)[E][number]}` }[NoticeEvent];

/** The words that a text may have in braces. */
export const PLACEHOLDERS = [
  'receipt',
  'department',
  'due',
  'charterDue',
  'previousDue',
  'expires',
  'promise',
  'amount',
  'reason',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

export interface Template {
  readonly subject: string;
  /** What happened, the facts one a line, what happens next, how to object; parts are parted by an empty line. */
  readonly body: string;
}

/** All texts of one version in one language. A version that was sent is not changed any more: a new one is added. */
export interface TemplateSet {
  readonly notices: Readonly<Record<TemplateKey, Template>>;
  /** First line of a letter; `{name}` stands here and nowhere else. */
  readonly salutation: string;
  readonly signature: string;
  /** What the link of a letter is called. */
  readonly readMore: string;
  readonly promises: Readonly<Record<'STATUTORY' | 'CHARTER', string>>;
  /** Said instead of a date while there is none: the period is paused. */
  readonly noDue: string;
  readonly noPreviousDue: string;
}
