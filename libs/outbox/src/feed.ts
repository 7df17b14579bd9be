import type { EventType } from '@charter/contracts';
import type { EntityManager } from 'typeorm';

/** An event in the feed of its subject: what happened when, never its payload. */
export interface FeedEvent {
  readonly number: number;
  readonly type: EventType;
  readonly occurredAt: Date;
  /** The moment of the transaction that wrote it, as PostgreSQL writes it: rows of that transaction have the same one. */
  readonly writtenAt: string;
}

/** What a subject's feed holds after a number. */
export interface Feed {
  /** The number of the last event there ever was; 0 before the first. */
  readonly last: number;
  /** In order of commit. Old ones may have been deleted: then the first is not the next number. */
  readonly events: readonly FeedEvent[];
}

/** A number that no event has: nothing but `last` is asked for. */
export const LAST_ONLY = 2 ** 31 - 1;

const NONE: Feed = { last: 0, events: [] };

interface Row {
  readonly subjectId: string;
  readonly last: number;
  readonly number: number | null;
  readonly type: EventType;
  readonly occurredAt: Date;
  readonly writtenAt: string;
}

/**
 * Reads feeds, each after a number. One statement. An event that commits later has a higher number than each that is seen now:
 * whoever goes on from the last number misses nothing and reads nothing twice.
 */
export async function readFeeds(tx: EntityManager, after: ReadonlyMap<string, number>): Promise<Map<string, Feed>> {
  const rows: Row[] = await tx.query(
    `SELECT f.subject_id AS "subjectId", f.last, e.number, e.type, e.occurred_at AS "occurredAt", e.created_at::text AS "writtenAt"
     FROM unnest($1::uuid[], $2::int[]) AS asked (subject_id, number)
     JOIN outbox_feed f ON f.subject_id = asked.subject_id
     LEFT JOIN outbox_event e ON e.subject_id = asked.subject_id AND e.number > asked.number
     ORDER BY e.number`,
    [[...after.keys()], [...after.values()]],
  );
  const feeds = new Map<string, { last: number; events: FeedEvent[] }>();
  for (const { subjectId, last, number, type, occurredAt, writtenAt } of rows) {
    const feed = feeds.get(subjectId) ?? { last, events: [] };
    feeds.set(subjectId, feed);
    if (number !== null) feed.events.push({ number, type, occurredAt, writtenAt });
  }
  return new Map([...after.keys()].map((subjectId) => [subjectId, feeds.get(subjectId) ?? NONE]));
}
