import type { MigrationInterface } from 'typeorm';
import { CreateOutbox1780000000000 } from './create-outbox.migration';
import { InboxEntryEntity } from './inbox-entry.entity';
import { OutboxDeliveryEntity } from './outbox-delivery.entity';
import { OutboxEventEntity } from './outbox-event.entity';
import { OutboxFeedEntity } from './outbox-feed.entity';
import { OutboxFeed1780000000007 } from './outbox-feed.migration';
import { OutboxFigures1780000000006 } from './outbox-figures.migration';
import { OutboxTrace1780000000008 } from './outbox-trace.migration';

/** An app lists these beside its own migrations: the tables live in the service's database. */
export const outboxMigrations: (new () => MigrationInterface)[] = [
  CreateOutbox1780000000000,
  OutboxFigures1780000000006,
  OutboxFeed1780000000007,
  OutboxTrace1780000000008,
];

export const outboxEntities: (new () => object)[] = [
  ...[OutboxEventEntity, OutboxDeliveryEntity, InboxEntryEntity],
  OutboxFeedEntity,
];
