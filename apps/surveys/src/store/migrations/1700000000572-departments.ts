import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which departments there are. Those that served or asked somebody are known from that until the charter says more of them. */
export class Departments1700000000572 implements MigrationInterface {
  name = 'Departments1700000000572';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "known_department" (
        "code" text NOT NULL PRIMARY KEY, "closed_on" date, "successor_code" text,
        "as_of" timestamptz NOT NULL)`);
    await runner.query(`
      INSERT INTO "known_department" ("code", "as_of")
      SELECT "department_code", 'epoch'::timestamptz FROM "survey_served" UNION SELECT "department_code", 'epoch'::timestamptz FROM "survey_audience"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "known_department"');
  }
}
