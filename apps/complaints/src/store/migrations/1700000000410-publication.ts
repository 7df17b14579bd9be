import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public list, ready in its order. */
export class Publication1700000000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX "complaint_published" ON "complaint" ("answered_at", "id")
        WHERE "visibility" = 'PUBLIC_MASKED' AND "status" = 'ANSWERED'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "complaint_published"');
  }
}
