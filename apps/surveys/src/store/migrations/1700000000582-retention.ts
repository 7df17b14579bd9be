import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ARTICLES, writeRules } from '@charter/personal-data';

/** Invitations that people were erased from say so. */
export class Retention1700000000582 implements MigrationInterface {
  name = 'Retention1700000000582';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "survey_invitation" ADD "erased_at" timestamptz');
    await writeRules(runner, [
      { kind: 'survey-invitation', months: 24, article: ARTICLES.purpose },
      { kind: 'survey-served', months: 24, article: ARTICLES.purpose },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "survey_invitation" DROP "erased_at"');
  }
}
