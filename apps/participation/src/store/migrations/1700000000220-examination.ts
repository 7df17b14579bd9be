import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Examination1700000000220 implements MigrationInterface {
  name = 'Examination1700000000220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "proposal"
        ADD "officer_id" uuid, ADD "consulted" text[] NOT NULL DEFAULT '{}', ADD "share" integer NOT NULL DEFAULT 100,
        ADD "review_id" uuid, ADD "extensions" integer NOT NULL DEFAULT 0, ADD "supplements" integer NOT NULL DEFAULT 0,
        ADD "expert_heard" boolean NOT NULL DEFAULT false,
        ADD "decision" text CHECK ("decision" IN ('ADOPTED', 'PARTLY_ADOPTED', 'NOT_ADOPTED')), ADD "decision_reason" text,
        ADD "decided_at" timestamptz, ADD "re_reviews" text[] NOT NULL DEFAULT '{}',
        ADD "threshold_reached_at" timestamptz, ADD "answer_id" uuid, ADD "answer" text, ADD "answered_at" timestamptz,
        ADD "exclusion_ground" text, ADD "merged_into" uuid REFERENCES "proposal" ("id"),
        ADD "award_grade" text, ADD "implemented_at" timestamptz,
        ADD "visibility" text NOT NULL DEFAULT 'VISIBLE'
          CHECK ("visibility" IN ('VISIBLE', 'HIDDEN', 'APPEALED', 'CONFIRMED')),
        ADD "hidden_by" uuid, ADD "hidden_reason" text, ADD "appeal_text" text,
        ADD "comment_count" integer NOT NULL DEFAULT 0, ADD "discussion" integer NOT NULL DEFAULT 0,
        ADD "terms" text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT "proposal_not_into_itself" CHECK ("merged_into" <> "id")`);
    await runner.query('CREATE INDEX "proposal_most_discussed" ON "proposal" ("discussion", "submitted_at", "id")');
    await runner.query('CREATE INDEX "proposal_terms" ON "proposal" USING gin ("terms")');
    await runner.query('CREATE INDEX "proposal_of_department" ON "proposal" ("department_code", "submitted_at")');
    await runner.query('CREATE INDEX "proposal_merged" ON "proposal" ("merged_into") WHERE "merged_into" IS NOT NULL');
    await runner.query(
      `ALTER TABLE "proposal_history" ADD "step" text NOT NULL DEFAULT 'submit', ADD "due_at" timestamptz`,
    );
    await runner.query('CREATE INDEX "proposal_history_of" ON "proposal_history" ("proposal_id", "id")');
    await runner.query(`
      CREATE TABLE "joint_author" (
        "id" uuid NOT NULL PRIMARY KEY, "proposal_id" uuid NOT NULL REFERENCES "proposal" ("id"),
        "position" integer NOT NULL, "name" text NOT NULL, "share" integer NOT NULL CHECK ("share" BETWEEN 1 AND 99))`);
    await runner.query('CREATE INDEX "joint_author_of" ON "joint_author" ("proposal_id", "position")');
    await runner.query(`
      CREATE TABLE "proposal_opinion" (
        "id" uuid NOT NULL PRIMARY KEY, "proposal_id" uuid NOT NULL REFERENCES "proposal" ("id"),
        "department_code" text NOT NULL, "asked_by" uuid NOT NULL, "asked_at" timestamptz NOT NULL,
        "stance" text CHECK ("stance" IN ('IN_FAVOUR', 'IN_PART', 'AGAINST')), "text" text, "given_by" uuid,
        "given_at" timestamptz, CONSTRAINT "proposal_opinion_once" UNIQUE ("proposal_id", "department_code"))`);
    await runner.query(`
      CREATE TABLE "proposal_award" (
        "proposal_id" uuid NOT NULL PRIMARY KEY REFERENCES "proposal" ("id"), "grade" text NOT NULL,
        "amount" bigint NOT NULL CHECK ("amount" >= 0), "jury" jsonb NOT NULL, "awarded_by" uuid NOT NULL,
        "awarded_at" timestamptz NOT NULL)`);
    await runner.query(`
      CREATE TABLE "award_grade" (
        "grade" text NOT NULL, "valid_from" date NOT NULL, "name_ko" text NOT NULL, "name_en" text NOT NULL,
        "amount" bigint NOT NULL CHECK ("amount" >= 0), PRIMARY KEY ("grade", "valid_from"))`);
    await runner.query(`
      INSERT INTO "award_grade" ("grade", "valid_from", "name_ko", "name_en", "amount") VALUES
        ('GOLD', '2020-01-01', '금상', 'Gold', 8000000), ('SILVER', '2020-01-01', '은상', 'Silver', 5000000),
        ('BRONZE', '2020-01-01', '동상', 'Bronze', 3000000), ('MERIT', '2020-01-01', '우수상', 'Merit', 1000000),
        ('EFFORT', '2020-01-01', '노력상', 'Effort', 500000)`);
    await runner.query(`
      CREATE TABLE "endorsement_threshold" (
        "id" uuid NOT NULL PRIMARY KEY, "department_code" text, "valid_from" date NOT NULL,
        "endorsements" integer NOT NULL CHECK ("endorsements" > 0),
        "answer_days" integer NOT NULL CHECK ("answer_days" > 0),
        CONSTRAINT "endorsement_threshold_once" UNIQUE NULLS NOT DISTINCT ("department_code", "valid_from"))`);
    await runner.query(`
      INSERT INTO "endorsement_threshold" ("id", "department_code", "valid_from", "endorsements", "answer_days")
      VALUES (gen_random_uuid(), NULL, '2020-01-01', 50, 20)`);
    await runner.query(`
      CREATE TABLE "milestone" (
        "id" uuid NOT NULL PRIMARY KEY, "proposal_id" uuid NOT NULL REFERENCES "proposal" ("id"),
        "position" integer NOT NULL, "title" text NOT NULL, "due_on" date NOT NULL,
        "percent" integer NOT NULL DEFAULT 0 CHECK ("percent" BETWEEN 0 AND 100), "done_at" timestamptz)`);
    await runner.query('CREATE INDEX "milestone_of" ON "milestone" ("proposal_id", "position")');
    await runner.query(`
      CREATE TABLE "progress_report" (
        "id" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, "proposal_id" uuid NOT NULL REFERENCES "proposal" ("id"),
        "milestone_id" uuid REFERENCES "milestone" ("id"), "text" text NOT NULL, "percent" integer NOT NULL,
        "reported_by" uuid NOT NULL, "reported_at" timestamptz NOT NULL)`);
    await runner.query('CREATE INDEX "progress_report_of" ON "progress_report" ("proposal_id", "id")');
    await runner.query(`
      CREATE TABLE "proposal_follow" (
        "proposal_id" uuid NOT NULL REFERENCES "proposal" ("id"), "citizen_id" uuid NOT NULL,
        "followed_at" timestamptz NOT NULL, PRIMARY KEY ("proposal_id", "citizen_id"))`);
    await runner.query(`
      CREATE TABLE "proposal_comment" (
        "id" uuid NOT NULL PRIMARY KEY, "proposal_id" uuid NOT NULL REFERENCES "proposal" ("id"),
        "parent_id" uuid REFERENCES "proposal_comment" ("id"), "path" text NOT NULL, "depth" integer NOT NULL
          CHECK ("depth" BETWEEN 1 AND 3),
        "author_id" uuid NOT NULL, "author_kind" text NOT NULL CHECK ("author_kind" IN ('PROPOSER', 'CITIZEN', 'OFFICE')),
        "author_number" integer, "department_code" text, "body" text NOT NULL, "written_at" timestamptz NOT NULL,
        "edited_at" timestamptz, "version" integer NOT NULL DEFAULT 1,
        "visibility" text NOT NULL DEFAULT 'VISIBLE'
          CHECK ("visibility" IN ('VISIBLE', 'HIDDEN', 'APPEALED', 'CONFIRMED')),
        "hidden_by" uuid, "hidden_reason" text, "appeal_text" text,
        CONSTRAINT "proposal_comment_place" UNIQUE ("proposal_id", "path"))`);
    await runner.query('CREATE INDEX "proposal_comment_by" ON "proposal_comment" ("author_id", "written_at")');
    await runner.query('CREATE INDEX "proposal_comment_voice" ON "proposal_comment" ("proposal_id", "author_id")');
    await runner.query(`
      CREATE TABLE "proposal_comment_version" (
        "comment_id" uuid NOT NULL REFERENCES "proposal_comment" ("id"), "version" integer NOT NULL,
        "body" text NOT NULL, "replaced_at" timestamptz NOT NULL, PRIMARY KEY ("comment_id", "version"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE "proposal_comment_version", "proposal_comment", "proposal_follow", "progress_report", "milestone",
         "endorsement_threshold", "award_grade", "proposal_award", "proposal_opinion", "joint_author"`,
    );
    await runner.query(`DROP INDEX "proposal_history_of"`);
    await runner.query(`ALTER TABLE "proposal_history" DROP COLUMN "step", DROP COLUMN "due_at"`);
    await runner.query(`DROP INDEX "proposal_of_department"`);
    await runner.query(
      `ALTER TABLE "proposal" ${[
        ...['officer_id', 'consulted', 'share', 'review_id', 'extensions', 'supplements', 'expert_heard', 'decision'],
        ...[
          'decision_reason',
          'decided_at',
          're_reviews',
          'threshold_reached_at',
          'answer_id',
          'answer',
          'answered_at',
        ],
        ...['exclusion_ground', 'merged_into', 'award_grade', 'implemented_at', 'visibility', 'hidden_by'],
        ...['hidden_reason', 'appeal_text', 'comment_count', 'discussion', 'terms'],
      ]
        .map((column) => `DROP COLUMN "${column}"`)
        .join(', ')}`,
    );
  }
}
