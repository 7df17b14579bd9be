import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff note for each other (내부 메모), which no citizen sees. */
export class Notes1700000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "complaint_note" (
        "id" uuid NOT NULL PRIMARY KEY, "complaint_id" uuid NOT NULL REFERENCES "complaint" ("id"),
        "noted_by" uuid NOT NULL, "noted_at" timestamptz NOT NULL, "text" text NOT NULL)`);
    await runner.query(`CREATE INDEX "complaint_note_of" ON "complaint_note" ("complaint_id", "noted_at", "id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "complaint_note"');
  }
}
