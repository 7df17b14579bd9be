import { type RecordedTable, createRecord, dropRecord, recordTables, releaseTables } from '@charter/record';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is recorded from the beginning of the record. A table that joins later does so in a migration of its own. */
export const RECORDED_AT_FIRST: readonly RecordedTable[] = [
  { table: 'compensation_claim_history', key: ['id'] },
  { table: 'letter_access', key: ['id'], personal: ['address'] },
  {
    ...{ table: 'bank_file_access', key: ['id'], personal: ['address'] },
    replaces: { bank_file_access_append_only: 'compensation_append_only' },
  },
  {
    ...{ table: 'deadline_history', key: ['id'], personal: ['reason'] },
    replaces: { deadline_history_append_only: 'deadline_history_is_append_only' },
  },
];

/** A claim's own chain stays as it is: its lines are in the record besides, so that a claim whose lines are all gone is found. */
export class Record1700000000499 implements MigrationInterface {
  name = 'Record1700000000499';

  async up(runner: QueryRunner): Promise<void> {
    await createRecord(runner);
    await recordTables(runner, RECORDED_AT_FIRST);
  }

  async down(runner: QueryRunner): Promise<void> {
    await releaseTables(runner, RECORDED_AT_FIRST);
    await dropRecord(runner);
  }
}
