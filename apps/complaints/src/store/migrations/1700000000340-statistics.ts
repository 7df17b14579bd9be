import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEY = `
  "received_on" date NOT NULL, "department_code" text NOT NULL, "service_code" text NOT NULL, "kind" text NOT NULL,
  "channel" text NOT NULL`;

/** Figures that are kept, not counted: what is asked for a year reads days, not complaints. Filled by the worker's first look. */
export class Statistics1700000000340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "complaint_tally" (
        "complaint_id" uuid NOT NULL PRIMARY KEY, ${KEY}, "status" text NOT NULL, "closed" boolean NOT NULL,
        "in_time" boolean NOT NULL, "charter_in_time" boolean NOT NULL, "bucket" smallint)`);
    await runner.query(`
      CREATE TABLE "complaint_day" (
        ${KEY}, "received" integer NOT NULL, "answered" integer NOT NULL, "rejected" integer NOT NULL,
        "withdrawn" integer NOT NULL, "closed" integer NOT NULL, "in_time" integer NOT NULL,
        "charter_in_time" integer NOT NULL,
        PRIMARY KEY ("received_on", "department_code", "service_code", "kind", "channel"))`);
    await runner.query(`
      CREATE TABLE "complaint_speed" (
        ${KEY}, "bucket" smallint NOT NULL, "count" integer NOT NULL,
        PRIMARY KEY ("received_on", "department_code", "service_code", "kind", "channel", "bucket"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "complaint_speed", "complaint_day", "complaint_tally"');
  }
}
