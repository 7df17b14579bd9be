import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What administrators have set. */
export class Settings1700000000646 implements MigrationInterface {
  name = 'Settings1700000000646';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "setting" (
        "key" text NOT NULL PRIMARY KEY, "value" integer NOT NULL, "saved_by" uuid NOT NULL, "saved_at" timestamptz NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "setting"');
  }
}
