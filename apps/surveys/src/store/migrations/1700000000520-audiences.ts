import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was served, who is asked, what was begun and how many were taken; answers that time and order do not betray. */
export class Audiences1700000000520 implements MigrationInterface {
  name = 'Audiences1700000000520';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "survey_served" (
        "complaint_id" uuid NOT NULL PRIMARY KEY, "citizen_id" uuid NOT NULL, "department_code" text NOT NULL,
        "channel" text NOT NULL, "answered_on" date NOT NULL)`);
    await runner.query(`CREATE INDEX "survey_served_on" ON "survey_served" ("answered_on")`);
    await runner.query(`
      INSERT INTO "survey_served" ("complaint_id", "citizen_id", "department_code", "channel", "answered_on")
      SELECT "complaint_id", "citizen_id", "department_code", 'UNKNOWN', ("invited_at" AT TIME ZONE 'Asia/Seoul')::date
      FROM "survey_invitation"`);
    await runner.query(`
      CREATE TABLE "survey_audience" (
        "id" uuid NOT NULL PRIMARY KEY, "survey_id" uuid NOT NULL REFERENCES "survey" ("id"),
        "department_code" text NOT NULL, "served_from" date, "served_to" date, "seed" text,
        "population" integer NOT NULL, "size" integer NOT NULL, "invited" integer NOT NULL, "known" integer NOT NULL,
        "groups" jsonb NOT NULL, "created_at" timestamptz NOT NULL, "created_by" uuid NOT NULL, "finished_at" timestamptz,
        CHECK ("invited" + "known" <= "size"), CHECK (("finished_at" IS NULL) OR ("invited" + "known" = "size")))`);
    await runner.query(`CREATE INDEX "survey_audience_of" ON "survey_audience" ("survey_id", "created_at")`);
    await runner.query(
      `CREATE INDEX "survey_audience_open" ON "survey_audience" ("created_at") WHERE "finished_at" IS NULL`,
    );
    await runner.query(`
      CREATE TABLE "survey_to_invite" (
        "audience_id" uuid NOT NULL REFERENCES "survey_audience" ("id"), "citizen_id" uuid NOT NULL,
        "complaint_id" uuid, "department_code" text, "channel" text, PRIMARY KEY ("audience_id", "citizen_id"))`);
    await runner.query(`
      ALTER TABLE "survey_invitation"
        ALTER COLUMN "complaint_id" DROP NOT NULL, ALTER COLUMN "department_code" DROP NOT NULL,
        ALTER COLUMN "service_code" DROP NOT NULL, ADD COLUMN "channel" text,
        ADD COLUMN "audience_id" uuid REFERENCES "survey_audience" ("id"),
        ADD CONSTRAINT "survey_invitation_by_way" CHECK (("complaint_id" IS NULL) <> ("audience_id" IS NULL))`);
    await runner.query(`
      CREATE UNIQUE INDEX "survey_invitation_once_each" ON "survey_invitation" ("survey_id", "citizen_id")
      WHERE "audience_id" IS NOT NULL`);
    await runner.query(`CREATE INDEX "survey_invitation_of_audience" ON "survey_invitation" ("audience_id", "id")`);
    await runner.query(`
      CREATE TABLE "survey_draft_response" (
        "mark" text NOT NULL PRIMARY KEY, "answers" text NOT NULL, "keep_until" date NOT NULL)`);
    await runner.query(`CREATE INDEX "survey_draft_response_kept" ON "survey_draft_response" ("keep_until")`);
    await runner.query(`
      CREATE TABLE "survey_quota" (
        "survey_id" uuid NOT NULL REFERENCES "survey" ("id"), "code" text NOT NULL, "taken" integer NOT NULL,
        PRIMARY KEY ("survey_id", "code"))`);
    await runner.query(`
      ALTER TABLE "survey_response"
        ALTER COLUMN "department_code" DROP NOT NULL, ALTER COLUMN "service_code" DROP NOT NULL,
        ADD COLUMN "channel" text, ADD COLUMN "fresh_on" date`);
    await runner.query(
      `CREATE INDEX "survey_response_fresh" ON "survey_response" ("fresh_on") WHERE "fresh_on" IS NOT NULL`,
    );
    await runner.query(`CREATE INDEX "survey_response_of" ON "survey_response" ("survey_id")`);
    await runner.query(`ALTER TABLE "survey_used_token" ADD COLUMN "fresh_on" date`);
    await runner.query(
      `CREATE INDEX "survey_used_token_fresh" ON "survey_used_token" ("fresh_on") WHERE "fresh_on" IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "survey_used_token" DROP COLUMN "fresh_on"');
    await runner.query('DROP INDEX "survey_response_of"');
    await runner.query('DELETE FROM "survey_response" WHERE "department_code" IS NULL OR "service_code" IS NULL');
    await runner.query(`
      ALTER TABLE "survey_response" DROP COLUMN "channel", DROP COLUMN "fresh_on",
        ALTER COLUMN "department_code" SET NOT NULL, ALTER COLUMN "service_code" SET NOT NULL`);
    await runner.query('DELETE FROM "survey_invitation" WHERE "audience_id" IS NOT NULL');
    await runner.query(`
      ALTER TABLE "survey_invitation" DROP COLUMN "audience_id", DROP COLUMN "channel",
        ALTER COLUMN "complaint_id" SET NOT NULL, ALTER COLUMN "department_code" SET NOT NULL,
        ALTER COLUMN "service_code" SET NOT NULL`);
    await runner.query(
      'DROP TABLE "survey_quota", "survey_draft_response", "survey_to_invite", "survey_audience", "survey_served"',
    );
  }
}
