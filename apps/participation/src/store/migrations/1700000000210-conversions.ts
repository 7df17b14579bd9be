import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Conversions1700000000210 implements MigrationInterface {
  name = 'Conversions1700000000210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "proposal" ADD "public" boolean NOT NULL DEFAULT true,
        ADD "converted_from" uuid, ADD "converted_to" uuid,
        ADD CONSTRAINT "proposal_converted_once" UNIQUE ("converted_from")`);
    await runner.query('ALTER TABLE "proposal_history" ADD "reason" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "proposal_history" DROP COLUMN "reason"');
    await runner.query(
      'ALTER TABLE "proposal" DROP COLUMN "public", DROP COLUMN "converted_from", DROP COLUMN "converted_to"',
    );
  }
}
