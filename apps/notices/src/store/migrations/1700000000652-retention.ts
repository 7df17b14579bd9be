import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ARTICLES, writeRules } from '@charter/personal-data';

/** Notices that their person was erased from say so; services report what they erased and kept. */
export class Retention1700000000652 implements MigrationInterface {
  name = 'Retention1700000000652';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "notice" ADD "erased_at" timestamptz');
    await runner.query('ALTER TABLE "data_request_service" ADD "report" jsonb');
    await writeRules(runner, [
      { kind: 'notice', months: 24, article: ARTICLES.purpose },
      { kind: 'push-device', months: 0, article: ARTICLES.purpose },
      { kind: 'profile', months: 0, article: ARTICLES.purpose },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "data_request_service" DROP "report"');
    await runner.query('ALTER TABLE "notice" DROP "erased_at"');
  }
}
