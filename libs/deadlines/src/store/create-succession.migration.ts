import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSuccession1700000000005 implements MigrationInterface {
  name = 'CreateSuccession1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "known_succession" (
        "code" text NOT NULL PRIMARY KEY, "successor_code" text NOT NULL CHECK ("successor_code" <> "code"),
        "succeeded_on" date NOT NULL, "decided_by" uuid NOT NULL)`);
    await runner.query(
      `CREATE INDEX "deadline_open_of_department" ON "deadline" ("department_code", "id") WHERE "closed_at" IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "deadline_open_of_department"');
    await runner.query('DROP TABLE "known_succession"');
  }
}
