import { randomUUID } from 'node:crypto';
import { SERVICES, acknowledgementQueue, type ServiceName } from '@charter/contracts';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { QueueBackend } from './queue-backend';

/** What a consumer tells a producer: the event is with me, done or in my dead letters. Either way it need not be sent again. */
export const acknowledgement = z.object({
  eventId: z.uuid(),
  consumer: z.string(),
  outcome: z.enum(['DONE', 'DEAD']),
});
export type Acknowledgement = z.infer<typeof acknowledgement>;

export const isService = (name: unknown): name is ServiceName => (SERVICES as readonly unknown[]).includes(name);

/** Each gets an id of its own: hearing it twice changes nothing, a remembered id would swallow the second. */
export const acknowledge = (queues: QueueBackend, producer: ServiceName, data: Acknowledgement): Promise<void> =>
  queues.add(acknowledgementQueue(producer), [{ id: `ack-${randomUUID()}`, data }]);

/** Notes the outcome. A dead letter that a retry has saved becomes DONE; DONE stays. */
export async function confirm(dataSource: DataSource, { eventId, consumer, outcome }: Acknowledgement): Promise<void> {
  await dataSource.query(
    `UPDATE outbox_delivery SET confirmed_at = coalesce(confirmed_at, now()), outcome = $3
     WHERE event_id = $1 AND consumer = $2 AND outcome IS DISTINCT FROM 'DONE'`,
    [eventId, consumer, outcome],
  );
}
