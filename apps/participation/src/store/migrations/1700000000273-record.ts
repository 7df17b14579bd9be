import { type RecordedTable, createRecord, dropRecord, recordTables, releaseTables } from '@charter/record';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is recorded from the beginning of the record. A table that joins later does so in a migration of its own. */
export const RECORDED_AT_FIRST: readonly RecordedTable[] = [
  { table: 'proposal_history', key: ['id'], personal: ['reason'] },
  { table: 'contest_history', key: ['id'], personal: ['reason'] },
  { table: 'monitor_recruitment_history', key: ['id'], personal: ['reason'] },
  { table: 'monitoring_report_history', key: ['id'], personal: ['reason'] },
  { table: 'allowance_statement', key: ['id'] },
  {
    ...{ table: 'deadline_history', key: ['id'], personal: ['reason'] },
    replaces: { deadline_history_append_only: 'deadline_history_is_append_only' },
  },
];

export class Record1700000000273 implements MigrationInterface {
  name = 'Record1700000000273';

  async up(runner: QueryRunner): Promise<void> {
    await createRecord(runner);
    await recordTables(runner, RECORDED_AT_FIRST);
  }

  async down(runner: QueryRunner): Promise<void> {
    await releaseTables(runner, RECORDED_AT_FIRST);
    await dropRecord(runner);
  }
}
