import { type RecordedTable, recordTables, releaseTables } from '@charter/record';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Readings of personal data are in the record (개인정보의 안전성 확보조치 기준 제8조제3항: such logs are kept from being forged and lost). They
 * leave it after two years through `record_remove`, which says so; the log's own trigger refuses them until then.
 */
export const RECORDED_READINGS: readonly RecordedTable[] = [
  { table: 'access_log', key: ['id'], sealed: ['reason', 'address'], removable: true },
  { table: 'access_log_subject', key: ['id'], removable: true },
  { table: 'access_review', key: ['month'] },
];

export class RecordOfReadings1700000000653 implements MigrationInterface {
  name = 'RecordOfReadings1700000000653';

  async up(runner: QueryRunner): Promise<void> {
    await recordTables(runner, RECORDED_READINGS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await releaseTables(runner, RECORDED_READINGS);
  }
}
