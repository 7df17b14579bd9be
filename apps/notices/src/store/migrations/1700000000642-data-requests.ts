import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What citizens ask of all services at once, how far each service is, and what is handed to them. */
export class DataRequests1700000000642 implements MigrationInterface {
  name = 'DataRequests1700000000642';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "data_request" (
        "id" uuid NOT NULL PRIMARY KEY, "person_id" uuid NOT NULL,
        "kind" text NOT NULL CHECK ("kind" IN ('EXPORT', 'ERASURE')),
        "state" text NOT NULL CHECK ("state" IN ('RUNNING', 'READY', 'EXPIRED', 'DONE')),
        "requested_at" timestamptz NOT NULL, "finished_at" timestamptz, "expires_at" timestamptz, "bytes" integer,
        CHECK (("state" = 'RUNNING') = ("finished_at" IS NULL)),
        CHECK ("state" <> 'READY' OR ("expires_at" IS NOT NULL AND "bytes" IS NOT NULL)))`);
    // One of a kind at a time for a person, whatever comes at once.
    await runner.query(
      `CREATE UNIQUE INDEX "data_request_one_running" ON "data_request" ("person_id", "kind") WHERE "state" = 'RUNNING'`,
    );
    await runner.query(`CREATE INDEX "data_request_of_person" ON "data_request" ("person_id", "requested_at", "id")`);
    await runner.query(`CREATE INDEX "data_request_expiring" ON "data_request" ("expires_at") WHERE "state" = 'READY'`);
    await runner.query(`
      CREATE TABLE "data_request_service" (
        "request_id" uuid NOT NULL REFERENCES "data_request" ("id"), "service" text NOT NULL,
        "next" jsonb, "pages" integer NOT NULL DEFAULT 0, "records" integer NOT NULL DEFAULT 0,
        "attempts" integer NOT NULL DEFAULT 0, "next_try_at" timestamptz, "done_at" timestamptz,
        PRIMARY KEY ("request_id", "service"))`);
    await runner.query(
      `CREATE INDEX "data_request_service_due" ON "data_request_service" ("next_try_at") WHERE "next_try_at" IS NOT NULL`,
    );
    // Both sealed, row by row; gone once the archive is made, and once it has expired.
    await runner.query(`
      CREATE TABLE "data_page" (
        "id" uuid NOT NULL PRIMARY KEY, "request_id" uuid NOT NULL REFERENCES "data_request" ("id"),
        "service" text NOT NULL, "number" integer NOT NULL, "content" text NOT NULL,
        CONSTRAINT "data_page_once" UNIQUE ("request_id", "service", "number"))`);
    await runner.query(`
      CREATE TABLE "data_archive" (
        "id" uuid NOT NULL PRIMARY KEY, "request_id" uuid NOT NULL REFERENCES "data_request" ("id"),
        "number" integer NOT NULL, "content" text NOT NULL,
        CONSTRAINT "data_archive_once" UNIQUE ("request_id", "number"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "data_archive", "data_page", "data_request_service", "data_request"');
  }
}
