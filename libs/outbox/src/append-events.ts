import { randomUUID } from 'node:crypto';
import { consumersOf, events, type EventPayload, type EventType, type ServiceName } from '@charter/contracts';
import type { EntityManager } from 'typeorm';

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

/**
 * Writes events in the caller's transaction, one delivery for each consumer: they are told if and only if it commits.
 * @returns the ids of the events, in the order of the drafts
 * @throws {z.ZodError} when a payload breaks its contract; nothing is written then
 */
export async function appendEvents(
  tx: EntityManager,
  producer: ServiceName,
  drafts: readonly EventDraft[],
): Promise<string[]> {
  if (drafts.length === 0) return [];
  const rows = drafts.map((draft) => ({
    id: randomUUID(),
    type: draft.type,
    payload: events[draft.type].parse(draft.payload),
    occurred_at: draft.occurredAt ?? null,
    consumers: consumersOf(draft.type),
  }));
  await tx.query(
    `WITH draft AS (
       SELECT * FROM jsonb_to_recordset($2::jsonb)
         AS d(id uuid, type text, payload jsonb, occurred_at timestamptz, consumers text[])
     ), event AS (
       INSERT INTO outbox_event (id, type, producer, payload, occurred_at)
       SELECT id, type, $1, payload, coalesce(occurred_at, now()) FROM draft
     ), delivery AS (
       INSERT INTO outbox_delivery (event_id, consumer)
       SELECT id, unnest(consumers) FROM draft
     )
     SELECT pg_notify($3, '')`,
    [producer, JSON.stringify(rows), WAKE_CHANNEL],
  );
  return rows.map((row) => row.id);
}
