import { outboxEntities, outboxMigrations } from '@charter/outbox';
import type { Store } from '@charter/service';
import { Notices1700000000600 } from './migrations/1700000000600-notices';
import { AdminActionEntity, DeliveryAttemptEntity, NoticeEntity, ProfileEntity } from './notice.entity';

/** What this service keeps: its own tables, and those of the mechanisms that it uses. */
export const store: Store = {
  entities: [ProfileEntity, NoticeEntity, DeliveryAttemptEntity, AdminActionEntity, ...outboxEntities],
  migrations: [...outboxMigrations, Notices1700000000600],
};
