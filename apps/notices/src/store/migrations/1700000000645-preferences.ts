import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people wish to be told, and until when a notice waits for the end of their quiet hours. */
export class Preferences1700000000645 implements MigrationInterface {
  name = 'Preferences1700000000645';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "profile" ADD "channels" text[], ADD "quiet_from" text, ADD "quiet_to" text,
        ADD CHECK (("quiet_from" IS NULL) = ("quiet_to" IS NULL))`);
    await runner.query('ALTER TABLE "notice" ADD "held_until" timestamptz');
    await runner.query(`CREATE INDEX "notice_held" ON "notice" ("recipient_id") WHERE "held_until" IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "notice" DROP "held_until"');
    await runner.query('ALTER TABLE "profile" DROP "quiet_to", DROP "quiet_from", DROP "channels"');
  }
}
