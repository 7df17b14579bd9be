import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who read whose personal data, and the monthly look through it. Nothing of it changes, but for the key under which reason and
 * address are sealed, and nothing goes before two years have passed (개인정보의 안전성 확보조치 기준 제8조).
 */
export class AccessLog1700000000651 implements MigrationInterface {
  name = 'AccessLog1700000000651';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "access_log" (
        "id" uuid NOT NULL PRIMARY KEY, "reader_id" uuid NOT NULL, "reader_role" text NOT NULL, "department_code" text,
        "purpose" text NOT NULL, "operation" text NOT NULL, "read_at" timestamptz NOT NULL, "reason" text, "address" text)`);
    await runner.query('CREATE INDEX "access_log_by_moment" ON "access_log" ("read_at")');
    await runner.query(`
      CREATE TABLE "access_log_subject" (
        "id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        "reading_id" uuid NOT NULL REFERENCES "access_log" ("id") ON DELETE CASCADE,
        "citizen_id" uuid, "subject_type" text NOT NULL, "subject_id" uuid NOT NULL, "kinds" text[] NOT NULL,
        "read_at" timestamptz NOT NULL)`);
    await runner.query('CREATE INDEX "access_log_subject_newest" ON "access_log_subject" ("read_at", "id")');
    await runner.query('CREATE INDEX "access_log_subject_reading" ON "access_log_subject" ("reading_id")');
    await runner.query('CREATE INDEX "access_log_of_citizen" ON "access_log_subject" ("citizen_id", "read_at", "id")');
    await runner.query('CREATE INDEX "access_log_of_subject" ON "access_log_subject" ("subject_id", "read_at", "id")');
    await runner.query(`
      CREATE TABLE "access_review" (
        "month" text NOT NULL PRIMARY KEY, "reviewed_by" uuid NOT NULL, "reviewed_at" timestamptz NOT NULL, "remark" text NOT NULL)`);
    await runner.query(`
      CREATE FUNCTION "access_log_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          IF OLD."read_at" < now() - interval '2 years' THEN RETURN OLD; END IF;
        ELSIF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'access_log' THEN
          IF "only_resealed"(to_jsonb(OLD), to_jsonb(NEW), '{reason,address}') THEN RETURN NEW; END IF;
        END IF;
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`);
    for (const table of ['access_log', 'access_log_subject']) {
      await runner.query(`
        CREATE TRIGGER "${table}_kept" BEFORE UPDATE OR DELETE ON "${table}"
          FOR EACH ROW EXECUTE FUNCTION "access_log_kept"()`);
      await runner.query(`
        CREATE TRIGGER "${table}_never_emptied" BEFORE TRUNCATE ON "${table}"
          FOR EACH STATEMENT EXECUTE FUNCTION "access_log_kept"()`);
    }
    await runner.query(`
      CREATE TRIGGER "access_review_append_only" BEFORE UPDATE OR DELETE ON "access_review"
        FOR EACH ROW EXECUTE FUNCTION "stays_as_written"()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "access_review", "access_log_subject", "access_log"');
    await runner.query('DROP FUNCTION "access_log_kept"');
  }
}
