import { createHash } from 'node:crypto';
import type { Lot } from '../stock/stock';

/**
 * The accounts of one department and year. What was appropriated stands against where it is: still available, reserved for
 * approved claims, on its way to the bank, or spent.
 */
const ACCOUNTS = ['APPROPRIATION', 'AVAILABLE', 'RESERVED', 'IN_TRANSIT', 'SPENT'] as const;
export type Account = (typeof ACCOUNTS)[number];

/**
 * The accounts of one department's stock of one form and face value, in KRW at face value. What was received stands against where it is:
 * in stock, set aside for approved claims, or handed out.
 */
const STOCK_ACCOUNTS = ['SUPPLY', 'IN_STOCK', 'SET_ASIDE', 'HANDED_OUT'] as const;
export type StockAccount = (typeof STOCK_ACCOUNTS)[number];
export const ALL_ACCOUNTS = [...ACCOUNTS, ...STOCK_ACCOUNTS] as const;
export type AnyAccount = Account | StockAccount;

/** What an entry moves: from the credited account to the debited one. */
export const MOVES = {
  /** The budget was raised, or cut. */
  RAISE: { debit: 'AVAILABLE', credit: 'APPROPRIATION' },
  CUT: { debit: 'APPROPRIATION', credit: 'AVAILABLE' },
  /** A claim was approved. */
  RESERVE: { debit: 'RESERVED', credit: 'AVAILABLE' },
  /** It went into a batch for the bank, which paid it, or could not. */
  SEND: { debit: 'IN_TRANSIT', credit: 'RESERVED' },
  PAY: { debit: 'SPENT', credit: 'IN_TRANSIT' },
  FAIL: { debit: 'RESERVED', credit: 'IN_TRANSIT' },
  /** A gift certificate was handed over, or local currency charged: paid without a bank. */
  HAND_OVER: { debit: 'SPENT', credit: 'RESERVED' },
} as const satisfies Readonly<Record<string, { readonly debit: Account; readonly credit: Account }>>;
export type Move = keyof typeof MOVES;

/** What an entry of a stock moves. */
export const STOCK_MOVES = {
  /** Stock came in, or left otherwise than to citizens: sent back, expired, lost. */
  RECEIVE: { debit: 'IN_STOCK', credit: 'SUPPLY' },
  WRITE_OFF: { debit: 'SUPPLY', credit: 'IN_STOCK' },
  /** For a claim that was approved. */
  SET_ASIDE: { debit: 'SET_ASIDE', credit: 'IN_STOCK' },
  ISSUE: { debit: 'HANDED_OUT', credit: 'SET_ASIDE' },
} as const satisfies Readonly<Record<string, { readonly debit: StockAccount; readonly credit: StockAccount }>>;
export type StockMove = keyof typeof STOCK_MOVES;
export const ENTRY_KINDS = [
  ...(Object.keys(MOVES) as Move[]),
  ...(Object.keys(STOCK_MOVES) as StockMove[]),
  'REVERSAL',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One side of an entry. Amounts in KRW, from 1. */
interface Posting {
  readonly account: AnyAccount;
  readonly side: 'DEBIT' | 'CREDIT';
  readonly amount: number;
}

/** What is to be written. */
export interface EntryDraft {
  readonly kind: EntryKind;
  readonly departmentCode: string;
  /** The year of the budget; of a stock, the year in which it was written. */
  readonly year: number;
  /** Of which stock it is; null for a budget. */
  readonly form: Lot['form'] | null;
  readonly faceValue: number | null;
  readonly postings: readonly Posting[];
  readonly claimId: string | null;
  /** The entry that it takes back, by its place. */
  readonly reverses: number | null;
  readonly postedAt: Date;
  /** A person's id, or `system`. */
  readonly postedBy: string;
  readonly reason: string | null;
}

/** An entry in its place in the chain. */
export interface Entry extends EntryDraft {
  readonly seq: number;
  readonly id: string;
  readonly previousHash: string;
  readonly hash: string;
}

export type Context = Pick<EntryDraft, 'departmentCode' | 'year' | 'claimId' | 'postedAt' | 'postedBy'> & {
  readonly reason?: string | null;
};

/** An entry that moves an amount: what is debited equals what is credited. */
export const move = (kind: Move, amount: number, context: Context): EntryDraft => ({
  ...context,
  ...{ kind, reverses: null, reason: context.reason ?? null, form: null, faceValue: null },
  postings: sides(MOVES[kind], amount),
});

/** An entry that moves so many pieces of a stock. */
export const stockMove = (
  kind: StockMove,
  { form, faceValue, pieces }: Lot & { readonly pieces: number },
  context: Context,
): EntryDraft => ({
  ...context,
  ...{ kind, reverses: null, reason: context.reason ?? null, form, faceValue },
  postings: sides(STOCK_MOVES[kind], faceValue * pieces),
});

function sides({ debit, credit }: { debit: AnyAccount; credit: AnyAccount }, amount: number): Posting[] {
  return [
    { account: debit, side: 'DEBIT', amount },
    { account: credit, side: 'CREDIT', amount },
  ];
}

/** The entry that takes another one back: the same accounts, the other way round. */
export const reversalOf = (entry: Entry, said: Pick<EntryDraft, 'postedAt' | 'postedBy' | 'reason'>): EntryDraft => ({
  ...{ kind: 'REVERSAL', departmentCode: entry.departmentCode, year: entry.year, claimId: entry.claimId },
  ...{ form: entry.form, faceValue: entry.faceValue, ...said },
  reverses: entry.seq,
  postings: entry.postings.map(({ account, side, amount }) => ({
    account,
    side: side === 'DEBIT' ? 'CREDIT' : 'DEBIT',
    amount,
  })),
});

/**
 * Entries that people may take back; what the bank was told is settled by what the bank answers, what was set aside goes with its
 * reservation, and what was handed over is taken back from the citizen.
 */
export const isReversible = (kind: EntryKind): boolean =>
  ['RAISE', 'CUT', 'RESERVE', 'PAY', 'RECEIVE', 'WRITE_OFF'].includes(kind);

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 of an entry and the hash before it: who changes one entry breaks every hash from there on. */
export function chainHash(entry: Omit<Entry, 'hash'>): string {
  const { seq, id, kind, departmentCode, year, claimId, reverses, postedAt, postedBy, reason, previousHash } = entry;
  const postings = entry.postings.map(({ account, side, amount }) => `${account} ${side} ${amount}`).sort();
  const said = [previousHash, seq, id, kind, departmentCode, year, claimId, reverses];
  const stock = entry.form ? [entry.form, entry.faceValue] : []; // entries of budgets are hashed as before there were stocks
  return createHash('sha256')
    .update(JSON.stringify([...said, postedAt.toISOString(), postedBy, reason, postings, ...stock]))
    .digest('hex');
}

/** Gives drafts their places after the last entry. @param ids one for each */
export function chain(
  drafts: readonly EntryDraft[],
  head: { readonly seq: number; readonly hash: string },
  ids: readonly string[],
): Entry[] {
  let previousHash = head.hash;
  return drafts.map((draft, at) => {
    const placed = { ...draft, seq: head.seq + at + 1, id: ids[at]!, previousHash };
    previousHash = chainHash(placed);
    return { ...placed, hash: previousHash };
  });
}
