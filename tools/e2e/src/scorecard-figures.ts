import type { RunningStack } from './running-stack';

/** Cases of a figure at one department, counted by nobody's code but this. */
export interface Counted {
  readonly code: string;
  readonly n: number;
  /** What the figure comes to, or, of shares, how many kept the promise. */
  readonly value: number | null;
}

const IN_YEAR = (column: string): string => `(${column} AT TIME ZONE 'Asia/Seoul')::date BETWEEN $1 AND $2`;
const count = (where: string): string => `count(*) FILTER (WHERE ${where})::int`;

const complaints = (n: string, value: string): string =>
  `SELECT c."department_code" AS code, ${n} AS n, ${value} AS value
   FROM "complaint" c JOIN "deadline" s ON s."id" = c."statutory_id" JOIN "deadline" p ON p."id" = c."charter_id"
   WHERE ${IN_YEAR('c."received_at"')} GROUP BY 1`;
const lateNow = (deadline: string): string => `c."closed_at" IS NULL AND ${deadline}."due_at" <= now()`;
/** In time: brought to an end, and never missed. Rated: brought to an end, or open and late; what was withdrawn is not rated. */
const inTime = (deadline: string): string => count(`${deadline}."state" = 'MET' AND ${deadline}."missed_at" IS NULL`);
const rated = (deadline: string): string => count(`${deadline}."state" = 'MET' OR (${lateNow(deadline)})`);

const proposals = (n: string, value: string): string =>
  `SELECT p."department_code" AS code, ${n} AS n, ${value} AS value FROM "proposal" p
   LEFT JOIN "deadline" r ON r."id" = p."review_id" WHERE ${IN_YEAR('p."submitted_at"')} GROUP BY 1`;

const observed = (by: string): string =>
  `SELECT ${by} AS code, ${count(`o."finding" <> 'NOT_APPLICABLE'`)} AS n, ${count(`o."finding" = 'KEPT'`)} AS value
   FROM "monitoring_report" r JOIN "monitoring_observation" o ON o."report_id" = r."id"
   WHERE r."status" IN ('ACCEPTED', 'ANSWERED') AND ${IN_YEAR('r."submitted_at"')} GROUP BY 1`;

/** Each measure as one statement over the tables of the service that owns it. */
const STATEMENTS: Readonly<Record<string, readonly [database: string, statement: string]>> = {
  COMPLAINTS_RECEIVED: ['complaints', complaints('count(*)::int', 'count(*)::int')],
  COMPLAINTS_OPEN_LATE: ['complaints', complaints(rated('s'), count(lateNow('s')))],
  COMPLAINTS_ON_TIME: ['complaints', complaints(rated('s'), inTime('s'))],
  COMPLAINTS_CHARTER_ON_TIME: ['complaints', complaints(rated('p'), inTime('p'))],
  OBJECTIONS_UPHELD: [
    'complaints',
    `SELECT "department_code" AS code, ${count('"decided_at" IS NOT NULL')} AS n, ${count(`"status" = 'UPHELD'`)} AS value
     FROM "objection" WHERE ${IN_YEAR('"filed_at"')} GROUP BY 1`,
  ],
  SATISFACTION: [
    'surveys',
    `SELECT response."department_code" AS code, count(response."mean")::int AS n,
            round(((avg(response."mean") - 1) / 4 * 100)::numeric, 1)::float AS value
     FROM "survey_response" response JOIN "survey" ON "survey"."id" = response."survey_id" AND "survey"."audience" = 'PETITIONER'
     WHERE response."department_code" IS NOT NULL AND response."answered_on" BETWEEN $1 AND $2 GROUP BY 1`,
  ],
  COMPENSATION_CLAIMS: [
    'compensation',
    `SELECT "department_code" AS code, count(*)::int AS n, count(*)::int AS value FROM "compensation_claim"
     WHERE ${IN_YEAR('"paid_at"')} GROUP BY 1`,
  ],
  COMPENSATION_AMOUNT: [
    'compensation',
    `SELECT "department_code" AS code, count(*)::int AS n, sum("amount")::float AS value FROM "compensation_claim"
     WHERE ${IN_YEAR('"paid_at"')} GROUP BY 1`,
  ],
  PROPOSALS_RECEIVED: ['participation', proposals('count(*)::int', 'count(*)::int')],
  PROPOSALS_ON_TIME: [
    'participation',
    proposals(
      count(`r."state" = 'MET' OR (r."closed_at" IS NULL AND r."due_at" <= now())`),
      count(`r."state" = 'MET' AND r."missed_at" IS NULL`),
    ),
  ],
  PROPOSALS_ADOPTED: [
    'participation',
    proposals(count('p."decision" IS NOT NULL'), count(`p."decision" IN ('ADOPTED', 'PARTLY_ADOPTED')`)),
  ],
  MONITORING_KEPT: ['participation', observed('r."watched_code"')],
};

export const COUNTED_MEASURES = Object.keys(STATEMENTS);

/** Every measure by department, straight from the tables of its owner. Days in Asia/Seoul, both included. */
export async function countYear(
  stack: RunningStack,
  from: string,
  to: string,
): Promise<Readonly<Record<string, readonly Counted[]>>> {
  const counted: Record<string, Counted[]> = {};
  for (const [measure, [database, statement]] of Object.entries(STATEMENTS))
    counted[measure] = await stack.sql<Counted>(database, `${statement} ORDER BY 1`, [from, to]);
  counted['BY_STANDARD'] = await stack.sql<Counted>('participation', `${observed('o."standard_code"')} ORDER BY 1`, [
    from,
    to,
  ]);
  return counted;
}
