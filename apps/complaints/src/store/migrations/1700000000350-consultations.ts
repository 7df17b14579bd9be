import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Consultations (상담 예약). Nobody is booked twice: neither a slot, nor a citizen, nor an expert, whatever happens at once; the
 * database refuses it by exclusion.
 */
export class Consultations1700000000350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query(`
      CREATE TABLE "consultation_slot" (
        "id" uuid NOT NULL PRIMARY KEY, "department_code" text NOT NULL, "officer_id" uuid,
        "method" text NOT NULL CHECK ("method" IN ('IN_PERSON', 'PHONE', 'VIDEO')), "place" text NOT NULL,
        "starts_at" timestamptz NOT NULL, "ends_at" timestamptz NOT NULL, "closed_at" timestamptz,
        "opened_by" uuid NOT NULL, "version" integer NOT NULL DEFAULT 1,
        CHECK ("starts_at" < "ends_at"),
        CONSTRAINT "consultation_slot_of_one_expert" EXCLUDE USING gist (
          "officer_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&)
          WHERE ("officer_id" IS NOT NULL AND "closed_at" IS NULL))`);
    await runner.query(`
      CREATE INDEX "consultation_slot_of_department" ON "consultation_slot" ("department_code", "starts_at", "id")
        WHERE "closed_at" IS NULL`);
    await runner.query(`
      CREATE TABLE "consultation" (
        "id" uuid NOT NULL PRIMARY KEY, "slot_id" uuid NOT NULL REFERENCES "consultation_slot" ("id"),
        "citizen_id" uuid NOT NULL, "complaint_id" uuid REFERENCES "complaint" ("id"), "department_code" text NOT NULL,
        "topic" text NOT NULL,
        "status" text NOT NULL CHECK ("status" IN ('WAITING', 'BOOKED', 'CANCELLED', 'HELD', 'MISSED')),
        "asked_at" timestamptz NOT NULL, "starts_at" timestamptz NOT NULL, "ends_at" timestamptz NOT NULL,
        "cancelled_by" text CHECK ("cancelled_by" IN ('CITIZEN', 'OFFICE')), "reason" text,
        "name" text NOT NULL, "phone" text, "email" text, "language" text NOT NULL,
        "remind_at" timestamptz, "remind_stage" text, "version" integer NOT NULL DEFAULT 1,
        CHECK ("phone" IS NOT NULL OR "email" IS NOT NULL),
        CHECK (("status" = 'CANCELLED') = ("cancelled_by" IS NOT NULL)),
        CONSTRAINT "consultation_once_for_a_slot" EXCLUDE USING gist ("slot_id" WITH =)
          WHERE ("status" IN ('BOOKED', 'HELD', 'MISSED')),
        CONSTRAINT "consultation_once_at_a_time" EXCLUDE USING gist (
          "citizen_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&) WHERE ("status" = 'BOOKED'))`);
    await runner.query(`
      CREATE UNIQUE INDEX "consultation_asked_once" ON "consultation" ("slot_id", "citizen_id")
        WHERE "status" IN ('WAITING', 'BOOKED')`);
    await runner.query(`
      CREATE INDEX "consultation_waiting" ON "consultation" ("slot_id", "asked_at", "id") WHERE "status" = 'WAITING'`);
    await runner.query(`CREATE INDEX "consultation_of_citizen" ON "consultation" ("citizen_id", "starts_at", "id")`);
    await runner.query(
      `CREATE INDEX "consultation_of_department" ON "consultation" ("department_code", "starts_at", "id")`,
    );
    await runner.query(`
      CREATE INDEX "consultation_to_remind" ON "consultation" ("remind_at") WHERE "status" = 'BOOKED' AND "remind_at" IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "consultation", "consultation_slot"');
    await runner.query('DROP EXTENSION btree_gist');
  }
}
