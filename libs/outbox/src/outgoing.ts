import type { ConsumerName } from '@charter/contracts';
import type { EntityManager } from 'typeorm';

/** A delivery that is due: never sent, or sent and not confirmed in time. */
export interface DueDelivery {
  readonly eventId: string;
  readonly consumer: ConsumerName;
  /** 0 when it was never in the queue. */
  readonly generation: number;
  readonly type: string;
  readonly producer: string;
  readonly payload: unknown;
  readonly occurredAt: Date;
  /** Where the trace stood when it was written. */
  readonly traceparent: string | null;
}

/** What became of a due delivery. */
export interface Sending {
  readonly delivery: DueDelivery;
  /** The generation now in the queue; the old one when the queue still holds it or could not be reached. */
  readonly generation: number;
  readonly nextSendInMs: number;
}

/** The job's id: the same for every relay that sends this generation, so that the queue keeps one. */
export const jobId = (delivery: Pick<DueDelivery, 'eventId' | 'consumer'>, generation: number): string =>
  `evt-${delivery.eventId}-${delivery.consumer}-${generation}`;

/** Takes what is due for this transaction; another relay passes over it. The database's clock decides. */
export const takeDue = (tx: EntityManager, limit: number): Promise<DueDelivery[]> =>
  tx.query(
    `SELECT d.event_id AS "eventId", d.consumer, d.generation, e.type, e.producer, e.payload, e.occurred_at AS "occurredAt", e.traceparent
     FROM outbox_delivery d JOIN outbox_event e ON e.id = d.event_id
     WHERE d.confirmed_at IS NULL AND d.next_send_at <= now()
     ORDER BY d.next_send_at
     LIMIT $1
     FOR UPDATE OF d SKIP LOCKED`,
    [limit],
  );

/** Notes what was sent and when to look again. */
export async function noteSent(tx: EntityManager, sendings: readonly Sending[]): Promise<void> {
  const rows = sendings.map(({ delivery, generation, nextSendInMs }) => ({
    event_id: delivery.eventId,
    consumer: delivery.consumer,
    generation,
    wait: `${nextSendInMs} milliseconds`,
  }));
  await tx.query(
    `UPDATE outbox_delivery d
     SET generation = s.generation,
         published_at = CASE WHEN s.generation > d.generation THEN clock_timestamp() ELSE d.published_at END,
         next_send_at = clock_timestamp() + s.wait
     FROM jsonb_to_recordset($1::jsonb) AS s(event_id uuid, consumer text, generation int, wait interval)
     WHERE d.event_id = s.event_id AND d.consumer = s.consumer`,
    [JSON.stringify(rows)],
  );
}
