import { outboxEntities, outboxMigrations } from '@charter/outbox';
import type { Store } from '@charter/service';
import { ClaimEntity, RuleEntity } from './compensation.entity';
import { Compensation1700000000400 } from './migrations/1700000000400-compensation';

/** What this service keeps: its own tables, and those of the mechanisms that it uses. */
export const store: Store = {
  entities: [RuleEntity, ClaimEntity, ...outboxEntities],
  migrations: [...outboxMigrations, Compensation1700000000400],
};
