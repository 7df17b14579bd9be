import { randomUUID } from 'node:crypto';
import {
  consumersOf,
  events,
  feedSubjectOf,
  type EventPayload,
  type EventType,
  type ServiceName,
} from '@charter/contracts';
import type { EntityManager } from 'typeorm';
import { traceparentNow } from './trace';

/** An event to be told: its type decides what its payload is. */
export type EventDraft<T extends EventType = EventType> = {
  [K in T]: {
    readonly type: K;
    readonly payload: EventPayload<K>;
    /** When it became true; without it, the transaction's moment by the database's clock. */
    readonly occurredAt?: Date;
  };
}[T];

/** PostgreSQL channel on which a commit wakes the relays of its database. */
export const WAKE_CHANNEL = 'charter_outbox';
/** Channel on which a commit names the subjects whose feeds have grown. */
export const FEED_CHANNEL = 'charter_feed';

/**
 * Writes events in the caller's transaction, one delivery for each consumer: they are told if and only if it commits. Those that
 * people watch get the next number of their subject; whoever writes of the same subject waits until this transaction ends.
 * @returns the ids of the events, in the order of the drafts
 * @throws {z.ZodError} when a payload breaks its contract; nothing is written then
 */
export async function appendEvents(
  tx: EntityManager,
  producer: ServiceName,
  drafts: readonly EventDraft[],
): Promise<string[]> {
  if (drafts.length === 0) return [];
  const traceparent = traceparentNow() ?? null;
  const rows = drafts.map((draft) => ({
    id: randomUUID(),
    type: draft.type,
    payload: events[draft.type].parse(draft.payload),
    occurred_at: draft.occurredAt ?? null,
    consumers: consumersOf(draft.type),
    subject: feedSubjectOf(draft.type, draft.payload) ?? null,
    traceparent,
  }));
  await tx.query(
    `WITH draft AS (
       SELECT d.*, count(*) OVER feed AS "count", row_number() OVER (feed ORDER BY d.place) AS "nth"
       FROM ROWS FROM (jsonb_to_recordset($2::jsonb)
         AS (id uuid, type text, payload jsonb, occurred_at timestamptz, consumers text[], subject uuid, traceparent text)) WITH ORDINALITY
         AS d(id, type, payload, occurred_at, consumers, subject, traceparent, place)
       WINDOW feed AS (PARTITION BY d.subject)
     ), feed AS (
       INSERT INTO outbox_feed AS known (subject_id, last)
       SELECT subject, max("count") FROM draft WHERE subject IS NOT NULL GROUP BY subject ORDER BY subject
       ON CONFLICT (subject_id) DO UPDATE SET last = known.last + excluded.last
       RETURNING subject_id, last
     ), event AS (
       INSERT INTO outbox_event (id, type, producer, payload, occurred_at, subject_id, number, traceparent)
       SELECT id, type, $1, payload, coalesce(occurred_at, now()), subject, last - "count" + "nth", traceparent
       FROM draft LEFT JOIN feed ON subject_id = subject
     ), delivery AS (
       INSERT INTO outbox_delivery (event_id, consumer)
       SELECT id, unnest(consumers) FROM draft
     )
     SELECT pg_notify($3, '') UNION ALL SELECT pg_notify($4, subject_id::text) FROM feed`,
    [producer, JSON.stringify(rows), WAKE_CHANNEL, FEED_CHANNEL],
  );
  return rows.map((row) => row.id);
}
