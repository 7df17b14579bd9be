import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ARTICLES, writeRules } from '@charter/personal-data';

/** Complaints that people were erased from say so; a petitioner who was has no contact. */
export class Retention1700000000462 implements MigrationInterface {
  name = 'Retention1700000000462';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "complaint" ADD "erased_at" timestamptz');
    await runner.query(`
      ALTER TABLE "petitioner" DROP CONSTRAINT "petitioner_check",
        ADD CONSTRAINT "petitioner_check" CHECK ("phone" IS NOT NULL OR "email" IS NOT NULL OR "name" = 'erased')`);
    await writeRules(runner, [
      { kind: 'complaint', months: 60, article: ARTICLES.records },
      { kind: 'consultation', months: 12, article: ARTICLES.purpose },
    ]);
  }

  /** @throws where somebody was erased already: what is gone cannot come back */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "petitioner" DROP CONSTRAINT "petitioner_check",
        ADD CONSTRAINT "petitioner_check" CHECK ("phone" IS NOT NULL OR "email" IS NOT NULL)`);
    await runner.query('ALTER TABLE "complaint" DROP "erased_at"');
  }
}
