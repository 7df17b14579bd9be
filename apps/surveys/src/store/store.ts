import { deadlineEntities, deadlineMigrations } from '@charter/deadlines';
import { outboxEntities, outboxMigrations } from '@charter/outbox';
import { retentionEntities, retentionMigrations, rotationMigrations } from '@charter/personal-data';
import { CreateIdempotencyKey1700000000003, IdempotencyKeyEntity, type Store } from '@charter/service';
import { DraftResponseEntity, QuotaEntity, ResponseEntity, UsedTokenEntity } from './answer.entity';
import { AudienceEntity, ServedEntity, ToInviteEntity } from './audience.entity';
import { CampaignEntity, CampaignStepEntity } from './campaign.entity';
import { KnownDepartmentEntity } from './department.entity';
import { Surveys1700000000500 } from './migrations/1700000000500-surveys';
import { Questionnaires1700000000510 } from './migrations/1700000000510-questionnaires';
import { Audiences1700000000520 } from './migrations/1700000000520-audiences';
import { CrossTables1700000000551 } from './migrations/1700000000551-cross-tables';
import { Results1700000000550 } from './migrations/1700000000550-results';
import { Campaigns1700000000560 } from './migrations/1700000000560-campaigns';
import { Retention1700000000582 } from './migrations/1700000000582-retention';
import { Departments1700000000572 } from './migrations/1700000000572-departments';
import { Told1700000000570 } from './migrations/1700000000570-told';
import { AppendOnly1700000000571 } from './migrations/1700000000571-append-only';
import { RECORDED_AT_FIRST, Record1700000000583 } from './migrations/1700000000583-record';
import { CountEntity, CountedMonthEntity, PublicationEntity, ShownEntity } from './results.entity';
import { InvitationEntity, SurveyEntity, SurveyHistoryEntity } from './survey.entity';
import { ToldEntity } from './told.entity';

/** What this service keeps: its own tables, and those of the mechanisms that it uses. */
export const store: Store = {
  entities: [
    ...[SurveyEntity, SurveyHistoryEntity, ServedEntity, AudienceEntity, ToInviteEntity, InvitationEntity],
    ...[UsedTokenEntity, ResponseEntity, DraftResponseEntity, QuotaEntity, ToldEntity],
    ...[CountedMonthEntity, CountEntity, ShownEntity, PublicationEntity],
    ...[CampaignEntity, CampaignStepEntity],
    ...[KnownDepartmentEntity, IdempotencyKeyEntity, ...deadlineEntities, ...outboxEntities, ...retentionEntities],
  ],
  migrations: [
    ...outboxMigrations,
    ...rotationMigrations,
    ...deadlineMigrations,
    CreateIdempotencyKey1700000000003,
    ...retentionMigrations,
    Surveys1700000000500,
    Questionnaires1700000000510,
    Audiences1700000000520,
    Results1700000000550,
    CrossTables1700000000551,
    Campaigns1700000000560,
    Told1700000000570,
    AppendOnly1700000000571,
    Departments1700000000572,
    Record1700000000583,
    Retention1700000000582,
  ],
  recorded: RECORDED_AT_FIRST,
};
