import { type RecordedTable, createRecord, dropRecord, recordTables, releaseTables } from '@charter/record';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is recorded from the beginning of the record. A table that joins later does so in a migration of its own. */
export const RECORDED_AT_FIRST: readonly RecordedTable[] = [{ table: 'admin_action', key: ['id'] }];

export class Record1700000000643 implements MigrationInterface {
  name = 'Record1700000000643';

  async up(runner: QueryRunner): Promise<void> {
    await createRecord(runner);
    await recordTables(runner, RECORDED_AT_FIRST);
  }

  async down(runner: QueryRunner): Promise<void> {
    await releaseTables(runner, RECORDED_AT_FIRST);
    await dropRecord(runner);
  }
}
