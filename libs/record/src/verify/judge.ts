import { createHash } from 'node:crypto';
import type { Entry, EntryKind } from './link-hash';

/** What can be wrong with a link or a row. */
export type Fault =
  | 'CHANGED'
  | 'REMOVED'
  | 'CAME_BACK'
  | 'RECORDED_TWICE'
  | 'NEVER_RECORDED'
  | 'LINK_CHANGED'
  | 'LINK_REMOVED'
  | 'END_CUT_OFF';

/** A row as it is now, as texts of its columns without nulls. */
export interface CurrentRow {
  /** The columns that are neither sealed nor personal. */
  readonly fixed: string;
  /** All but the sealed ones. */
  readonly whole: string;
}

/** What else the record says of the same row. */
export interface Around {
  /** Whether an entry stands before this one. */
  readonly earlier: boolean;
  /** What the last entry after this one says; undefined when this is the last. */
  readonly last: EntryKind | undefined;
}

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Whether a row is still what an entry says of it. @returns undefined when it is */
export function judge(entry: Entry, row: CurrentRow | undefined, { earlier, last }: Around): Fault | undefined {
  const begins = entry.kind === 'WRITTEN' || entry.kind === 'TAKEN_IN';
  if (begins && earlier) return 'RECORDED_TWICE';
  if (!begins && !earlier) return 'LINK_REMOVED'; // the one that says how the row began
  if (entry.kind === 'REMOVED') return row ? 'CAME_BACK' : undefined;
  if (!row) return last === 'REMOVED' ? undefined : 'REMOVED';
  if (!sha256(row.fixed).equals(entry.fixedDigest!)) return 'CHANGED';
  if (last !== undefined || !entry.wholeDigest) return undefined; // what was erased since cannot be computed again
  return entry.salt && sha256(entry.salt, row.whole).equals(entry.wholeDigest) ? undefined : 'CHANGED';
}
