import { type RecordedTable, createRecord, dropRecord, recordTables, releaseTables } from '@charter/record';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is recorded from the beginning of the record. A table that joins later does so in a migration of its own. */
export const RECORDED_AT_FIRST: readonly RecordedTable[] = [
  { table: 'department_history', key: ['id'] },
  { table: 'standard_history', key: ['id'] },
  { table: 'charter_history', key: ['id'] },
  {
    ...{ table: 'improvement_progress', key: ['id'], personal: ['text'] },
    replaces: { improvement_progress_append_only: 'improvement_lines_are_append_only' },
  },
  {
    ...{ table: 'improvement_history', key: ['id'], personal: ['said'] },
    replaces: { improvement_history_append_only: 'improvement_lines_are_append_only' },
  },
  { table: 'scorecard', key: ['id'] },
  { table: 'standard_count', key: ['id'] },
  {
    ...{ table: 'deadline_history', key: ['id'], personal: ['reason'] },
    replaces: { deadline_history_append_only: 'deadline_history_is_append_only' },
  },
];

export class Record1700000000183 implements MigrationInterface {
  name = 'Record1700000000183';

  async up(runner: QueryRunner): Promise<void> {
    await createRecord(runner);
    await recordTables(runner, RECORDED_AT_FIRST);
  }

  async down(runner: QueryRunner): Promise<void> {
    await releaseTables(runner, RECORDED_AT_FIRST);
    await dropRecord(runner);
  }
}
