import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As what somebody takes a list out: the log of who read whose data says so. Null for lists that were asked for before. */
export class ExportRoles1700000000471 implements MigrationInterface {
  name = 'ExportRoles1700000000471';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "complaint_export" ADD "requested_role" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "complaint_export" DROP "requested_role"');
  }
}
