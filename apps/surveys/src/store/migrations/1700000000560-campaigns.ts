import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The yearly satisfaction survey as one operation: its steps, how far each is, and what came of it. */
export class Campaigns1700000000560 implements MigrationInterface {
  name = 'Campaigns1700000000560';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "survey_invitation" ADD COLUMN "reached_by" uuid');
    await runner.query(`
      CREATE TABLE "survey_campaign" (
        "id" uuid NOT NULL PRIMARY KEY,
        "survey_id" uuid NOT NULL CONSTRAINT "survey_campaign_once" UNIQUE REFERENCES "survey" ("id"),
        "audience_id" uuid NOT NULL REFERENCES "survey_audience" ("id"), "department_code" text NOT NULL,
        "started_at" timestamptz NOT NULL, "started_by" uuid NOT NULL, "closes_at" timestamptz NOT NULL,
        "next_at" timestamptz, "publication_id" uuid, "scores" jsonb NOT NULL DEFAULT '[]')`);
    await runner.query(
      `CREATE INDEX "survey_campaign_next" ON "survey_campaign" ("next_at") WHERE "next_at" IS NOT NULL`,
    );
    await runner.query(`CREATE INDEX "survey_campaign_started" ON "survey_campaign" ("started_at", "id")`);
    await runner.query(`
      CREATE TABLE "survey_campaign_step" (
        "campaign_id" uuid NOT NULL REFERENCES "survey_campaign" ("id"), "code" text NOT NULL, "position" integer NOT NULL,
        "begins_at" timestamptz NOT NULL, "deadline_id" uuid NOT NULL, "done_at" timestamptz, "left_out" boolean NOT NULL,
        "count" integer NOT NULL, "after_id" uuid, "trouble" text, PRIMARY KEY ("campaign_id", "code"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "survey_campaign_step", "survey_campaign"');
    await runner.query('ALTER TABLE "survey_invitation" DROP COLUMN "reached_by"');
  }
}
