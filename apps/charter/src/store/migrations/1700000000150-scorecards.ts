import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published scorecards: the database itself refuses to change, delete or empty them, and to keep one whose hash is not its own. */
export class Scorecards1700000000150 implements MigrationInterface {
  name = 'Scorecards1700000000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "scorecard" (
        "id" uuid NOT NULL PRIMARY KEY,
        "year" integer NOT NULL,
        "part" text NOT NULL CHECK ("part" IN ('YEAR', 'FIRST_HALF', 'SECOND_HALF', 'Q1', 'Q2', 'Q3', 'Q4')),
        "edition" integer NOT NULL CHECK ("edition" > 0),
        "complete" boolean NOT NULL, "taken_at" timestamptz NOT NULL,
        "published_by" uuid NOT NULL, "published_at" timestamptz NOT NULL,
        "replaces" uuid UNIQUE, "reason" text,
        "content" text NOT NULL, "content_hash" text NOT NULL,
        UNIQUE ("year", "part", "edition"), UNIQUE ("id", "year", "part"),
        -- Of the same period.
        FOREIGN KEY ("replaces", "year", "part") REFERENCES "scorecard" ("id", "year", "part"),
        CHECK (("edition" = 1) = ("replaces" IS NULL)), CHECK (("replaces" IS NULL) = ("reason" IS NULL)),
        CONSTRAINT "scorecard_hash_is_its_own"
          CHECK ("content_hash" = encode(sha256(convert_to("content", 'UTF8')), 'hex')))`);
    await runner.query(`
      CREATE FUNCTION "scorecard_never_changes"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% never changes', TG_TABLE_NAME; END $$`);
    await runner.query(`
      CREATE TRIGGER "scorecard_never_changes" BEFORE UPDATE OR DELETE ON "scorecard"
        FOR EACH ROW EXECUTE FUNCTION "scorecard_never_changes"()`);
    await runner.query(`
      CREATE TRIGGER "scorecard_never_emptied" BEFORE TRUNCATE ON "scorecard"
        FOR EACH STATEMENT EXECUTE FUNCTION "scorecard_never_changes"()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "scorecard"');
    await runner.query('DROP FUNCTION "scorecard_never_changes"');
  }
}
