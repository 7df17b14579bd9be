import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which standards of the charter a rule backs: what a promise is worth stands beside it. */
export class RulesOfStandards1700000000495 implements MigrationInterface {
  name = 'RulesOfStandards1700000000495';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "compensation_rule" ADD "standard_codes" text[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "compensation_rule" DROP "standard_codes"');
  }
}
