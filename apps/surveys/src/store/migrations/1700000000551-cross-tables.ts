import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is shown of cross tables is decided once, like what is shown of questions. */
export class CrossTables1700000000551 implements MigrationInterface {
  name = 'CrossTables1700000000551';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "survey_shown" ADD COLUMN "crossed" text NOT NULL DEFAULT '', DROP CONSTRAINT "survey_shown_pkey",
        ADD PRIMARY KEY ("survey_id", "month_from", "month_to", "crossed")`);
    await runner.query('ALTER TABLE "survey_shown" ALTER COLUMN "crossed" DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "survey_shown" DISABLE TRIGGER "survey_shown_stays"');
    await runner.query(`DELETE FROM "survey_shown" WHERE "crossed" <> ''`);
    await runner.query('ALTER TABLE "survey_shown" ENABLE TRIGGER "survey_shown_stays"');
    await runner.query(`
      ALTER TABLE "survey_shown" DROP CONSTRAINT "survey_shown_pkey", DROP COLUMN "crossed",
        ADD PRIMARY KEY ("survey_id", "month_from", "month_to")`);
  }
}
