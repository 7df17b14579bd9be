import type { AUDIENCES_OF, NoticeEvent } from '../audiences';

/** One text: for each event, each audience that hears of it. A pair without its text does not compile. */
export type TemplateKey = { [E in NoticeEvent]: `${E}/${(typeof AUDIENCES_OF)[E][number]}` }[NoticeEvent];

/** The words that a text may have in braces. A line with one of which nothing is known is left out. */
export const PLACEHOLDERS = [
  'receipt',
  'department',
  'previousDepartment',
  'due',
  'charterDue',
  'previousDue',
  'expires',
  'objectUntil',
  'starts',
  'promise',
  'basis',
  'amount',
  'reason',
  'supplement',
  'transferredTo',
  'result',
  'progress',
  'extension',
  'remedies',
  'place',
  'task',
  'suspension',
  'method',
  'title',
  'outcome',
  'thing',
  'news',
  'count',
  'percent',
  'source',
  'origin',
  'month',
  'fault',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** Sentences that depend on what happened, in braces as well; they may have words in braces themselves. */
export const PIECES = [
  'object',
  'objectFurther',
  'apology',
  'supplementNext',
  'extended',
  'decision',
  'decisionNext',
  'opinion',
  'cancelled',
  'objectProposal',
  'proposalNext',
  'overdueNext',
  'overdueDuty',
  'spoken',
  'restoredOrNot',
  'objectContest',
  'wonOrNot',
  'objectMonitoring',
  'objectToOffice',
  'allowance',
  'payment',
  'lateAnswer',
  'objectImprovement',
  'lateResult',
] as const;
export type Piece = (typeof PIECES)[number];

export interface Template {
  readonly subject: string;
  /** What happened, the facts one a line, what happens next, how to object; parts are parted by an empty line. */
  readonly body: string;
}

/** Texts of one topic. */
export type Texts = Readonly<Partial<Record<TemplateKey, Template>>>;

type Promise = 'STATUTORY' | 'CHARTER';
type Named = Readonly<Record<string, string>>;

/** All texts of one version in one language. A version that was sent is not changed any more: a new one is added. */
export interface TemplateSet {
  readonly notices: Readonly<Record<TemplateKey, Template>>;
  /** First line of a letter; `{name}` stands here and nowhere else. */
  readonly salutation: string;
  readonly signature: string;
  /** What the link of a letter is called. */
  readonly readMore: string;
  readonly phone: string;
  readonly promises: Readonly<Record<Promise, string>>;
  readonly bases: Readonly<Record<Promise, string>>;
  readonly methods: Readonly<Record<'IN_PERSON' | 'PHONE' | 'VIDEO', string>>;
  /** By code; `otherwise` for one that this version does not know. */
  readonly tasks: Named & { readonly otherwise: string };
  readonly suspensions: Named & { readonly otherwise: string };
  /** What an examination came to, what was hidden, and what happened to a proposal, by code. */
  readonly outcomes: Named & { readonly otherwise: string };
  readonly things: Named & { readonly otherwise: string };
  readonly news: Named & { readonly otherwise: string };
  /** What an office did wrong besides being late, by code. */
  readonly faults: Named & { readonly otherwise: string };
  /** What an improvement action came from, by code. */
  readonly sources: Named & { readonly otherwise: string };
  /** How much longer, by unit of periods; `#` stands for the number. */
  readonly lengths: Named;
  /** Said instead of a complaint's date while there is none: the period is paused. */
  readonly noDue: string;
  readonly noPreviousDue: string;
  /** Said instead of the office's own words where none were told: where to read them. */
  readonly notTold: Readonly<Record<'complaint' | 'otherwise', string>>;
  readonly pieces: {
    /** How to object to the handling of a complaint. */
    readonly object: string;
    /** What is left beside an objection, by its basis. */
    readonly objectFurther: Readonly<Record<Promise, string>>;
    /** The office should have asked before. */
    readonly apology: string;
    /** What happens without the supplement: asked for the first time, and for the second. */
    readonly supplementNext: readonly [first: string, second: string];
    /** By the office, and with the citizen's consent. */
    readonly extended: readonly [first: string, second: string];
    readonly decision: Readonly<Record<'upheld' | 'dismissed', string>>;
    readonly decisionNext: Readonly<Record<'upheld' | 'dismissed', string>>;
    readonly opinion: Readonly<Record<'satisfied' | 'dissatisfied', string>>;
    readonly cancelled: Readonly<Record<'CITIZEN' | 'OFFICE', string>>;
    /** What one can do against the result of a proposal. */
    readonly objectProposal: string;
    readonly proposalNext: Readonly<Record<'ADOPTED' | 'PARTLY_ADOPTED' | 'NOT_ADOPTED', string>>;
    /** Whose date has passed. */
    readonly overdueNext: Readonly<Record<'office' | 'citizen' | 'monitor', string>>;
    readonly overdueDuty: Readonly<Record<'office' | 'monitor', string>>;
    readonly spoken: Readonly<Record<'comment' | 'reply', string>>;
    /** What one can do against how a contest is held. */
    readonly objectContest: string;
    readonly wonOrNot: Readonly<Record<'won' | 'lost', string>>;
    /** Whom a monitor asks, and what they can do against what was decided. */
    readonly objectMonitoring: string;
    readonly objectToOffice: string;
    /** What an accepted report earns; left out where it earns nothing. */
    readonly allowance: string;
    /** How what a month earned is paid, or that it earned nothing. */
    readonly payment: Readonly<Record<'paid' | 'unpaid', string>>;
    /** The watched department answered after its date. */
    readonly lateAnswer: Readonly<Record<'citizen' | 'staff', string>>;
    /** What one can do against how an improvement action is carried out. */
    readonly objectImprovement: string;
    /** It was completed after its date. */
    readonly lateResult: Readonly<Record<'citizen' | 'staff', string>>;
    readonly restoredOrNot: Readonly<Record<'restored' | 'confirmed', string>>;
  };
}
