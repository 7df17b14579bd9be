import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the charter declared gives its name up to the deadline mechanism's own table of known holidays: this runs before that
 * one is made (1700000000002). A database that comes up from empty has nothing to rename; its declarations are made under
 * their new name (1700000000100).
 */
export class HolidayDeclarations1700000000000 implements MigrationInterface {
  name = 'HolidayDeclarations1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('declared_holiday'))) return;
    await runner.query('ALTER TABLE "declared_holiday" RENAME TO "holiday_declaration"');
    await runner.query('ALTER INDEX "declared_holiday_pkey" RENAME TO "holiday_declaration_pkey"');
    await runner.query('ALTER INDEX "declared_holiday_in_force" RENAME TO "holiday_declaration_in_force"');
    await runner.query('ALTER SEQUENCE "declared_holiday_id_seq" RENAME TO "holiday_declaration_id_seq"');
  }

  async down(): Promise<void> {
    // The declarations go down with the migration that made them.
  }
}
