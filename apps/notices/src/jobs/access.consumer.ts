import type { EventEnvelope } from '@charter/contracts';
import type { EventHandler } from '@charter/outbox';
import type { AccessLogStore } from '../store/access-log/access-log.store';

/** Keeps what the services tell of readings of personal data. */
export const accessConsumer = (log: AccessLogStore): EventHandler => ({
  consumer: 'notices-access',
  handle: (tx, event) => log.write(tx, (event as EventEnvelope<'personal-data.read.v1'>).payload),
});
