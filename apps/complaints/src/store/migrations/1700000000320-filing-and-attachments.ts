import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FilingAndAttachments1700000000320 implements MigrationInterface {
  name = 'FilingAndAttachments1700000000320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "attachment" (
        "id" uuid NOT NULL PRIMARY KEY, "complaint_id" uuid REFERENCES "complaint" ("id"), "uploaded_by" uuid NOT NULL,
        "name" text NOT NULL, "description" text, "bytes" integer NOT NULL CHECK ("bytes" > 0),
        "sha256" text NOT NULL CHECK ("sha256" ~ '^[0-9a-f]{64}$'), "media_type" text,
        "scan_state" text NOT NULL CHECK ("scan_state" IN ('NOT_SCANNED', 'PENDING', 'CLEAN', 'INFECTED')),
        "requested_at" timestamptz NOT NULL, "upload_until" timestamptz NOT NULL,
        "checked_at" timestamptz, "attached_at" timestamptz, "tidied" boolean NOT NULL DEFAULT false,
        CHECK (("checked_at" IS NULL) = ("media_type" IS NULL)),
        CHECK (("complaint_id" IS NULL) = ("attached_at" IS NULL)),
        CHECK ("complaint_id" IS NULL OR "checked_at" IS NOT NULL))`);
    await runner.query(
      `CREATE INDEX "attachment_of_complaint" ON "attachment" ("complaint_id", "attached_at", "id") WHERE "complaint_id" IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "attachment_waiting" ON "attachment" ("uploaded_by") WHERE "complaint_id" IS NULL`,
    );
    await runner.query(`CREATE INDEX "attachment_untidy" ON "attachment" ("upload_until") WHERE NOT "tidied"`);
    await runner.query(
      `CREATE INDEX "attachment_unattached" ON "attachment" ("requested_at") WHERE "complaint_id" IS NULL`,
    );
    await runner.query(`CREATE INDEX "attachment_unscanned" ON "attachment" ("id") WHERE "scan_state" = 'PENDING'`);

    await runner.query(`
      CREATE TABLE "joint_petition" (
        "complaint_id" uuid NOT NULL PRIMARY KEY REFERENCES "complaint" ("id"),
        "households" integer NOT NULL CHECK ("households" >= 1), "signers" integer NOT NULL CHECK ("signers" >= 1))`);
    await runner.query(`
      CREATE TABLE "co_petitioner" (
        "id" uuid NOT NULL PRIMARY KEY, "complaint_id" uuid NOT NULL REFERENCES "joint_petition" ("complaint_id"),
        "position" integer NOT NULL, "representative" boolean NOT NULL,
        "name" text NOT NULL, "phone" text, "email" text, UNIQUE ("complaint_id", "position"))`);
    await runner.query(`
      CREATE TABLE "complaint_place" (
        "complaint_id" uuid NOT NULL PRIMARY KEY REFERENCES "complaint" ("id"), "place" text NOT NULL)`);

    await runner.query(`
      CREATE TABLE "guess_count" (
        "scope" text NOT NULL PRIMARY KEY, "since" timestamptz NOT NULL DEFAULT now(), "guesses" integer NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "guess_count", "complaint_place", "co_petitioner", "joint_petition", "attachment"`);
  }
}
