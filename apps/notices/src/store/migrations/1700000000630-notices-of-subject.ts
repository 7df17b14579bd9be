import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was told about a proposal or a report is read by its id. */
export class NoticesOfSubject1700000000630 implements MigrationInterface {
  name = 'NoticesOfSubject1700000000630';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "notice_of_subject" ON "notice" ("subject_id", "created_at", "id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "notice_of_subject"');
  }
}
