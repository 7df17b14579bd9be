import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which way a notice went instead of another, and what the law requires but reached nobody. */
export class Ways1700000000655 implements MigrationInterface {
  name = 'Ways1700000000655';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "notice" ADD "instead_of" uuid REFERENCES "notice" ("id"), ADD "unreached_at" timestamptz,
         ADD "posted_at" timestamptz, ADD "posted_by" uuid, ADD CHECK (("posted_at" IS NULL) = ("posted_by" IS NULL))`,
    );
    await runner.query(
      `CREATE INDEX "notice_unreached" ON "notice" ("unreached_at", "id") WHERE "unreached_at" IS NOT NULL AND "posted_at" IS NULL`,
    );
    await runner.query('CREATE INDEX "notice_created" ON "notice" ("created_at")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "notice_created"');
    await runner.query(
      'ALTER TABLE "notice" DROP "posted_by", DROP "posted_at", DROP "unreached_at", DROP "instead_of"',
    );
  }
}
