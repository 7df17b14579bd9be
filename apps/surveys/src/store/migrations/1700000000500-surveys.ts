import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Surveys1700000000500 implements MigrationInterface {
  name = 'Surveys1700000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "survey" (
        "id" uuid NOT NULL PRIMARY KEY, "code" text NOT NULL, "version" integer NOT NULL,
        "status" text NOT NULL CHECK ("status" IN ('DRAFT', 'PUBLISHED', 'REPLACED')),
        "title_ko" text NOT NULL, "title_en" text NOT NULL, "answer_days" integer NOT NULL,
        "questions" jsonb NOT NULL, "published_at" timestamptz,
        UNIQUE ("code", "version"), CHECK (("status" = 'DRAFT') = ("published_at" IS NULL)))`);
    await runner.query(`CREATE UNIQUE INDEX "survey_published" ON "survey" ("code") WHERE "status" = 'PUBLISHED'`);
    await runner.query(`CREATE UNIQUE INDEX "survey_draft" ON "survey" ("code") WHERE "status" = 'DRAFT'`);
    await runner.query(`
      CREATE TABLE "survey_invitation" (
        "id" uuid NOT NULL PRIMARY KEY, "survey_id" uuid NOT NULL REFERENCES "survey" ("id"),
        "complaint_id" uuid NOT NULL CONSTRAINT "survey_invitation_once" UNIQUE,
        "citizen_id" uuid NOT NULL, "department_code" text NOT NULL, "service_code" text NOT NULL,
        "invited_at" timestamptz NOT NULL, "expires_at" timestamptz NOT NULL, "answered" boolean NOT NULL DEFAULT false)`);
    await runner.query(
      `CREATE INDEX "survey_invitation_of_citizen" ON "survey_invitation" ("citizen_id", "invited_at", "id")`,
    );
    await runner.query(
      `CREATE INDEX "survey_invitation_of_department" ON "survey_invitation" ("department_code", "invited_at")`,
    );
    await runner.query(`
      CREATE TABLE "survey_response" (
        "id" uuid NOT NULL PRIMARY KEY, "survey_id" uuid NOT NULL REFERENCES "survey" ("id"),
        "department_code" text NOT NULL, "service_code" text NOT NULL, "answered_on" date NOT NULL,
        "answers" jsonb NOT NULL, "mean" double precision)`);
    await runner.query(
      `CREATE INDEX "survey_response_of_department" ON "survey_response" ("department_code", "answered_on")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "survey_response", "survey_invitation", "survey"');
  }
}
