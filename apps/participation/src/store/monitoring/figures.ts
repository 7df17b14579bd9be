import type { DataSource } from 'typeorm';
import { onTimeRate } from '@charter/deadlines';

/** What monitors found in a period, of one standard or of one department. Rates from 0 to 1; null when there is nothing to rate. */
export interface MonitoringFigures {
  /** Accepted reports. */
  readonly reports: number;
  readonly kept: number;
  readonly notKept: number;
  readonly notApplicable: number;
  /** Kept ÷ (kept + not kept). */
  readonly complianceRate: number | null;
  readonly answered: number;
  /** Not answered, and late. */
  readonly openLate: number;
  /** Answered in time ÷ (answered + open and late). */
  readonly onTimeRate: number | null;
}

export interface FiguresKey {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

const FIGURES = ['reports', 'kept', 'notKept', 'notApplicable', 'answered', 'inTime', 'openLate'] as const;
type Row = Readonly<Record<(typeof FIGURES)[number], number>>;

/** Which reports are about a key, and which of their observations count for it. */
const ABOUT = {
  standard: {
    report: `EXISTS (SELECT 1 FROM "monitoring_observation" s WHERE s."report_id" = r."id" AND s."standard_code" = key."code")`,
    observation: 'o."standard_code" = c."code"',
  },
  department: { report: 'r."watched_code" = key."code"', observation: 'true' },
} as const;

const count = (where: string): string => `count(*) FILTER (WHERE ${where})::int`;

/**
 * The figures of several standards or departments and periods by the day of the report, both days included, in their order.
 * Reports that were accepted count. One statement, however many.
 */
export async function monitoringFigures(
  dataSource: DataSource,
  by: keyof typeof ABOUT,
  keys: readonly FiguresKey[],
): Promise<MonitoringFigures[]> {
  const about = ABOUT[by];
  const rows = (await dataSource.query(
    `WITH key AS (
       SELECT * FROM unnest($1::text[], $2::date[], $3::date[]) WITH ORDINALITY AS key ("code", "from", "to", "place")
     ), counted AS (
       SELECT key."place", key."code", r."id", d."state", d."missed_at", d."due_at" FROM key
       JOIN "monitoring_report" r ON r."status" IN ('ACCEPTED', 'ANSWERED') AND ${about.report}
         AND r."submitted_at" >= key."from"::timestamp AT TIME ZONE 'Asia/Seoul'
         AND r."submitted_at" < (key."to" + 1)::timestamp AT TIME ZONE 'Asia/Seoul'
       LEFT JOIN "deadline" d ON d."id" = r."answer_id"
     ), observed AS (
       SELECT c."place", ${count(`o."finding" = 'KEPT'`)} AS "kept", ${count(`o."finding" = 'NOT_KEPT'`)} AS "notKept",
         ${count(`o."finding" = 'NOT_APPLICABLE'`)} AS "notApplicable"
       FROM counted c JOIN "monitoring_observation" o ON o."report_id" = c."id" AND ${about.observation} GROUP BY c."place"
     ), owed AS (
       SELECT c."place", count(*)::int AS "reports", ${count(`c."state" = 'MET'`)} AS "answered",
         ${count(`c."state" = 'MET' AND c."missed_at" IS NULL`)} AS "inTime",
         ${count(`c."state" IN ('RUNNING', 'MISSED') AND c."due_at" <= now()`)} AS "openLate"
       FROM counted c GROUP BY c."place"
     )
     SELECT ${FIGURES.map((name) => `coalesce("${name}", 0) AS "${name}"`).join(', ')}
     FROM key LEFT JOIN observed USING ("place") LEFT JOIN owed USING ("place") ORDER BY key."place"`,
    [keys.map(({ code }) => code), keys.map(({ from }) => from), keys.map(({ to }) => to)],
  )) as Row[];
  return rows.map(({ inTime, ...row }) => ({
    ...row,
    complianceRate: row.kept + row.notKept === 0 ? null : row.kept / (row.kept + row.notKept),
    onTimeRate: onTimeRate({ closedInTime: inTime, closed: row.answered, openLate: row.openLate }),
  }));
}
