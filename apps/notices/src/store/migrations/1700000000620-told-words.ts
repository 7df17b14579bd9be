import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the office wrote, kept sealed with the notice that told it; the number on which a department is reached. */
export class ToldWords1700000000620 implements MigrationInterface {
  name = 'ToldWords1700000000620';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "notice" ADD "told" text');
    await runner.query('ALTER TABLE "department" ADD "phone" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "department" DROP "phone"');
    await runner.query('ALTER TABLE "notice" DROP "told"');
  }
}
