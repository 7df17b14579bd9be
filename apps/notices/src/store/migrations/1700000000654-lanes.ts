import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How fast each channel may go, and whether it rests: shared by all workers. */
export class Lanes1700000000654 implements MigrationInterface {
  name = 'Lanes1700000000654';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "channel_lane" (
        "channel" text NOT NULL PRIMARY KEY CHECK ("channel" IN ('INBOX', 'EMAIL', 'SMS', 'PUSH')),
        "per_second" double precision CHECK ("per_second" > 0), "burst" integer NOT NULL CHECK ("burst" > 0),
        "tokens" double precision NOT NULL, "filled_at" timestamptz NOT NULL,
        "faults" integer NOT NULL, "rests" integer NOT NULL, "rests_until" timestamptz)`);
    await runner.query(`
      INSERT INTO "channel_lane" ("channel", "per_second", "burst", "tokens", "filled_at", "faults", "rests")
      SELECT "channel", "per_second", "burst", "burst", now(), 0, 0
      FROM (VALUES ('INBOX', NULL, 1000), ('EMAIL', 100, 200), ('SMS', 20, 40), ('PUSH', 100, 200)) AS l ("channel", "per_second", "burst")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "channel_lane"');
  }
}
