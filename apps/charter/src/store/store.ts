import { outboxEntities, outboxMigrations } from '@charter/outbox';
import { CreateIdempotencyKey1700000000003, IdempotencyKeyEntity, type Store } from '@charter/service';
import { DepartmentEntity, DepartmentHistoryEntity } from './department.entity';
import { DeclaredHolidayEntity } from './holiday.entity';
import { DepartmentsAndHolidays1700000000100 } from './migrations/1700000000100-departments-and-holidays';
import { Standards1700000000110 } from './migrations/1700000000110-standards';
import { StandardEntity, StandardHistoryEntity } from './standard.entity';

/** What this service keeps: its own tables, and those of the mechanisms that it uses. */
export const store: Store = {
  entities: [
    ...[DepartmentEntity, DepartmentHistoryEntity, DeclaredHolidayEntity, StandardEntity, StandardHistoryEntity],
    ...[IdempotencyKeyEntity, ...outboxEntities],
  ],
  migrations: [
    ...outboxMigrations,
    CreateIdempotencyKey1700000000003,
    DepartmentsAndHolidays1700000000100,
    Standards1700000000110,
  ],
};
