import type { EntityManager } from 'typeorm';
import type { CrossCell, Crossing } from '../domain/results/crossing';
import { type Design, type DrawnGroup, designOf } from '../domain/results/design';
import type { Dimension, Months, Profile } from '../domain/results/group';
import { linesOfResponse } from '../domain/results/line';
import type { CountedLine } from '../domain/results/results';
import type { Answer } from '../domain/responses/answer';
import { CountedMonthEntity } from './results.entity';
import type { SurveyEntity } from './survey.entity';

interface Said {
  readonly department: string;
  readonly channel: string;
  readonly service: string;
  readonly answers: readonly Answer[];
}

const BATCH = 2_000;

const firstDay = (month: string): string => `${month}-01`;

/** What a response answers to the question whose code is a parameter: an option or points. */
const answerTo = (parameter: number): string => `(
  SELECT COALESCE(said ->> 'choice', said ->> 'scale') FROM jsonb_array_elements("answers") AS said
  WHERE said ->> 'question' = $${parameter})`;

/** Counts of answers: made of a month when it is over, read for results however many answered. */
export class CountStore {
  /** Which of these months have not been counted yet. */
  async uncounted(tx: EntityManager, surveyId: string, months: readonly string[]): Promise<string[]> {
    const counted = await tx.findBy(CountedMonthEntity, { surveyId });
    const done = new Set(counted.map(({ month }) => month));
    return months.filter((month) => !done.has(month));
  }

  /** Counts those of these months that have not been counted yet: what is counted stays, nobody answers in a month that is over. */
  async count(tx: EntityManager, survey: SurveyEntity, months: readonly string[]): Promise<void> {
    for (const month of await this.uncounted(tx, survey.id, months)) await this.countMonth(tx, survey, month);
  }

  /**
   * Takes back what was counted of these months, since answers of the past come in.
   * @throws where results of one of them were told: with few answers more they would tell of these
   */
  async recount(tx: EntityManager, surveyId: string, months: readonly string[]): Promise<void> {
    const told = (await tx.query(
      `SELECT 1 FROM "survey_shown", unnest($2::text[]) AS month
       WHERE "survey_id" = $1 AND month BETWEEN "month_from" AND "month_to" LIMIT 1`,
      [surveyId, months],
    )) as unknown[];
    if (told.length > 0) throw new Error('Results of these months were told already: no answers can be added to them.');
    for (const table of ['survey_count', 'survey_counted_month'])
      await tx.query(`DELETE FROM "${table}" WHERE "survey_id" = $1 AND "month" = ANY($2)`, [surveyId, months]);
  }

  /** How often everything was said in some months, by each group. One statement. */
  async lines(tx: EntityManager, surveyId: string, { from, to }: Months): Promise<CountedLine[]> {
    return (await tx.query(
      `SELECT "question", "item", "value", sum("n")::int AS n,
              CASE GROUPING("department_code", "channel", "month", "service_code")
                WHEN 15 THEN 'TOTAL' WHEN 7 THEN 'DEPARTMENT' WHEN 11 THEN 'CHANNEL' WHEN 13 THEN 'MONTH' ELSE 'SERVICE' END AS dimension,
              COALESCE("department_code", "channel", "month", "service_code", '') AS "group"
       FROM "survey_count" WHERE "survey_id" = $1 AND "month" BETWEEN $2 AND $3
       GROUP BY "question", "item", "value",
                GROUPING SETS ((), ("department_code"), ("channel"), ("month"), ("service_code"))`,
      [surveyId, from, to],
    )) as (CountedLine & { dimension: Dimension })[];
  }

  /** Who answered which question, in all months that were ever counted. One statement. */
  async profiles(tx: EntityManager, surveyId: string): Promise<Profile[]> {
    return (await tx.query(
      `SELECT "question", "month", "department_code" AS department, "channel", "service_code" AS service, "n"
       FROM "survey_count" WHERE "survey_id" = $1 AND "item" = '' AND "value" = ''
       ORDER BY "question", "month", "department_code", "channel", "service_code"`,
      [surveyId],
    )) as Profile[];
  }

