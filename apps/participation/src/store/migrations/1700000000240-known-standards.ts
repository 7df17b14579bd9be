import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnownStandards1700000000240 implements MigrationInterface {
  name = 'KnownStandards1700000000240';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "known_standard" (
        "code" text NOT NULL PRIMARY KEY, "department_code" text, "name_ko" text NOT NULL, "name_en" text NOT NULL,
        "valid_from" date NOT NULL, "valid_to" date, "as_of" timestamptz NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "known_standard"');
  }
}
