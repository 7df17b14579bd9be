import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts of answers, what is shown of them, and results that were published and never change. */
export class Results1700000000550 implements MigrationInterface {
  name = 'Results1700000000550';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "survey_counted_month" (
        "survey_id" uuid NOT NULL REFERENCES "survey" ("id"), "month" text NOT NULL, PRIMARY KEY ("survey_id", "month"))`);
    await runner.query(`
      CREATE TABLE "survey_count" (
        "survey_id" uuid NOT NULL, "month" text NOT NULL, "question" text NOT NULL, "item" text NOT NULL, "value" text NOT NULL,
        "department_code" text NOT NULL, "channel" text NOT NULL, "service_code" text NOT NULL, "n" integer NOT NULL,
        PRIMARY KEY ("survey_id", "month", "question", "item", "value", "department_code", "channel", "service_code"),
        FOREIGN KEY ("survey_id", "month") REFERENCES "survey_counted_month" ("survey_id", "month"))`);
    await runner.query(`
      CREATE TABLE "survey_shown" (
        "survey_id" uuid NOT NULL REFERENCES "survey" ("id"), "month_from" text NOT NULL, "month_to" text NOT NULL,
        "groups" jsonb NOT NULL, "decided_on" date NOT NULL, PRIMARY KEY ("survey_id", "month_from", "month_to"))`);
    await runner.query(`
      CREATE TABLE "survey_publication" (
        "id" uuid NOT NULL PRIMARY KEY, "survey_id" uuid NOT NULL REFERENCES "survey" ("id"), "number" integer NOT NULL,
        "month_from" text NOT NULL, "month_to" text NOT NULL, "published_at" timestamptz NOT NULL, "published_by" uuid NOT NULL,
        "corrects" uuid REFERENCES "survey_publication" ("id"), "reason" text, "results" json NOT NULL,
        CONSTRAINT "survey_publication_number" UNIQUE ("survey_id", "number"),
        CONSTRAINT "survey_publication_corrected_once" UNIQUE ("corrects"),
        CHECK (("corrects" IS NULL) = ("reason" IS NULL)))`);
    await runner.query(`
      CREATE UNIQUE INDEX "survey_publication_once" ON "survey_publication" ("survey_id", "month_from", "month_to")
      WHERE "corrects" IS NULL`);
    await runner.query(`
      CREATE FUNCTION "results_stay"() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'What was published never changes.'; END $$`);
    for (const table of ['survey_publication', 'survey_shown']) {
      await runner.query(`
        CREATE TRIGGER "${table}_stays" BEFORE UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION "results_stay"()`);
    }
    await runner.query(`CREATE INDEX "survey_response_by_day" ON "survey_response" ("survey_id", "answered_on")`);
    await runner.query(`CREATE INDEX "survey_invitation_of_survey" ON "survey_invitation" ("survey_id", "invited_at")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "survey_response_by_day", "survey_invitation_of_survey"');
    await runner.query('DROP TABLE "survey_publication", "survey_shown", "survey_count", "survey_counted_month"');
    await runner.query('DROP FUNCTION "results_stay"');
  }
}
