import type { MigrationInterface, QueryRunner } from 'typeorm';

const NEW_BREACHES = ['OBJECTION_UPHELD', 'REPEAT_VISIT', 'WRONG_NOTICE', 'UNKINDNESS'];
const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const BREACHES = listed(['LATE_STATUTORY', 'LATE_CHARTER', ...NEW_BREACHES]);
const STATUSES = listed(['OPENED', 'REVIEWED', 'APPROVED', 'REFUSED', 'OBJECTED', 'PAYING', 'PAID', 'RETURNED']);

/** More breaches and terms of rules; a claim from being opened to being decided; what was broken, whether it was paid for or not. */
export class ClaimsLife1700000000410 implements MigrationInterface {
  name = 'ClaimsLife1700000000410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "compensation_rule"
        DROP CONSTRAINT "compensation_rule_breach_check",
        ADD CONSTRAINT "compensation_rule_breach_check" CHECK ("breach" IN (${BREACHES})),
        ADD "lateness" jsonb, ADD "decision_days" integer NOT NULL DEFAULT 14, ADD "claim_days" integer NOT NULL DEFAULT 60,
        ADD "evidence_ko" text, ADD "evidence_en" text`);
    for (const breach of NEW_BREACHES)
      await runner.query(`
        ALTER TABLE "compensation_rule" ADD CONSTRAINT "compensation_rule_${breach.toLowerCase()}"
          EXCLUDE USING gist (daterange("valid_from", "valid_to", '[]') WITH &&) WHERE ("breach" = '${breach}')`);
    await runner.query(`
      ALTER TABLE "compensation_claim"
        DROP CONSTRAINT "compensation_claim_status_check",
        ADD CONSTRAINT "compensation_claim_status_check" CHECK ("status" IN (${STATUSES})),
        ALTER "late_working_days" DROP NOT NULL, ADD "late_working_hours" double precision,
        ADD "form" text, ADD "filed_by" uuid, ADD "statement" text, ADD "evidence" text, ADD "decision_id" uuid,
        ADD "reviewed_by" uuid, ADD "reviewed_at" timestamptz, ADD "review_note" text,
        ADD "decided_by" uuid, ADD "decided_at" timestamptz, ADD "refused_by" uuid, ADD "refusal_ground" text, ADD "reason" text,
        ADD "object_until" timestamptz, ADD "objected_at" timestamptz, ADD "objection" text, ADD "version" integer NOT NULL DEFAULT 1`);
    await runner.query(`
      UPDATE "compensation_claim" c SET "form" = r."form" FROM "compensation_rule" r
      WHERE r."code" = c."rule_code" AND r."version" = c."rule_version"`);
    await runner.query(`
      ALTER TABLE "compensation_claim" ALTER "form" SET NOT NULL,
        -- Four eyes: who decides did not open or review it.
        ADD CONSTRAINT "compensation_claim_four_eyes"
          CHECK ("decided_by" IS NULL OR ("decided_by" IS DISTINCT FROM "reviewed_by" AND "decided_by" IS DISTINCT FROM "filed_by"))`);
    await runner.query(`
      CREATE TABLE "broken_promise" (
        "complaint_id" uuid NOT NULL, "breach" text NOT NULL CHECK ("breach" IN (${BREACHES})),
        "citizen_id" uuid NOT NULL, "department_code" text NOT NULL, "broken_at" timestamptz NOT NULL,
        PRIMARY KEY ("complaint_id", "breach"))`);
    await runner.query(
      `CREATE INDEX "broken_promise_in_time" ON "broken_promise" ("broken_at", "complaint_id", "breach")`,
    );
    await runner.query(`
      INSERT INTO "broken_promise" SELECT "complaint_id", "breach", "citizen_id", "department_code", "missed_at"
      FROM "compensation_claim"`);
    await runner.query(
      `CREATE TABLE "complaint_ending" ("complaint_id" uuid NOT NULL PRIMARY KEY, "ended_at" timestamptz NOT NULL)`,
    );
    await runner.query(`
      CREATE FUNCTION "compensation_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$`);
    await runner.query(`
      CREATE TRIGGER "compensation_claim_history_append_only" BEFORE UPDATE OR DELETE ON "compensation_claim_history"
        FOR EACH ROW EXECUTE FUNCTION "compensation_append_only"()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER "compensation_claim_history_append_only" ON "compensation_claim_history"');
    await runner.query('DROP FUNCTION "compensation_append_only"');
    await runner.query('DROP TABLE "complaint_ending", "broken_promise"');
    await runner.query(`
      ALTER TABLE "compensation_claim"
        DROP CONSTRAINT "compensation_claim_four_eyes",
        DROP CONSTRAINT "compensation_claim_status_check",
        ADD CONSTRAINT "compensation_claim_status_check" CHECK ("status" IN ('OPENED')),
        ALTER "late_working_days" SET NOT NULL, DROP "late_working_hours",
        DROP "form", DROP "filed_by", DROP "statement", DROP "evidence", DROP "decision_id",
        DROP "reviewed_by", DROP "reviewed_at", DROP "review_note",
        DROP "decided_by", DROP "decided_at", DROP "refused_by", DROP "refusal_ground", DROP "reason",
        DROP "object_until", DROP "objected_at", DROP "objection", DROP "version"`);
    for (const breach of NEW_BREACHES)
      await runner.query(`ALTER TABLE "compensation_rule" DROP CONSTRAINT "compensation_rule_${breach.toLowerCase()}"`);
    await runner.query(`
      ALTER TABLE "compensation_rule"
        DROP CONSTRAINT "compensation_rule_breach_check",
        ADD CONSTRAINT "compensation_rule_breach_check" CHECK ("breach" IN ('LATE_STATUTORY', 'LATE_CHARTER')),
        DROP "lateness", DROP "decision_days", DROP "claim_days", DROP "evidence_ko", DROP "evidence_en"`);
  }
}
