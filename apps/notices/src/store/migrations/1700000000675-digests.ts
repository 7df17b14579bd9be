import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = ['PENDING', 'DELIVERED', 'SUPERSEDED', 'UNREACHABLE', 'FAILED'];
const among = (states: readonly string[]) => states.map((state) => `'${state}'`).join(', ');

/** After how many notices a day somebody wants the further ones together, and which notice carries which. */
export class Digests1700000000675 implements MigrationInterface {
  name = 'Digests1700000000675';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "profile" ADD "digest_after" integer CHECK ("digest_after" BETWEEN 1 AND 100)');
    await runner.query('ALTER TABLE "notice" ADD "digest_id" uuid REFERENCES "notice" ("id") ON DELETE SET NULL');
    await runner.query('ALTER TABLE "notice" DROP CONSTRAINT "notice_state_check"');
    await runner.query(
      `ALTER TABLE "notice" ADD CONSTRAINT "notice_state_check" CHECK ("state" IN (${among([...STATES, 'BUNDLED'])})),
       ADD CONSTRAINT "notice_bundled" CHECK ("state" <> 'BUNDLED' OR "digest_id" <> "id")`,
    );
    await runner.query(`CREATE INDEX "notice_of_digest" ON "notice" ("digest_id") WHERE "digest_id" IS NOT NULL`);
    await runner.query(`CREATE INDEX "notice_of_day" ON "notice" ("recipient_id", "channel", "created_at")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "notice_of_day"');
    await runner.query('ALTER TABLE "notice" DROP CONSTRAINT "notice_bundled", DROP CONSTRAINT "notice_state_check"');
    await runner.query('ALTER TABLE "notice" DROP "digest_id"');
    await runner.query(
      `ALTER TABLE "notice" ADD CONSTRAINT "notice_state_check" CHECK ("state" IN (${among(STATES)}))`,
    );
    await runner.query('ALTER TABLE "profile" DROP "digest_after"');
  }
}
