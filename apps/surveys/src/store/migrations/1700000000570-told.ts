import type { MigrationInterface, QueryRunner } from 'typeorm';

const ENOUGH = 'HAVING count(*) >= 5 AND (count(response."mean") = 0 OR count(response."mean") >= 5)';
const STANDING = `"survey_response" response JOIN "survey" ON survey."id" = response."survey_id" AND survey."audience" = 'PETITIONER'`;

/**
 * Answers to a standing questionnaire are told in batches of five and more. Of what was answered before, the months are the batches: the
 * answers of a department in a month are told together on its last day of them. Fewer than five wait for more in the running month, and in
 * earlier ones are told by no figure that is as of now.
 */
export class Told1700000000570 implements MigrationInterface {
  name = 'Told1700000000570';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "survey_told" (
        "survey_id" uuid NOT NULL REFERENCES "survey" ("id"), "department_code" text NOT NULL, "told_on" date NOT NULL,
        "question" text NOT NULL, "n" integer NOT NULL CHECK ("n" > 0), "sum" double precision NOT NULL,
        PRIMARY KEY ("survey_id", "department_code", "told_on", "question"))`);
    await runner.query(`CREATE INDEX "survey_told_of" ON "survey_told" ("department_code", "told_on")`);
    await runner.query(`ALTER TABLE "survey_response" ALTER COLUMN "answered_on" DROP NOT NULL`);
    await runner.query(`
      CREATE INDEX "survey_response_waiting" ON "survey_response" ("survey_id", "department_code")
      WHERE "answered_on" IS NULL`);
    await runner.query(`
      CREATE TEMPORARY TABLE "batch" ON COMMIT DROP AS
      SELECT response."survey_id", response."department_code", date_trunc('month', response."answered_on") AS month,
             max(response."answered_on") AS told_on
      FROM ${STANDING} WHERE response."department_code" IS NOT NULL GROUP BY 1, 2, 3 ${ENOUGH}`);
    const figure = (question: string, n: string, sum: string, from = ''): string => `
      INSERT INTO "survey_told" ("survey_id", "department_code", "told_on", "question", "n", "sum")
      SELECT batch."survey_id", batch."department_code", batch.told_on, ${question}, ${n}, ${sum}
      FROM "batch" JOIN ${STANDING} ON response."survey_id" = batch."survey_id" AND response."department_code" = batch."department_code"
        AND date_trunc('month', response."answered_on") = batch.month ${from}
      GROUP BY 1, 2, 3, 4 HAVING ${n} > 0`;
    await runner.query(figure(`''`, 'count(*)', 'count(*)'));
    await runner.query(figure(`'*mean'`, 'count(response."mean")', 'sum(response."mean")'));
    await runner.query(
      figure(
        `question ->> 'code'`,
        `count(said ->> 'scale')`,
        `sum((said ->> 'scale')::float)`,
        `CROSS JOIN LATERAL jsonb_array_elements(survey."questions") question
         JOIN LATERAL jsonb_array_elements(response."answers") said ON said ->> 'question' = question ->> 'code'
         WHERE question ? 'standard' AND question ->> 'kind' IN ('SCALE_5', 'SCALE_7')`,
      ),
    );
    await runner.query(`
      UPDATE "survey_response" response SET "answered_on" = NULL FROM "survey"
      WHERE survey."id" = response."survey_id" AND survey."audience" = 'PETITIONER' AND response."department_code" IS NOT NULL
        AND date_trunc('month', response."answered_on") = date_trunc('month', now() AT TIME ZONE 'Asia/Seoul')
        AND NOT EXISTS (SELECT 1 FROM "batch" WHERE batch."survey_id" = response."survey_id"
          AND batch."department_code" = response."department_code" AND batch.month = date_trunc('month', response."answered_on"))`);
    await runner.query('DROP TABLE "batch"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "survey_told"');
    await runner.query('DROP INDEX "survey_response_waiting"');
    await runner.query(`
      UPDATE "survey_response" SET "answered_on" = COALESCE("fresh_on", (now() AT TIME ZONE 'Asia/Seoul')::date)
      WHERE "answered_on" IS NULL`);
    await runner.query(`ALTER TABLE "survey_response" ALTER COLUMN "answered_on" SET NOT NULL`);
  }
}
