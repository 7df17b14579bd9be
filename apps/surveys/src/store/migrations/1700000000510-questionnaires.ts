import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONTENT = ['code', 'version', 'audience', 'title_ko', 'title_en', 'answer_days', 'questions'];
const MORE_CONTENT = [...CONTENT, 'once_per_person', 'by_token', 'sections', 'quotas'];

const row = (of: string, columns: readonly string[]): string =>
  `(${columns.map((column) => `${of}."${column}"`).join(', ')})`;

const staysTrigger = (columns: readonly string[]): string => `
  CREATE TRIGGER "survey_stays" BEFORE UPDATE ON "survey" FOR EACH ROW
  WHEN (OLD."status" <> 'DRAFT' AND ${row('OLD', columns)} IS DISTINCT FROM ${row('NEW', columns)})
  EXECUTE FUNCTION "survey_stays"()`;

/** Questionnaires with sections, branches, quotas and every audience; they close. */
export class Questionnaires1700000000510 implements MigrationInterface {
  name = 'Questionnaires1700000000510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER "survey_stays" ON "survey"');
    await runner.query(`
      ALTER TABLE "survey"
        ADD COLUMN "once_per_person" boolean NOT NULL DEFAULT true, ADD COLUMN "by_token" boolean NOT NULL DEFAULT true,
        ADD COLUMN "sections" jsonb NOT NULL DEFAULT '[]', ADD COLUMN "quotas" jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN "closes_at" timestamptz,
        DROP CONSTRAINT "survey_audience_check", DROP CONSTRAINT "survey_status_check",
        ADD CONSTRAINT "survey_audience_check" CHECK ("audience" IN ('PETITIONER', 'EVERYONE', 'LIST', 'SAMPLE')),
        ADD CONSTRAINT "survey_status_check" CHECK ("status" IN ('DRAFT', 'PUBLISHED', 'REPLACED', 'CLOSED'))`);
    for (const column of ['once_per_person', 'by_token', 'sections', 'quotas'])
      await runner.query(`ALTER TABLE "survey" ALTER COLUMN "${column}" DROP DEFAULT`);
    await runner.query(staysTrigger(MORE_CONTENT));
    await runner.query('DROP INDEX "survey_published"');
    await runner.query(
      `CREATE UNIQUE INDEX "survey_standing" ON "survey" ("audience") WHERE "status" = 'PUBLISHED' AND "audience" = 'PETITIONER'`,
    );
    await runner.query(`CREATE UNIQUE INDEX "survey_published" ON "survey" ("code") WHERE "status" = 'PUBLISHED'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER "survey_stays" ON "survey"');
    await runner.query('DROP INDEX "survey_standing", "survey_published"');
    await runner.query(`
      ALTER TABLE "survey"
        DROP COLUMN "once_per_person", DROP COLUMN "by_token", DROP COLUMN "sections", DROP COLUMN "quotas",
        DROP COLUMN "closes_at", DROP CONSTRAINT "survey_audience_check", DROP CONSTRAINT "survey_status_check",
        ADD CONSTRAINT "survey_audience_check" CHECK ("audience" IN ('PETITIONER')),
        ADD CONSTRAINT "survey_status_check" CHECK ("status" IN ('DRAFT', 'PUBLISHED', 'REPLACED'))`);
    await runner.query(staysTrigger(CONTENT));
    await runner.query(`CREATE UNIQUE INDEX "survey_published" ON "survey" ("audience") WHERE "status" = 'PUBLISHED'`);
  }
}
