import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attachments are kept as in every service: what they are attached to is their subject. Here it stays a complaint, by its key. */
export class AttachmentSubject1700000000420 implements MigrationInterface {
  name = 'AttachmentSubject1700000000420';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "attachment" RENAME COLUMN "complaint_id" TO "subject_id"');
    await runner.query('ALTER INDEX "attachment_of_complaint" RENAME TO "attachment_of_subject"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER INDEX "attachment_of_subject" RENAME TO "attachment_of_complaint"');
    await runner.query('ALTER TABLE "attachment" RENAME COLUMN "subject_id" TO "complaint_id"');
  }
}
