import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the charter service said what is known of a department: an older word that comes later changes nothing. */
export class DepartmentNews1700000000260 implements MigrationInterface {
  name = 'DepartmentNews1700000000260';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "known_department" ADD "as_of" timestamptz NOT NULL DEFAULT 'epoch'`);
    await runner.query('ALTER TABLE "known_department" ALTER "as_of" DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "known_department" DROP "as_of"');
  }
}
