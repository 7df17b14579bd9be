import { CreateRetention1700000000006 } from './create-retention.migration';
import { ErasureEntryEntity, RetentionRuleEntity } from './retention.entity';

export * from './domain/retention';
export * from './eraser';
export * from './erasure.consumer';
export * from './record-kind';
export * from './rules';

/** The tables of this mechanism: a service lists them beside its own. */
export const retentionEntities = [RetentionRuleEntity, ErasureEntryEntity];
export const retentionMigrations = [CreateRetention1700000000006];
