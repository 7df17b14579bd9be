import { type RecordedTable, createRecord, dropRecord, recordTables, releaseTables } from '@charter/record';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is recorded from the beginning of the record. A table that joins later does so in a migration of its own. */
export const RECORDED_AT_FIRST: readonly RecordedTable[] = [
  { table: 'complaint_history', key: ['id'], personal: ['reason'] },
  { table: 'objection_history', key: ['id'], personal: ['reason'] },
  { table: 'service_item_history', key: ['id'] },
  {
    ...{ table: 'confirmed_fault', key: ['complaint_id', 'fault'], personal: ['finding'] },
    replaces: { confirmed_fault_unchanged: 'confirmed_fault_kept' },
  },
  {
    ...{ table: 'deadline_history', key: ['id'], personal: ['reason'] },
    replaces: { deadline_history_append_only: 'deadline_history_is_append_only' },
  },
];

export class Record1700000000463 implements MigrationInterface {
  name = 'Record1700000000463';

  async up(runner: QueryRunner): Promise<void> {
    await createRecord(runner);
    await recordTables(runner, RECORDED_AT_FIRST);
  }

  async down(runner: QueryRunner): Promise<void> {
    await releaseTables(runner, RECORDED_AT_FIRST);
    await dropRecord(runner);
  }
}
