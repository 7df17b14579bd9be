import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Faults of the office that were confirmed: a claim to compensation opens for each. None is changed or taken away. */
export class ConfirmedFaults1700000000450 implements MigrationInterface {
  name = 'ConfirmedFaults1700000000450';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "confirmed_fault" (
        "complaint_id" uuid NOT NULL REFERENCES "complaint" ("id"), "fault" text NOT NULL, "occurred_on" date NOT NULL,
        "finding" text NOT NULL, "confirmed_by" uuid NOT NULL, "confirmed_at" timestamptz NOT NULL,
        PRIMARY KEY ("complaint_id", "fault"), CHECK ("fault" IN ('REPEAT_VISIT', 'WRONG_NOTICE', 'UNKINDNESS')))`);
    await runner.query(`
      CREATE FUNCTION "confirmed_fault_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'confirmed_fault is append-only' USING ERRCODE = 'restrict_violation'; END $$`);
    await runner.query(`
      CREATE TRIGGER "confirmed_fault_unchanged" BEFORE UPDATE OR DELETE ON "confirmed_fault"
        FOR EACH ROW EXECUTE FUNCTION "confirmed_fault_kept"()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "confirmed_fault"');
    await runner.query('DROP FUNCTION "confirmed_fault_kept"');
  }
}
