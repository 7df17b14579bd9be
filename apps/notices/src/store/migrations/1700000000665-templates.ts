import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts that administrators write. What was published stays as it was: notices keep the version with which they were planned. */
export class Templates1700000000665 implements MigrationInterface {
  name = 'Templates1700000000665';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "notice_template" (
        "key" text NOT NULL, "version" integer NOT NULL CHECK ("version" > 1), "language" text NOT NULL CHECK ("language" IN ('ko', 'en')),
        "subject" text NOT NULL, "body" text NOT NULL, "published_at" timestamptz NOT NULL, "published_by" uuid NOT NULL,
        PRIMARY KEY ("key", "version", "language"))`);
    await runner.query(`
      CREATE TABLE "notice_template_draft" (
        "key" text NOT NULL, "language" text NOT NULL CHECK ("language" IN ('ko', 'en')), "subject" text NOT NULL, "body" text NOT NULL,
        "saved_at" timestamptz NOT NULL, "saved_by" uuid NOT NULL, PRIMARY KEY ("key", "language"))`);
    await runner.query(`
      CREATE TRIGGER "notice_template_append_only" BEFORE UPDATE OR DELETE ON "notice_template"
      FOR EACH ROW EXECUTE FUNCTION "stays_as_written"()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "notice_template_draft", "notice_template"');
  }
}
