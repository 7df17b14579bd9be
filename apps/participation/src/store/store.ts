import { deadlineEntities, deadlineMigrations } from '@charter/deadlines';
import { outboxEntities, outboxMigrations } from '@charter/outbox';
import { CreateIdempotencyKey1700000000003, IdempotencyKeyEntity, type Store } from '@charter/service';
import { KnownDepartmentEntity } from './department.entity';
import { Conversions1700000000210 } from './migrations/1700000000210-conversions';
import { Proposals1700000000200 } from './migrations/1700000000200-proposals';
import { EndorsementEntity, ProposalEntity, ProposalHistoryEntity, ProposerEntity } from './proposal.entity';

/** What this service keeps: its own tables, and those of the mechanisms that it uses. */
export const store: Store = {
  entities: [
    ...[ProposalEntity, ProposerEntity, EndorsementEntity, ProposalHistoryEntity, KnownDepartmentEntity],
    ...[IdempotencyKeyEntity, ...deadlineEntities, ...outboxEntities],
  ],
  migrations: [
    ...outboxMigrations,
    ...deadlineMigrations,
    CreateIdempotencyKey1700000000003,
    Proposals1700000000200,
    Conversions1700000000210,
  ],
};
