import { deadlineEntities, deadlineMigrations } from '@charter/deadlines';
import { outboxEntities, outboxMigrations } from '@charter/outbox';
import { retentionEntities, retentionMigrations } from '@charter/personal-data';
import { CreateIdempotencyKey1700000000003, IdempotencyKeyEntity, type Store } from '@charter/service';
import { CharterEntity, CharterHistoryEntity } from './charter/charter.entity';
import { DepartmentEntity, DepartmentHistoryEntity } from './department.entity';
import { HolidayDeclarationEntity } from './holiday.entity';
import {
  ImprovementEntity,
  ImprovementHistoryEntity,
  ImprovementProgressEntity,
} from './improvements/improvement.entity';
import { HolidayDeclarations1700000000000 } from './migrations/1700000000000-holiday-declarations';
import { DepartmentsAndHolidays1700000000100 } from './migrations/1700000000100-departments-and-holidays';
import { Standards1700000000110 } from './migrations/1700000000110-standards';
import { KnownHolidays1700000000120 } from './migrations/1700000000120-known-holidays';
import { Improvements1700000000130 } from './migrations/1700000000130-improvements';
import { ImprovementsOfNobody1700000000139 } from './migrations/1700000000139-improvements-of-nobody';
import { Charter1700000000140 } from './migrations/1700000000140-charter';
import { Scorecards1700000000150 } from './migrations/1700000000150-scorecards';
import { Retention1700000000182 } from './migrations/1700000000182-retention';
import { StandardCounts1700000000170 } from './migrations/1700000000170-standard-counts';
import { RECORDED_AT_FIRST, Record1700000000183 } from './migrations/1700000000183-record';
import { CountEntity } from './scorecards/count.entity';
import { ScorecardEntity } from './scorecards/scorecard.entity';
import { StandardEntity, StandardHistoryEntity } from './standard.entity';

/** What this service keeps: its own tables, and those of the mechanisms that it uses. */
export const store: Store = {
  entities: [
    ...[DepartmentEntity, DepartmentHistoryEntity, HolidayDeclarationEntity, StandardEntity, StandardHistoryEntity],
    ...[ImprovementEntity, ImprovementProgressEntity, ImprovementHistoryEntity],
    ...[CharterEntity, CharterHistoryEntity],
    ...[ScorecardEntity, CountEntity],
    ...[IdempotencyKeyEntity, ...deadlineEntities, ...outboxEntities, ...retentionEntities],
  ],
  migrations: [
    HolidayDeclarations1700000000000,
    ...deadlineMigrations,
    ...outboxMigrations,
    CreateIdempotencyKey1700000000003,
    ...retentionMigrations,
    DepartmentsAndHolidays1700000000100,
    Standards1700000000110,
    KnownHolidays1700000000120,
    Improvements1700000000130,
    ImprovementsOfNobody1700000000139,
    Charter1700000000140,
    Scorecards1700000000150,
    StandardCounts1700000000170,
    Record1700000000183,
    Retention1700000000182,
  ],
  recorded: RECORDED_AT_FIRST,
};
