import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Devices that are told by push, and addresses that were refused and are left alone. */
export class Channels1700000000644 implements MigrationInterface {
  name = 'Channels1700000000644';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "push_device" (
        "id" uuid NOT NULL PRIMARY KEY, "person_id" uuid NOT NULL, "platform" text NOT NULL CHECK ("platform" IN ('ANDROID', 'IOS', 'WEB')),
        "token" text NOT NULL, "token_hash" text NOT NULL CONSTRAINT "push_device_once" UNIQUE, "registered_at" timestamptz NOT NULL)`);
    await runner.query('CREATE INDEX "push_device_of" ON "push_device" ("person_id", "registered_at", "id")');
    await runner.query(`
      CREATE TABLE "paused_address" (
        "channel" text NOT NULL CHECK ("channel" IN ('EMAIL', 'SMS')), "address_hash" text NOT NULL, "reason" text NOT NULL,
        "paused_at" timestamptz NOT NULL, PRIMARY KEY ("channel", "address_hash"))`);
    await runner.query(`
      ALTER TABLE "notice" ADD CONSTRAINT "notice_channel" CHECK ("channel" IN ('INBOX', 'EMAIL', 'SMS', 'PUSH'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "notice" DROP CONSTRAINT "notice_channel"');
    await runner.query('DROP TABLE "paused_address", "push_device"');
  }
}
