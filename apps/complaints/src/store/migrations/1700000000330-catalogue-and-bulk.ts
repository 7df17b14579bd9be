import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CatalogueAndBulk1700000000330 implements MigrationInterface {
  name = 'CatalogueAndBulk1700000000330';

  async up(runner: QueryRunner): Promise<void> {
    // A service has versions: `service_item` keeps one row for each, and what refers to a service refers to its code.
    await runner.query(`CREATE TABLE "service_code" ("code" text NOT NULL PRIMARY KEY)`);
    await runner.query(`INSERT INTO "service_code" SELECT "code" FROM "service_item"`);
    await runner.query(`
      ALTER TABLE "complaint" DROP CONSTRAINT "complaint_service_code_fkey",
        ADD CONSTRAINT "complaint_service_code_fkey" FOREIGN KEY ("service_code") REFERENCES "service_code" ("code")`);
    await runner.query(`
      ALTER TABLE "service_item" DROP CONSTRAINT "service_item_pkey",
        ADD CONSTRAINT "service_item_pkey" PRIMARY KEY ("code", "valid_from"),
        ADD CONSTRAINT "service_item_code_fkey" FOREIGN KEY ("code") REFERENCES "service_code" ("code"),
        ADD CONSTRAINT "service_item_days" CHECK ("valid_to" >= "valid_from")`);
    await runner.query(`
      CREATE TABLE "saved_filter" (
        "id" uuid NOT NULL PRIMARY KEY, "owner_id" uuid NOT NULL, "department_code" text, "name" text NOT NULL,
        "shared" boolean NOT NULL, "filter" jsonb NOT NULL, "saved_at" timestamptz NOT NULL, "version" integer NOT NULL DEFAULT 1,
        CONSTRAINT "saved_filter_shared" CHECK (NOT "shared" OR "department_code" IS NOT NULL))`);
    await runner.query(`CREATE INDEX "saved_filter_of_owner" ON "saved_filter" ("owner_id", "name", "id")`);
    await runner.query(
      `CREATE INDEX "saved_filter_of_department" ON "saved_filter" ("department_code", "name", "id") WHERE "shared"`,
    );
    await runner.query(`
      CREATE TABLE "complaint_export" (
        "id" uuid NOT NULL PRIMARY KEY, "requested_by" uuid NOT NULL, "department_code" text, "requested_at" timestamptz NOT NULL,
        "filter" jsonb NOT NULL, "scope" jsonb NOT NULL, "masked" boolean NOT NULL, "language" text NOT NULL,
        "started_at" timestamptz, "finished_at" timestamptz, "rows" integer)`);
    await runner.query(`CREATE INDEX "complaint_export_newest" ON "complaint_export" ("requested_at", "id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "complaint_export", "saved_filter"`);
    // Before, a service had one row: the latest version that has begun stays, or the first.
    await runner.query(`
      DELETE FROM "service_item" "item" USING (
        SELECT DISTINCT ON ("code") "code", "valid_from" FROM "service_item"
        ORDER BY "code", ("valid_from" <= current_date) DESC,
          CASE WHEN "valid_from" <= current_date THEN "valid_from" END DESC, "valid_from") "kept"
      WHERE "item"."code" = "kept"."code" AND "item"."valid_from" <> "kept"."valid_from"`);
    await runner.query(`
      ALTER TABLE "service_item" DROP CONSTRAINT "service_item_days", DROP CONSTRAINT "service_item_code_fkey",
        DROP CONSTRAINT "service_item_pkey", ADD CONSTRAINT "service_item_pkey" PRIMARY KEY ("code")`);
    await runner.query(`
      ALTER TABLE "complaint" DROP CONSTRAINT "complaint_service_code_fkey",
        ADD CONSTRAINT "complaint_service_code_fkey" FOREIGN KEY ("service_code") REFERENCES "service_item" ("code")`);
    await runner.query(`DROP TABLE "service_code"`);
  }
}
