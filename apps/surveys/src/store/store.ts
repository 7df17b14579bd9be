import { outboxEntities, outboxMigrations } from '@charter/outbox';
import type { Store } from '@charter/service';
import { Surveys1700000000500 } from './migrations/1700000000500-surveys';
import { Questionnaires1700000000510 } from './migrations/1700000000510-questionnaires';
import { InvitationEntity, ResponseEntity, SurveyEntity, SurveyHistoryEntity, UsedTokenEntity } from './survey.entity';

/** What this service keeps: its own tables, and those of the mechanisms that it uses. */
export const store: Store = {
  entities: [SurveyEntity, SurveyHistoryEntity, InvitationEntity, UsedTokenEntity, ResponseEntity, ...outboxEntities],
  migrations: [...outboxMigrations, Surveys1700000000500, Questionnaires1700000000510],
};
