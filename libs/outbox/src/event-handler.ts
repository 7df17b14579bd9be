import type { ConsumerName, EventEnvelope } from '@charter/contracts';
import type { EntityManager } from 'typeorm';

/** One consumer of events. Its work and the inbox's DONE are one transaction: whatever it writes through `tx` happens once. */
export interface EventHandler {
  readonly consumer: ConsumerName;
  handle(tx: EntityManager, event: EventEnvelope): Promise<void>;
}

/** Thrown by a handler when trying again cannot help: the event goes straight to the dead letters. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
}
