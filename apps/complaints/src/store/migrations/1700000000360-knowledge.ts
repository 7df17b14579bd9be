import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Knowledge1700000000360 implements MigrationInterface {
  name = 'Knowledge1700000000360';

  async up(runner: QueryRunner): Promise<void> {
    // What a complaint is found by. The terms are made by the service (pairs and triples of letters), not by the database's
    // text search configurations or pg_trgm: these know no Korean particles, and under the C locale no Hangul at all.
    await runner.query(`
      CREATE TABLE "complaint_search" (
        "complaint_id" uuid NOT NULL PRIMARY KEY REFERENCES "complaint" ("id") ON DELETE CASCADE,
        "service_code" text NOT NULL, "department_code" text NOT NULL, "public_answer" boolean NOT NULL,
        "answered_at" timestamptz, "working_hours" double precision, "terms" tsvector NOT NULL,
        CHECK (("answered_at" IS NULL) = ("working_hours" IS NULL)))`);
    await runner.query(`CREATE INDEX "complaint_search_terms" ON "complaint_search" USING gin ("terms")`);
    await runner.query(
      `CREATE INDEX "complaint_search_public" ON "complaint_search" USING gin ("terms") WHERE "public_answer"`,
    );
    await runner.query(`
      CREATE INDEX "complaint_search_duration" ON "complaint_search" ("service_code", "answered_at")
      INCLUDE ("working_hours") WHERE "answered_at" IS NOT NULL`);
    // Answered, and not yet counted in the two tables below.
    await runner.query(`
      CREATE TABLE "routing_lesson" (
        "complaint_id" uuid NOT NULL PRIMARY KEY REFERENCES "complaint" ("id") ON DELETE CASCADE)`);
    await runner.query(`
      CREATE TABLE "routing_class" (
        "service_code" text NOT NULL, "department_code" text NOT NULL,
        "complaints" integer NOT NULL, PRIMARY KEY ("service_code", "department_code"))`);
    await runner.query(`
      CREATE TABLE "routing_term" (
        "term" text NOT NULL, "service_code" text NOT NULL, "department_code" text NOT NULL,
        "complaints" integer NOT NULL, PRIMARY KEY ("term", "service_code", "department_code"))`);
    // What was suggested to somebody who then filed, and what they chose.
    await runner.query(`
      CREATE TABLE "routing_outcome" (
        "complaint_id" uuid NOT NULL PRIMARY KEY REFERENCES "complaint" ("id") ON DELETE CASCADE,
        "filed_on" date NOT NULL, "suggested_services" text[] NOT NULL, "suggested_departments" text[] NOT NULL,
        "service_code" text NOT NULL, "department_code" text NOT NULL)`);
    await runner.query(`CREATE INDEX "routing_outcome_on" ON "routing_outcome" ("filed_on")`);
    await runner.query(`
      CREATE TABLE "knowledge_article" (
        "id" uuid NOT NULL PRIMARY KEY, "department_code" text NOT NULL, "service_code" text NOT NULL,
        "complaint_id" uuid NOT NULL REFERENCES "complaint" ("id"),
        "status" text NOT NULL CHECK ("status" IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
        "question" text, "answer" text, "published_number" integer, "published_at" timestamptz,
        "draft_number" integer, "withdrawn_reason" text, "version" integer NOT NULL DEFAULT 1,
        CHECK (("status" = 'PUBLISHED') = ("published_at" IS NOT NULL)),
        CHECK (("published_at" IS NULL) = ("question" IS NULL) AND ("published_at" IS NULL) = ("answer" IS NULL)))`);
    await runner.query(
      `CREATE INDEX "knowledge_article_newest" ON "knowledge_article" ("published_at", "id") WHERE "status" = 'PUBLISHED'`,
    );
    await runner.query(`CREATE INDEX "knowledge_article_of" ON "knowledge_article" ("department_code", "id")`);
    // Every version that was ever written stays, with who wrote and who approved it: never the same person.
    await runner.query(`
      CREATE TABLE "knowledge_version" (
        "article_id" uuid NOT NULL REFERENCES "knowledge_article" ("id"), "number" integer NOT NULL,
        "question" text NOT NULL, "answer" text NOT NULL, "drafted_by" uuid NOT NULL, "drafted_at" timestamptz NOT NULL,
        "published_by" uuid, "published_at" timestamptz, "withdrawn_by" uuid, "withdrawn_at" timestamptz,
        PRIMARY KEY ("article_id", "number"), CHECK ("published_by" IS DISTINCT FROM "drafted_by"),
        CHECK (("published_by" IS NULL) = ("published_at" IS NULL)))`);
    await runner.query(`
      CREATE TABLE "knowledge_search" (
        "article_id" uuid NOT NULL PRIMARY KEY REFERENCES "knowledge_article" ("id"), "terms" tsvector NOT NULL)`);
    await runner.query(`CREATE INDEX "knowledge_search_terms" ON "knowledge_search" USING gin ("terms")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "knowledge_search", "knowledge_version", "knowledge_article", "routing_outcome", "routing_term",
        "routing_class", "routing_lesson", "complaint_search"`);
  }
}
