import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The whole life of a complaint: its further statuses, what was decided on the way, and which deadlines are its promises. */
export class Handling1700000000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "complaint"
        DROP CONSTRAINT "complaint_status_check",
        DROP CONSTRAINT "complaint_check",
        ADD "statutory_id" uuid, ADD "charter_id" uuid, ADD "arrived_at" timestamptz, ADD "closed_at" timestamptz,
        ADD "extensions" integer NOT NULL DEFAULT 0 CHECK ("extensions" BETWEEN 0 AND 2),
        ADD "proposed_extension" integer CHECK ("proposed_extension" > 0),
        ADD "supplement_rounds" integer NOT NULL DEFAULT 0,
        ADD "supplement_extensions" integer NOT NULL DEFAULT 0,
        ADD "suspension" text, ADD "suspension_extended" boolean NOT NULL DEFAULT false,
        ADD "transferred_to" text, ADD "opinion_given" boolean NOT NULL DEFAULT false,
        ADD "collective" boolean NOT NULL DEFAULT false`);
    await runner.query(`
      UPDATE "complaint" SET "arrived_at" = "received_at",
        "statutory_id" = (SELECT d."id" FROM "deadline" d WHERE d."subject_id" = "complaint"."id" AND d."kind" = 'STATUTORY'),
        "charter_id" = (SELECT d."id" FROM "deadline" d WHERE d."subject_id" = "complaint"."id" AND d."kind" = 'CHARTER'),
        "closed_at" = COALESCE("answered_at", (SELECT max(h."changed_at") FROM "complaint_history" h
          WHERE h."complaint_id" = "complaint"."id" AND h."to_status" = 'WITHDRAWN'))`);
    await runner.query(`
      ALTER TABLE "complaint"
        ALTER "statutory_id" SET NOT NULL, ALTER "charter_id" SET NOT NULL, ALTER "arrived_at" SET NOT NULL,
        ADD CONSTRAINT "complaint_status_check" CHECK ("status" IN (
          'RECEIVED', 'ASSIGNED', 'SUPPLEMENT_REQUESTED', 'SUSPENDED', 'ANSWERED', 'REJECTED', 'RETURNED', 'TRANSFERRED',
          'WITHDRAWN', 'CLOSED_AS_REPEAT', 'CONVERTED')),
        ADD CONSTRAINT "complaint_answer_check" CHECK (("status" = 'ANSWERED') = ("answer" IS NOT NULL)),
        ADD CONSTRAINT "complaint_closed_check" CHECK (
          ("status" IN ('RECEIVED', 'ASSIGNED', 'SUPPLEMENT_REQUESTED', 'SUSPENDED')) = ("closed_at" IS NULL)),
        ADD CONSTRAINT "complaint_suspension_check" CHECK (("status" = 'SUSPENDED') = ("suspension" IS NOT NULL))`);
    await runner.query(`DROP INDEX "complaint_inbox"`);
    await runner.query(`
      CREATE INDEX "complaint_inbox" ON "complaint" ("department_code") WHERE "closed_at" IS NULL`);
    await runner.query(`
      CREATE INDEX "complaint_same" ON "complaint" ("citizen_id", "service_code", "received_at")`);
    await runner.query(`
      ALTER TABLE "complaint_history"
        ADD "step" text, ADD "had_officer" boolean NOT NULL DEFAULT false, ADD "due_at" timestamptz,
        ADD "cause" text CHECK ("cause" IN ('OFFICE'))`);
    await runner.query(`
      UPDATE "complaint_history" SET "had_officer" = ("from_status" = 'ASSIGNED' AND "to_status" = 'ASSIGNED'),
        "step" = CASE "to_status" WHEN 'RECEIVED' THEN 'file' WHEN 'ASSIGNED' THEN 'assign' WHEN 'ANSWERED' THEN 'answer'
          ELSE 'withdraw' END`);
    await runner.query(`ALTER TABLE "complaint_history" ALTER "step" SET NOT NULL`);
    await runner.query(`
      CREATE TABLE "complaint_opinion" (
        "complaint_id" uuid NOT NULL PRIMARY KEY REFERENCES "complaint" ("id"),
        "satisfied" boolean NOT NULL, "text" text, "given_at" timestamptz NOT NULL)`);
  }

  /** @throws where a complaint stands in a status that was not known before */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "complaint_opinion"`);
    await runner.query(`
      ALTER TABLE "complaint_history" DROP "step", DROP "had_officer", DROP "due_at", DROP "cause"`);
    await runner.query(`DROP INDEX "complaint_same", "complaint_inbox"`);
    await runner.query(`
      ALTER TABLE "complaint"
        DROP CONSTRAINT "complaint_status_check", DROP CONSTRAINT "complaint_answer_check",
        DROP CONSTRAINT "complaint_closed_check", DROP CONSTRAINT "complaint_suspension_check",
        DROP "statutory_id", DROP "charter_id", DROP "arrived_at", DROP "closed_at", DROP "extensions",
        DROP "proposed_extension", DROP "supplement_rounds", DROP "supplement_extensions", DROP "suspension",
        DROP "suspension_extended", DROP "transferred_to", DROP "opinion_given", DROP "collective",
        ADD CONSTRAINT "complaint_status_check" CHECK ("status" IN ('RECEIVED', 'ASSIGNED', 'ANSWERED', 'WITHDRAWN')),
        ADD CONSTRAINT "complaint_check" CHECK (("status" = 'ANSWERED') = ("answer" IS NOT NULL))`);
    await runner.query(`
      CREATE INDEX "complaint_inbox" ON "complaint" ("department_code") WHERE "status" IN ('RECEIVED', 'ASSIGNED')`);
  }
}
