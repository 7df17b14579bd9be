import { randomUUID } from 'node:crypto';
import { SERVICES, acknowledgementQueue, type ServiceName } from '@charter/contracts';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { QueueBackend } from './queue-backend';

/** What a consumer tells a producer: the event is with me, done or in my dead letters. Either way it need not be sent again. */
const acknowledgement = z.object({
  eventId: z.uuid(),
  consumer: z.string(),
  outcome: z.enum(['DONE', 'DEAD']),
});
export type Acknowledgement = z.infer<typeof acknowledgement>;

export const isService = (name: unknown): name is ServiceName => (SERVICES as readonly unknown[]).includes(name);

/** A job of an acknowledgement queue. */
export const acknowledgements = z.array(acknowledgement);

/**
 * Tells producers. What comes while a message is on its way goes with the next one: under load one job carries many, and nothing
 * waits for a timer. Each message has an id of its own: hearing it twice changes nothing, a remembered id would swallow it.
 */
export class Acknowledger {
  private readonly next = new Map<ServiceName, { readonly batch: Acknowledgement[]; readonly sent: Promise<void> }>();
  private readonly underWay = new Map<ServiceName, Promise<void>>();

  constructor(private readonly queues: QueueBackend) {}

  /** @throws when the message that carried it could not be put into the queue */
  tell(producer: ServiceName, acknowledgement: Acknowledgement): Promise<void> {
    const open = this.next.get(producer);
    if (open) {
      open.batch.push(acknowledgement);
      return open.sent;
    }
    const batch = [acknowledgement];
    const before = this.underWay.get(producer) ?? Promise.resolve();
    const send = () => {
      this.next.delete(producer);
      return this.queues.add(acknowledgementQueue(producer), [{ id: `ack-${randomUUID()}`, data: batch }]);
    };
    const sent = before.then(send, send); // whoever was in the message before has heard of its failure
    this.next.set(producer, { batch, sent });
    this.underWay.set(producer, sent);
    return sent;
  }
}

/** Notes outcomes. A dead letter that a retry has saved becomes DONE; DONE stays. */
export async function confirm(dataSource: DataSource, batch: readonly Acknowledgement[]): Promise<void> {
  await dataSource.query(
    `UPDATE outbox_delivery d SET confirmed_at = coalesce(d.confirmed_at, now()), outcome = a.outcome
     FROM (
       SELECT DISTINCT ON ("eventId", consumer) *
       FROM jsonb_to_recordset($1::jsonb) AS told("eventId" uuid, consumer text, outcome text)
       ORDER BY "eventId", consumer, outcome DESC -- DONE before DEAD
     ) a
     WHERE d.event_id = a."eventId" AND d.consumer = a.consumer AND d.outcome IS DISTINCT FROM 'DONE'`,
    [JSON.stringify(batch)],
  );
}