  /** Who answered a question, in all months, with what they answered to others. One statement. */
  async crossProfiles(
    tx: EntityManager,
    surveyId: string,
    question: string,
    by: readonly string[],
  ): Promise<Profile[]> {
    const rows = (await tx.query(
      `SELECT month, department, channel, service, said, count(*)::int AS n FROM (
         SELECT to_char("answered_on", 'YYYY-MM') AS month, COALESCE("department_code", '') AS department,
                COALESCE("channel", '') AS channel, COALESCE("service_code", '') AS service,
                to_jsonb(ARRAY[${by.map((_, index) => answerTo(index + 3)).join(', ')}]::text[]) AS said
         FROM "survey_response"
         WHERE "survey_id" = $1 AND "answered_on" IS NOT NULL AND ${answerTo(2)} IS NOT NULL) AS answer
       GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
      [surveyId, question, ...by],
    )) as (Omit<Profile, 'question' | 'said'> & { said: (string | null)[] })[];
    return rows.map(({ said: given, ...profile }) => ({
      ...{ ...profile, question },
      said: Object.fromEntries(by.map((code, index) => [code, given[index] ?? null])),
    }));
  }

  /** How often each two answers were given together, in some months. One statement. */
  async crossCells(
    tx: EntityManager,
    surveyId: string,
    { from, to }: Months,
    crossing: Crossing,
  ): Promise<CrossCell[]> {
    return (await tx.query(
      `SELECT "row", "column", count(*)::int AS n FROM (
         SELECT ${answerTo(4)} AS "row", ${answerTo(5)} AS "column" FROM "survey_response"
         WHERE "survey_id" = $1 AND "answered_on" >= $2::date AND "answered_on" < $3::date + interval '1 month') AS answer
       WHERE "row" IS NOT NULL AND "column" IS NOT NULL GROUP BY 1, 2`,
      [surveyId, firstDay(from), firstDay(to), crossing.rows, crossing.columns],
    )) as CrossCell[];
  }

  /** What was written in some months, by question. One statement. */
  async texts(tx: EntityManager, surveyId: string, { from, to }: Months): Promise<ReadonlyMap<string, string[]>> {
    const rows = (await tx.query(
      `SELECT answer ->> 'question' AS question, array_agg(answer ->> 'text') AS texts
       FROM "survey_response", jsonb_array_elements("answers") AS answer
       WHERE "survey_id" = $1 AND "answered_on" >= $2::date AND "answered_on" < $3::date + interval '1 month' AND answer ? 'text'
       GROUP BY 1`,
      [surveyId, firstDay(from), firstDay(to)],
    )) as { question: string; texts: string[] }[];
    return new Map(rows.map(({ question, texts }) => [question, texts]));
  }

  /** How many were invited, in some months (Korean time) or ever. */
  async invited(tx: EntityManager, surveyId: string, months: Months | null): Promise<number> {
    const [{ n }] = (await tx.query(
      `SELECT count(*)::int AS n FROM "survey_invitation" WHERE "survey_id" = $1
         AND ($2::date IS NULL OR ("invited_at" >= $2::date::timestamp AT TIME ZONE 'Asia/Seoul'
                               AND "invited_at" < ($3::date + interval '1 month') AT TIME ZONE 'Asia/Seoul'))`,
      [surveyId, months && firstDay(months.from), months && firstDay(months.to)],
    )) as [{ n: number }];
    return n;
  }

  /** What the sample that was asked stands for; undefined where none was drawn, or more than one. One statement. */
  async design(tx: EntityManager, surveyId: string): Promise<Design | undefined> {
    const [sample, ...more] = (await tx.query(
      `SELECT "groups" FROM "survey_audience" WHERE "survey_id" = $1 AND "seed" IS NOT NULL LIMIT 2`,
      [surveyId],
    )) as { groups: DrawnGroup[] }[];
    return sample && more.length === 0 ? designOf(sample.groups) : undefined;
  }

  private async countMonth(tx: EntityManager, survey: SurveyEntity, month: string): Promise<void> {
    const counts = new Map<string, { readonly row: readonly string[]; n: number }>();
    for await (const { answers, department, channel, service } of this.responses(tx, survey.id, month)) {
      for (const { question, item, value } of linesOfResponse(survey.questions, answers)) {
        const row = [question, item, value, department, channel, service];
        const key = row.join('\u0000');
        const known = counts.get(key);
        if (known) known.n += 1;
        else counts.set(key, { row, n: 1 });
      }
    }
    await tx.insert(CountedMonthEntity, { surveyId: survey.id, month });
    // In an order that does not tell in which order they answered.
    const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
    const columns = [0, 1, 2, 3, 4, 5].map((column) => rows.map(({ row }) => row[column]!));
    await tx.query(
      `INSERT INTO "survey_count" ("survey_id", "month", "question", "item", "value", "department_code", "channel", "service_code", "n")
       SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[])`,
      [survey.id, month, ...columns, rows.map(({ n }) => n)],
    );
  }

  /** The answers of a month, some at a time: a hundred thousand at once would fill the memory. */
  private async *responses(tx: EntityManager, surveyId: string, month: string): AsyncGenerator<Said> {
    await tx.query(
      `DECLARE "said" NO SCROLL CURSOR FOR
       SELECT COALESCE("department_code", '') AS department, COALESCE("channel", '') AS channel,
              COALESCE("service_code", '') AS service, "answers"
       FROM "survey_response" WHERE "survey_id" = '${surveyId}'
         AND "answered_on" >= '${firstDay(month)}'::date AND "answered_on" < '${firstDay(month)}'::date + interval '1 month'`,
    );
    for (;;) {
      const some = (await tx.query(`FETCH ${BATCH} FROM "said"`)) as Said[];
      yield* some;
      if (some.length < BATCH) break;
    }
    await tx.query('CLOSE "said"');
  }
}
