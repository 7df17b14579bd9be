import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters of apology and correction: what the office gives for them, the letters, who took one, and what departments are called. */
export class Letters1700000000480 implements MigrationInterface {
  name = 'Letters1700000000480';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "known_department" (
        "code" text NOT NULL PRIMARY KEY, "name_ko" text NOT NULL, "name_en" text NOT NULL, "phone" text, "as_of" timestamptz NOT NULL)`);
    await runner.query(`
      CREATE TABLE "letter_terms" (
        "claim_id" uuid NOT NULL PRIMARY KEY REFERENCES "compensation_claim" ("id"),
        "handler" text, "phone" text, "correction_ko" text, "correction_en" text, "correct_by" date,
        "given_by" uuid NOT NULL, "given_at" timestamptz NOT NULL,
        CHECK (("correction_ko" IS NULL) = ("correction_en" IS NULL)))`);
    await runner.query(`
      CREATE TABLE "compensation_letter" (
        "id" uuid NOT NULL PRIMARY KEY, "claim_id" uuid NOT NULL REFERENCES "compensation_claim" ("id"),
        "version" integer NOT NULL, "seq" bigint GENERATED ALWAYS AS IDENTITY UNIQUE, "text_version" integer NOT NULL,
        "facts" jsonb NOT NULL, "people" text, "written_at" timestamptz NOT NULL, "try_at" timestamptz NOT NULL,
        "dated" date, "sent_at" timestamptz, "cancelled_at" timestamptz, "sha256_ko" text, "sha256_en" text,
        UNIQUE ("claim_id", "version"),
        CHECK ("sent_at" IS NULL OR ("cancelled_at" IS NULL AND "dated" IS NOT NULL AND "people" IS NOT NULL
          AND "sha256_ko" IS NOT NULL AND "sha256_en" IS NOT NULL)))`);
    await runner.query(
      `CREATE INDEX "compensation_letter_waiting" ON "compensation_letter" ("try_at") WHERE "sent_at" IS NULL AND "cancelled_at" IS NULL`,
    );
    await runner.query(`
      CREATE FUNCTION "compensation_letter_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF OLD."sent_at" IS NULL AND OLD."cancelled_at" IS NULL THEN RETURN NEW; END IF;
        END IF;
        RAISE EXCEPTION 'a letter that was sent does not change' USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER "compensation_letter_unchanged" BEFORE UPDATE OR DELETE ON "compensation_letter"
        FOR EACH ROW EXECUTE FUNCTION "compensation_letter_kept"()`);
    await runner.query(`
      CREATE TRIGGER "compensation_letter_not_emptied" BEFORE TRUNCATE ON "compensation_letter"
        FOR EACH STATEMENT EXECUTE FUNCTION "compensation_letter_kept"()`);
    await runner.query(`
      CREATE TABLE "letter_access" (
        "id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "letter_id" uuid NOT NULL REFERENCES "compensation_letter" ("id"),
        "language" text NOT NULL, "read_by" uuid NOT NULL, "read_at" timestamptz NOT NULL, "address" text)`);
    await runner.query('CREATE INDEX "letter_access_of" ON "letter_access" ("letter_id", "id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "letter_access", "compensation_letter", "letter_terms", "known_department"');
    await runner.query('DROP FUNCTION "compensation_letter_kept"');
  }
}
