import { createHash } from 'node:crypto';

export type EntryKind = 'TAKEN_IN' | 'WRITTEN' | 'ERASED' | 'REMOVED';

/** What an entry says of a row, as the record keeps it. Digests are SHA-256. */
export interface Entry {
  readonly kind: EntryKind;
  readonly table: string;
  /** The row's primary key. */
  readonly row: string;
  /** RFC 3339 in UTC, with microseconds. */
  readonly recordedAt: string;
  /** Over the columns that are neither sealed nor personal; null when the row was removed. */
  readonly fixedDigest: Buffer | null;
  /** Over all columns but the sealed ones, with the salt before them; null where a table has no personal column. */
  readonly wholeDigest: Buffer | null;
  /** Gone when something was erased: the digest of what was there must not be guessable. */
  readonly salt: Buffer | null;
  readonly columns: readonly string[] | null;
  readonly why: string | null;
}

/** What stands before the first link. */
export const ORIGIN: Buffer = Buffer.alloc(32);

/** The hash of a link: over the hash before it, its place in the chain, and all that its entry says but the salt. */
export function linkHash(previous: Buffer, seq: number, entry: Entry): Buffer {
  const lines = [
    ...[previous.toString('hex'), seq, entry.kind, entry.table, entry.row, entry.recordedAt],
    ...[entry.fixedDigest?.toString('hex') ?? '-', entry.wholeDigest?.toString('hex') ?? '-'],
    ...[entry.columns?.join(',') ?? '-', entry.why ?? '-'],
  ];
  return createHash('sha256').update(lines.join('\n')).digest();
}
