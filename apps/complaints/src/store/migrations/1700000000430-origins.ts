import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Origins1700000000430 implements MigrationInterface {
  name = 'Origins1700000000430';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "complaint_origin" (
        "complaint_id" uuid NOT NULL PRIMARY KEY REFERENCES "complaint" ("id"),
        "kind" text NOT NULL CHECK ("kind" IN ('CONTEST_ENTRY', 'MONITORING_REPORT')), "origin_id" uuid NOT NULL)`);
    await runner.query('CREATE INDEX "complaint_origin_of" ON "complaint_origin" ("kind", "origin_id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "complaint_origin"');
  }
}
