import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Conversions1700000000380 implements MigrationInterface {
  name = 'Conversions1700000000380';

  async up(runner: QueryRunner): Promise<void> {
    // Delivered twice, a conversion stands once, from whichever side it is looked at.
    await runner.query(`
      CREATE TABLE "conversion" (
        "complaint_id" uuid NOT NULL REFERENCES "complaint" ("id"), "direction" text NOT NULL,
        "proposal_id" uuid NOT NULL, "linked_at" timestamptz NOT NULL,
        CONSTRAINT "conversion_pkey" PRIMARY KEY ("complaint_id", "direction"),
        CONSTRAINT "conversion_once" UNIQUE ("proposal_id", "direction"),
        CONSTRAINT "conversion_direction" CHECK ("direction" IN ('TO_PROPOSAL', 'FROM_PROPOSAL')))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "conversion"');
  }
}
