import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a survey opens belongs to a department; nobody has it until its head gives it to an officer. */
export class ImprovementsOfNobody1700000000139 implements MigrationInterface {
  name = 'ImprovementsOfNobody1700000000139';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "improvement_action" ALTER COLUMN "officer_id" DROP NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE "improvement_action" SET "officer_id" = "opened_by" WHERE "officer_id" IS NULL');
    await runner.query('ALTER TABLE "improvement_action" ALTER COLUMN "officer_id" SET NOT NULL');
  }
}
