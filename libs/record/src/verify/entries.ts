import type { EntityManager } from 'typeorm';
import type { Entry, EntryKind } from './link-hash';

/** A link as it stands in the chain. */
export interface Link extends Entry {
  readonly seq: number;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
  /** Whether the chain says something of the same row before this link. */
  readonly earlier: boolean;
  /** What the chain says of it last, after this link; null when this is the last. */
  readonly last: EntryKind | null;
}

/** An entry that the sealer has still to link. */
export interface WaitingEntry extends Entry {
  readonly id: number;
  /** Whether the chain says something of the same row. */
  readonly earlier: boolean;
}

const SAYS = `e."kind", e."table_name" AS "table", e."row_key" AS "row", e."fixed_digest" AS "fixedDigest",
  e."whole_digest" AS "wholeDigest", e."salt", e."columns", e."why",
  to_char(e."recorded_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt"`;
const SAME_ROW = `FROM "record_link" x WHERE x."table_name" = e."table_name" AND x."row_key" = e."row_key"`;

/** The links after `seq`, in their order. */
export async function linksAfter(tx: EntityManager, seq: number, most: number): Promise<Link[]> {
  const links = (await tx.query(
    `SELECT e."seq", ${SAYS}, e."previous_hash" AS "previousHash", e."hash",
       EXISTS (SELECT ${SAME_ROW} AND x."seq" < e."seq") AS "earlier",
       (SELECT x."kind" ${SAME_ROW} AND x."seq" > e."seq" ORDER BY x."seq" DESC LIMIT 1) AS "last"
     FROM "record_link" e WHERE e."seq" > $1 ORDER BY e."seq" LIMIT $2`,
    [seq, most],
  )) as (Link & { seq: string })[];
  return links.map((link) => ({ ...link, seq: Number(link.seq) }));
}

/** The entries that wait after `id`, in the order in which they will be linked. */
export async function waitingAfter(tx: EntityManager, id: number, most: number): Promise<WaitingEntry[]> {
  const entries = (await tx.query(
    `SELECT e."id", ${SAYS}, EXISTS (SELECT ${SAME_ROW}) AS "earlier"
     FROM "record_waiting" e WHERE e."id" > $1 ORDER BY e."id" LIMIT $2`,
    [id, most],
  )) as (WaitingEntry & { id: string })[];
  return entries.map((entry) => ({ ...entry, id: Number(entry.id) }));
}

/** What waits to be said of rows that were written before, oldest first. */
export async function laterWords(
  tx: EntityManager,
): Promise<(Pick<Entry, 'table' | 'row' | 'kind'> & { id: number })[]> {
  return tx.query(
    `SELECT "id"::float8 AS "id", "table_name" AS "table", "row_key" AS "row", "kind" FROM "record_waiting"
     WHERE "kind" IN ('ERASED', 'REMOVED') ORDER BY "record_waiting"."id"`,
  );
}
