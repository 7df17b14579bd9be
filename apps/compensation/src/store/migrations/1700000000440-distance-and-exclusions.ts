import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules that pay by distance and name what they exclude; what citizens claim counts as broken promises, for dry runs. */
export class DistanceAndExclusions1700000000440 implements MigrationInterface {
  name = 'DistanceAndExclusions1700000000440';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "compensation_rule" ADD "distance" jsonb,
        ADD "exclusions" text[] NOT NULL DEFAULT '{OTHER_REMEDY,CAUSED_BY_CITIZEN}'
          CHECK ("exclusions" <@ '{OTHER_REMEDY,CAUSED_BY_CITIZEN}'::text[])`);
    await runner.query(`
      ALTER TABLE "compensation_claim" ADD "distance_km" integer CHECK ("distance_km" >= 0),
        ADD "other_remedy_sought" boolean NOT NULL DEFAULT false,
        ADD "exclusion" text CHECK ("exclusion" IN ('OTHER_REMEDY', 'CAUSED_BY_CITIZEN')),
        -- What a rule excludes is not approved, whoever writes.
        ADD CONSTRAINT "compensation_claim_excluded"
          CHECK ("exclusion" IS NULL OR "status" NOT IN ('APPROVED', 'PAYING', 'PAID', 'RETURNED'))`);
    await runner.query(`
      INSERT INTO "broken_promise" SELECT "complaint_id", "breach", "citizen_id", "department_code", "missed_at"
      FROM "compensation_claim" WHERE "filed_by" IS NOT NULL ON CONFLICT DO NOTHING`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "compensation_claim" DROP CONSTRAINT "compensation_claim_excluded", DROP "exclusion",
        DROP "other_remedy_sought", DROP "distance_km"`);
    await runner.query('ALTER TABLE "compensation_rule" DROP "exclusions", DROP "distance"');
  }
}
