import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The table of a service's attachments. The service itself knows what a subject is. */
export class CreateAttachment1700000000004 implements MigrationInterface {
  name = 'CreateAttachment1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "attachment" (
        "id" uuid NOT NULL PRIMARY KEY, "subject_id" uuid, "uploaded_by" uuid NOT NULL,
        "name" text NOT NULL, "description" text, "bytes" integer NOT NULL CHECK ("bytes" > 0),
        "sha256" text NOT NULL CHECK ("sha256" ~ '^[0-9a-f]{64}$'), "media_type" text,
        "scan_state" text NOT NULL CHECK ("scan_state" IN ('NOT_SCANNED', 'PENDING', 'CLEAN', 'INFECTED')),
        "requested_at" timestamptz NOT NULL, "upload_until" timestamptz NOT NULL,
        "checked_at" timestamptz, "attached_at" timestamptz, "tidied" boolean NOT NULL DEFAULT false,
        CHECK (("checked_at" IS NULL) = ("media_type" IS NULL)),
        CHECK (("subject_id" IS NULL) = ("attached_at" IS NULL)),
        CHECK ("subject_id" IS NULL OR "checked_at" IS NOT NULL))`);
    await runner.query(
      `CREATE INDEX "attachment_of_subject" ON "attachment" ("subject_id", "attached_at", "id") WHERE "subject_id" IS NOT NULL`,
    );
    await runner.query(`CREATE INDEX "attachment_waiting" ON "attachment" ("uploaded_by") WHERE "subject_id" IS NULL`);
    await runner.query(`CREATE INDEX "attachment_untidy" ON "attachment" ("upload_until") WHERE NOT "tidied"`);
    await runner.query(
      `CREATE INDEX "attachment_unattached" ON "attachment" ("requested_at") WHERE "subject_id" IS NULL`,
    );
    await runner.query(`CREATE INDEX "attachment_unscanned" ON "attachment" ("id") WHERE "scan_state" = 'PENDING'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "attachment"');
  }
}
