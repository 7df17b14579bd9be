import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Compensation1700000000400 implements MigrationInterface {
  name = 'Compensation1700000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "compensation_rule" (
        "code" text NOT NULL, "version" integer NOT NULL, "name_ko" text NOT NULL, "name_en" text NOT NULL,
        "breach" text NOT NULL, "form" text NOT NULL,
        "base_amount" bigint NOT NULL CHECK ("base_amount" > 0), "step_amount" bigint NOT NULL CHECK ("step_amount" >= 0),
        "cap" bigint NOT NULL CHECK ("cap" >= "base_amount"), "yearly_ceiling" bigint,
        "valid_from" date NOT NULL, "valid_to" date,
        PRIMARY KEY ("code", "version"))`);
    await runner.query(`
      CREATE TABLE "compensation_claim" (
        "id" uuid NOT NULL PRIMARY KEY, "complaint_id" uuid NOT NULL, "receipt_number" text NOT NULL,
        "citizen_id" uuid NOT NULL, "department_code" text NOT NULL, "breach" text NOT NULL,
        "rule_code" text NOT NULL, "rule_version" integer NOT NULL, "amount" bigint NOT NULL CHECK ("amount" > 0),
        "status" text NOT NULL CHECK ("status" IN ('OPENED')),
        "missed_at" timestamptz NOT NULL, "opened_at" timestamptz NOT NULL, "opened_by_event" uuid NOT NULL,
        FOREIGN KEY ("rule_code", "rule_version") REFERENCES "compensation_rule" ("code", "version"),
        -- Once for each breach, whatever is delivered twice.
        CONSTRAINT "compensation_claim_once" UNIQUE ("complaint_id", "breach"))`);
    await runner.query(`CREATE INDEX "compensation_claim_newest" ON "compensation_claim" ("opened_at", "id")`);
    await runner.query(
      `CREATE INDEX "compensation_claim_of_citizen" ON "compensation_claim" ("citizen_id", "opened_at", "id")`,
    );
    await runner.query(
      `CREATE INDEX "compensation_claim_of_department" ON "compensation_claim" ("department_code", "opened_at", "id")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "compensation_claim", "compensation_rule"');
  }
}
