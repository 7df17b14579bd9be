import { type DataSource, type EntityManager, Not } from 'typeorm';
import { atLocal, localDate } from '@charter/calendar';
import type { Scores } from '../domain/satisfaction';
import { type DayTally, standingScores } from '../domain/telling/standing-scores';
import { MEANS, RESPONSES, type Told, measuring, tallyOf } from '../domain/telling/tally';
import { type Waiting, isTold } from '../domain/telling/telling';
import { SurveyEntity } from './survey.entity';

/** Of whom satisfaction is asked, and in which days, both included. */
export interface Asked {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

/** How the standing questionnaire found a standard in a period. */
export interface StandingScore {
  readonly score: number;
  readonly method: string;
  readonly methodVersion: number;
  readonly n: number;
  readonly surveyId: string;
}

const MINUTE_MS = 60_000;
const NOTHING: Omit<Scores, 'invitations'> = { n: 0, mean: null, responses: 0, surveyIds: [] };

/** Who tells shares it, who mixes answers has it alone: a row that is being moved would be missed. */
export const TELLING = `hashtext('survey answers are told')`;

/** What is told of answers to the standing questionnaire, batch by batch, and the figures that are made of it. */
export class ToldStore {
  constructor(private readonly dataSource: DataSource) {}

  /** One at a time adds to what waits of a department: until the transaction ends nobody else counts it. */
  async alone(tx: EntityManager, surveyId: string, departmentCode: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock_shared(${TELLING})`);
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`told ${surveyId} ${departmentCode}`]);
  }

  /**
   * Tells what waits once it is enough; the answers get the day on which they are told, and new ids, so that nothing is left of their order.
   * @param on the day, in Asia/Seoul
   * @param freshOn the day until whose end they are mixed with others; null: of the past
   * @returns whether anything was told
   */
  async tellEnough(
    tx: EntityManager,
    { id, questions }: Pick<SurveyEntity, 'id' | 'questions'>,
    departmentCode: string,
    { on, freshOn }: { readonly on: string; readonly freshOn: string | null },
  ): Promise<boolean> {
    const [waiting] = (await tx.query(
      `SELECT count(*)::int AS responses, count("mean")::int AS means FROM "survey_response"
       WHERE "survey_id" = $1 AND "department_code" = $2 AND "answered_on" IS NULL`,
      [id, departmentCode],
    )) as [Waiting];
    if (!isTold(waiting)) return false;
    const told = (await tx.query(
      `WITH told AS (
         DELETE FROM "survey_response" response
         WHERE "survey_id" = $1 AND "department_code" = $2 AND "answered_on" IS NULL
         RETURNING to_jsonb(response) || jsonb_build_object('id', gen_random_uuid(), 'answered_on', $3::date, 'fresh_on', $4::date) AS row
       ) INSERT INTO "survey_response" SELECT (jsonb_populate_record(NULL::"survey_response", row)).* FROM told ORDER BY row->>'id'
       RETURNING "answers", "mean"`,
      [id, departmentCode, on, freshOn],
    )) as Told[];
    const tallies = tallyOf(questions, told);
    await tx.query(
      `INSERT INTO "survey_told" ("survey_id", "department_code", "told_on", "question", "n", "sum")
       SELECT $1, $2, $3, * FROM unnest($4::text[], $5::int[], $6::float[])
       ON CONFLICT ("survey_id", "department_code", "told_on", "question")
       DO UPDATE SET "n" = "survey_told"."n" + EXCLUDED."n", "sum" = "survey_told"."sum" + EXCLUDED."sum"`,
      [
        ...[id, departmentCode, on],
        ...[tallies.map(({ question }) => question), tallies.map(({ n }) => n), tallies.map(({ sum }) => sum)],
      ],
    );
    return true;
  }

  /** Where enough waits to be told. */
  async enough(tx: EntityManager): Promise<{ surveyId: string; departmentCode: string }[]> {
    const waiting = (await tx.query(
      `SELECT "survey_id" AS "surveyId", "department_code" AS "departmentCode", count(*)::int AS responses, count("mean")::int AS means
       FROM "survey_response" WHERE "answered_on" IS NULL AND "department_code" IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`,
    )) as ({ surveyId: string; departmentCode: string } & Waiting)[];
    return waiting.filter(isTold);
  }

  /** The scores of each department in one period, both days included. Two statements. */
  async ofDepartments(codes: readonly string[], from: string, to: string): Promise<Scores[]> {
    const said = (await this.dataSource.query(
      `SELECT "department_code" AS code, COALESCE(sum("n") FILTER (WHERE "question" = $4), 0)::int AS n,
              sum("sum") FILTER (WHERE "question" = $4) / sum("n") FILTER (WHERE "question" = $4) AS mean,
              sum("n") FILTER (WHERE "question" = $5)::int AS responses, array_agg(DISTINCT "survey_id"::text) AS "surveyIds"
       FROM "survey_told" WHERE "department_code" = ANY($1) AND "told_on" BETWEEN $2 AND $3 AND "question" IN ($4, $5) GROUP BY 1`,
      [codes, from, to, MEANS, RESPONSES],
    )) as ({ code: string } & Omit<Scores, 'invitations'>)[];
    const asked = (await this.dataSource.query(
      `SELECT "department_code" AS code, count(*)::int AS invitations FROM "survey_invitation"
       WHERE "department_code" = ANY($1) AND "complaint_id" IS NOT NULL AND "invited_at" >= $2 AND "invited_at" < $3 GROUP BY 1`,
      [codes, atLocal(from, '00:00'), atLocal(to, '24:00')],
    )) as { code: string; invitations: number }[];
    const responses = new Map(said.map(({ code, ...scores }) => [code, scores]));
    const invitations = new Map(asked.map((row) => [row.code, row.invitations]));
    return codes.map((code) => ({ ...(responses.get(code) ?? NOTHING), invitations: invitations.get(code) ?? 0 }));
  }

  /** How each version of the standing questionnaire found each standard in its period, the oldest version first. Two statements. */
  async ofStandards(wanted: readonly Asked[], now: Date): Promise<StandingScore[][]> {
    const surveys = await this.dataSource.manager.find(SurveyEntity, {
      where: { audience: 'PETITIONER', status: Not('DRAFT') },
      order: { publishedAt: 'ASC' },
    });
    const codes = new Set(wanted.map(({ code }) => code));
    const measured = surveys.flatMap(({ id, questions }) =>
      measuring(questions).flatMap(({ code, standard }) => (codes.has(standard!) ? [{ id, code }] : [])),
    );
    const days = measured.length > 0 ? await this.days(measured, wanted) : [];
    // Who answered just before midnight may still be being written: the day is over a minute later.
    const today = localDate(new Date(now.getTime() - MINUTE_MS));
    return wanted.map(({ code, ...period }) =>
      surveys.flatMap((survey) =>
        standingScores(
          survey,
          days.filter(({ surveyId, on }) => surveyId === survey.id && on <= period.to),
          period,
          today,
        )
          .filter(({ standard }) => standard === code)
          .map(({ score, method, methodVersion, n }) => ({ score, method, methodVersion, n, surveyId: survey.id })),
      ),
    );
  }

  private async days(
    measured: readonly { readonly id: string; readonly code: string }[],
    wanted: readonly Asked[],
  ): Promise<(DayTally & { readonly surveyId: string })[]> {
    const last = wanted.map(({ to }) => to).sort().at(-1); // prettier-ignore
    return (await this.dataSource.query(
      `SELECT "survey_id" AS "surveyId", "question", "told_on"::text AS "on", sum("n")::int AS n, sum("sum") AS sum
       FROM "survey_told" WHERE "survey_id" = ANY($1) AND "question" = ANY($2) AND "told_on" <= $3
       GROUP BY 1, 2, 3 ORDER BY 3, 1, 2`,
      [[...new Set(measured.map(({ id }) => id))], [...new Set(measured.map(({ code }) => code))], last],
    )) as (DayTally & { surveyId: string })[];
  }

  /** The departments of which something was told, and in which months. */
  async told(tx: EntityManager, surveyId: string): Promise<{ department: string; month: string }[]> {
    return (await tx.query(
      `SELECT DISTINCT "department_code" AS department, to_char("told_on", 'YYYY-MM') AS month FROM "survey_told"
       WHERE "survey_id" = $1 ORDER BY 2, 1`,
      [surveyId],
    )) as { department: string; month: string }[];
  }
}
