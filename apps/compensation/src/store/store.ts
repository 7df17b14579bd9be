import { outboxEntities, outboxMigrations } from '@charter/outbox';
import { CreateIdempotencyKey1700000000003, IdempotencyKeyEntity, type Store } from '@charter/service';
import { ClaimEntity, ClaimHistoryEntity, RuleEntity } from './compensation.entity';
import { Compensation1700000000400 } from './migrations/1700000000400-compensation';

/** What this service keeps: its own tables, and those of the mechanisms that it uses. */
export const store: Store = {
  entities: [RuleEntity, ClaimEntity, ClaimHistoryEntity, IdempotencyKeyEntity, ...outboxEntities],
  migrations: [...outboxMigrations, CreateIdempotencyKey1700000000003, Compensation1700000000400],
};
