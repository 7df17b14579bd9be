import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORDS = ['delivery_attempt', 'admin_action'];

/** Departments by name, contacts found by keyed hash, one lane for each channel, and records that stay as they were written. */
export class LanesAndDepartments1700000000610 implements MigrationInterface {
  name = 'LanesAndDepartments1700000000610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "department" (
        "code" text NOT NULL PRIMARY KEY, "name_ko" text NOT NULL, "name_en" text NOT NULL, "told_at" timestamptz NOT NULL)`);
    await runner.query('ALTER TABLE "profile" ADD "email_hash" text, ADD "phone_hash" text');
    await runner.query('CREATE INDEX "profile_by_email" ON "profile" ("email_hash")');
    await runner.query('CREATE INDEX "profile_by_phone" ON "profile" ("phone_hash")');
    await runner.query('DROP INDEX "notice_to_send"');
    await runner.query(
      `CREATE INDEX "notice_to_send" ON "notice" ("channel", LEAST("attempts", 1), "next_attempt_at", "id")
       WHERE "next_attempt_at" IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "notice_open_or_failed" ON "notice" ("state", "created_at") WHERE "state" IN ('PENDING', 'FAILED')`,
    );
    await runner.query(`
      CREATE FUNCTION "stays_as_written"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`);
    for (const table of RECORDS)
      await runner.query(`
        CREATE TRIGGER "${table}_append_only" BEFORE UPDATE OR DELETE ON "${table}"
        FOR EACH ROW EXECUTE FUNCTION "stays_as_written"()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of RECORDS) await runner.query(`DROP TRIGGER "${table}_append_only" ON "${table}"`);
    await runner.query('DROP FUNCTION "stays_as_written"');
    await runner.query('DROP INDEX "notice_open_or_failed", "notice_to_send"');
    await runner.query(
      `CREATE INDEX "notice_to_send" ON "notice" ("next_attempt_at", "id") WHERE "next_attempt_at" IS NOT NULL`,
    );
    await runner.query('ALTER TABLE "profile" DROP "email_hash", DROP "phone_hash"');
    await runner.query('DROP TABLE "department"');
  }
}
