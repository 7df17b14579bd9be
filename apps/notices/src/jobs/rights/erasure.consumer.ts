import type { EventEnvelope } from '@charter/contracts';
import type { EventHandler } from '@charter/outbox';
import type { Eraser } from '@charter/personal-data';
import type { Clock } from '@charter/service';
import type { DataRequestStore } from '../../store/rights/data-request.store';

/**
 * Collects what the services erased and kept. When all have done it, this service erases its own, the profile last: until
 * then somebody can still be told. Each step is one transaction with its inbox entry, so that it happens once.
 */
export const erasureConsumer = (requests: DataRequestStore, eraser: Eraser, clock: Clock): EventHandler => ({
  consumer: 'notices-erasure',
  async handle(tx, event) {
    const { requestId, service, erased, kept } = (event as EventEnvelope<'erasure.done.v1'>).payload;
    const request = await requests.lockRunning(tx, requestId);
    if (!request) return;
    const left = await requests.report(tx, requestId, service, { erased, kept });
    if (left.some((name) => name !== 'notices')) return;
    const now = clock.now();
    const own = await eraser.onRequest(tx, { citizenId: request.personId, requestId, now });
    await requests.report(tx, requestId, 'notices', own);
    await requests.finish(tx, requestId, now);
  },
});
