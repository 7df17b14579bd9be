import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The deadline mechanism learns what was declared before the charter had deadlines of its own; the last word on a day counts. */
export class KnownHolidays1700000000120 implements MigrationInterface {
  name = 'KnownHolidays1700000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO "declared_holiday" ("date", "name_ko", "name_en", "in_force", "changed_at")
      SELECT DISTINCT ON ("date") "date", "name_ko", "name_en", "revoked_at" IS NULL, coalesce("revoked_at", "declared_at")
      FROM "holiday_declaration" ORDER BY "date", "id" DESC`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM "declared_holiday"');
  }
}
