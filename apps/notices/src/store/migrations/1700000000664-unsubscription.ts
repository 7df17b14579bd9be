import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wishes no mail that no law requires. */
export class Unsubscription1700000000664 implements MigrationInterface {
  name = 'Unsubscription1700000000664';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE "unsubscription" ("person_id" uuid NOT NULL PRIMARY KEY, "since" timestamptz NOT NULL)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "unsubscription"');
  }
}
