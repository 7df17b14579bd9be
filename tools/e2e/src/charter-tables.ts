import type { RunningStack } from './running-stack';

/** What a department has in a year, as the tables of the services say it, past the graph. Shares from 0 to 1; null without any. */
export interface DepartmentYear {
  readonly code: string;
  readonly received: number;
  readonly onTime: number | null;
  readonly charterOnTime: number | null;
  /** Of 100 points, to one decimal; null where fewer than five answers are told. */
  readonly score: number | null;
  readonly n: number;
  readonly claims: number;
  readonly paid: number;
  readonly proposals: number;
  readonly adopted: number;
}

const inYear = (moment: string): string => `extract(year FROM ${moment} AT TIME ZONE 'Asia/Seoul') = $1`;

/** Closed by a result, in time or not, and those that are open and late: what ended without one is not rated. */
const COMPLAINTS = `count(*)::int AS received,
  count(*) FILTER (WHERE s.state = 'MET' AND s.missed_at IS NULL)::float AS in_time,
  count(*) FILTER (WHERE s.state = 'MET' OR (c.closed_at IS NULL AND s.due_at <= now())) AS rated,
  count(*) FILTER (WHERE p.state = 'MET' AND p.missed_at IS NULL)::float AS charter_in_time,
  count(*) FILTER (WHERE s.state = 'MET' OR (c.closed_at IS NULL AND p.due_at <= now())) AS charter_rated
  FROM complaint c JOIN deadline s ON s.id = c.statutory_id JOIN deadline p ON p.id = c.charter_id WHERE ${inYear('c.received_at')}`;
const SHARES = 'in_time / NULLIF(rated, 0) AS "onTime", charter_in_time / NULLIF(charter_rated, 0) AS "charterOnTime"';

/** Every department that has anything in a year. */
export async function departmentYears(stack: RunningStack, year: number): Promise<DepartmentYear[]> {
  const rows = await Promise.all([
    stack.sql<Partial<DepartmentYear> & { code: string }>(
      'complaints',
      `SELECT code, received, ${SHARES} FROM (SELECT c.department_code AS code, ${COMPLAINTS} GROUP BY 1) AS counted`,
      [year],
    ),
    stack.sql<Partial<DepartmentYear> & { code: string }>(
      'surveys',
      `SELECT department_code AS code, count(mean)::int AS n,
              CASE WHEN count(mean) >= 5 THEN round(((avg(mean) - 1) / 4 * 100)::numeric, 1)::float END AS score
       FROM survey_response r JOIN survey s ON s.id = r.survey_id
       WHERE s.audience = 'PETITIONER' AND extract(year FROM answered_on) = $1 GROUP BY 1`,
      [year],
    ),
    stack.sql<Partial<DepartmentYear> & { code: string }>(
      'compensation',
      `SELECT department_code AS code, count(*)::int AS claims, sum(amount)::int AS paid
       FROM compensation_claim WHERE ${inYear('paid_at')} GROUP BY 1`,
      [year],
    ),
    stack.sql<Partial<DepartmentYear> & { code: string }>(
      'participation',
      `SELECT department_code AS code, count(*)::int AS proposals,
              count(*) FILTER (WHERE decision IN ('ADOPTED', 'PARTLY_ADOPTED'))::int AS adopted
       FROM proposal WHERE ${inYear('submitted_at')} GROUP BY 1`,
      [year],
    ),
  ]);
  const none = { received: 0, onTime: null, charterOnTime: null, score: null, n: 0, claims: 0, paid: 0 };
  const years = new Map<string, DepartmentYear>();
  for (const row of rows.flat())
    years.set(row.code, { ...none, proposals: 0, adopted: 0, ...years.get(row.code), ...row });
  return [...years.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** The whole city's complaints in a year, and those of each month that has any. */
export async function cityYear(stack: RunningStack, year: number) {
  type Shares = { received: number; onTime: number | null; charterOnTime: number | null };
  const [city] = await stack.sql<Shares>(
    'complaints',
    `SELECT received, ${SHARES} FROM (SELECT ${COMPLAINTS}) AS counted`,
    [year],
  );
  const months = await stack.sql<Shares & { month: string }>(
    'complaints',
    `SELECT month, received, ${SHARES} FROM
       (SELECT to_char(c.received_at AT TIME ZONE 'Asia/Seoul', 'YYYY-MM') AS month, ${COMPLAINTS} GROUP BY 1) AS counted ORDER BY 1`,
    [year],
  );
  return { city: city!, months };
}
