import type { ConsumerName, EventEnvelope, ServiceName } from '@charter/contracts';
import { type EventHandler, appendEvents } from '@charter/outbox';
import type { Eraser } from './eraser';

/** Erases what a citizen asked to be erased and tells what was erased and what is kept, in one transaction. */
export const erasureConsumer = (
  service: Exclude<ServiceName, 'notices'>,
  eraser: Eraser,
  clock: { readonly now: () => Date },
): EventHandler => ({
  consumer: `${service}-erasure` satisfies ConsumerName,
  async handle(tx, event) {
    const { requestId, citizenId } = (event as EventEnvelope<'erasure.requested.v1'>).payload;
    const done = await eraser.onRequest(tx, { citizenId, requestId, now: clock.now() });
    await appendEvents(tx, service, [{ type: 'erasure.done.v1', payload: { requestId, service, ...done } }]);
  },
});
