import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dunning letters (독촉장) and the monthly inspection lists. */
export class Dunning1700000000390 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "dunning" (
        "id" uuid NOT NULL PRIMARY KEY, "complaint_id" uuid NOT NULL REFERENCES "complaint" ("id"),
        "deadline_id" uuid NOT NULL, "stage" text NOT NULL CHECK ("stage" IN ('DEPARTMENT_HEAD', 'AUDIT_OFFICE')),
        "department_code" text NOT NULL, "due_at" timestamptz NOT NULL, "dunned_at" timestamptz NOT NULL)`);
    await runner.query(`CREATE UNIQUE INDEX "dunning_once" ON "dunning" ("deadline_id", "stage")`);
    await runner.query(`CREATE INDEX "dunning_of" ON "dunning" ("complaint_id")`);
    await runner.query(`CREATE INDEX "dunning_of_department" ON "dunning" ("department_code", "dunned_at")`);
    await runner.query(`
      CREATE TABLE "inspection" ("month" date NOT NULL PRIMARY KEY, "made_at" timestamptz NOT NULL)`);
    await runner.query(`
      CREATE TABLE "inspection_case" (
        "month" date NOT NULL REFERENCES "inspection" ("month"), "complaint_id" uuid NOT NULL,
        "receipt_number" text NOT NULL, "department_code" text NOT NULL, "service_code" text NOT NULL, "officer_id" uuid,
        "due_at" timestamptz NOT NULL, "closed_at" timestamptz, "dunnings" integer NOT NULL,
        PRIMARY KEY ("month", "complaint_id"))`);
    await runner.query(`CREATE INDEX "inspection_case_due" ON "inspection_case" ("month", "due_at", "complaint_id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "inspection_case", "inspection", "dunning"');
  }
}
