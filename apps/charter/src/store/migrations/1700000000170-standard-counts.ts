import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What departments count by hand. A correction is a further edition: nothing is changed, deleted or emptied. */
export class StandardCounts1700000000170 implements MigrationInterface {
  name = 'StandardCounts1700000000170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "standard_count" (
        "id" uuid NOT NULL PRIMARY KEY,
        -- Both are never deleted, and this table is never emptied along with theirs.
        "standard_code" text NOT NULL, "department_code" text NOT NULL,
        "month" text NOT NULL CHECK ("month" ~ '^[0-9]{4}-[0-9]{2}$'),
        "edition" integer NOT NULL CHECK ("edition" > 0),
        "n" integer NOT NULL CHECK ("n" > 0), "kept" integer CHECK ("kept" BETWEEN 0 AND "n"),
        "mean" double precision CHECK ("mean" >= 0),
        "evidence" text NOT NULL, "recorded_by" uuid NOT NULL, "recorded_at" timestamptz NOT NULL,
        UNIQUE ("standard_code", "department_code", "month", "edition"),
        CHECK (("kept" IS NULL) <> ("mean" IS NULL)))`);
    await runner.query('CREATE INDEX "standard_count_of_month" ON "standard_count" ("month", "standard_code")');
    await runner.query(`
      CREATE TRIGGER "standard_count_never_changes" BEFORE UPDATE OR DELETE ON "standard_count"
        FOR EACH ROW EXECUTE FUNCTION "scorecard_never_changes"()`);
    await runner.query(`
      CREATE TRIGGER "standard_count_never_emptied" BEFORE TRUNCATE ON "standard_count"
        FOR EACH STATEMENT EXECUTE FUNCTION "scorecard_never_changes"()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "standard_count"');
  }
}
