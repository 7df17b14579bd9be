import type { DataSource } from 'typeorm';
import { onTimeRate } from '@charter/deadlines';

/** How proposals handed in during a period were treated. Rates from 0 to 1, null when there is nothing to rate. */
export interface ProposalPerformance {
  readonly received: number;
  readonly decided: number;
  readonly adopted: number;
  readonly partlyAdopted: number;
  readonly notAdopted: number;
  readonly excluded: number;
  readonly implemented: number;
  readonly open: number;
  readonly openLate: number;
  readonly endorsements: number;
  readonly answersOwed: number;
  readonly answered: number;
  /** Whose review is over, and of these in time. */
  readonly closed: number;
  readonly inTime: number;
  readonly onTimeRate: number | null;
  readonly adoptionRate: number | null;
}

export interface PerformanceKey {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

type Row = Record<
  | 'received'
  | 'adopted'
  | 'partlyAdopted'
  | 'notAdopted'
  | 'excluded'
  | 'implemented'
  | 'open'
  | 'openLate'
  | 'endorsements'
  | 'answersOwed'
  | 'answered'
  | 'closed'
  | 'inTime',
  number
>;

const count = (where: string): string => `count(*) FILTER (WHERE ${where})::int`;

/** The figures of several departments and periods, both days included, in their order. One statement, however many. */
export async function performanceOf(
  dataSource: DataSource,
  keys: readonly PerformanceKey[],
): Promise<ProposalPerformance[]> {
  const rows = (await dataSource.query(
    `SELECT ${count('p."id" IS NOT NULL')} AS "received",
       ${count(`p."decision" = 'ADOPTED'`)} AS "adopted", ${count(`p."decision" = 'PARTLY_ADOPTED'`)} AS "partlyAdopted",
       ${count(`p."decision" = 'NOT_ADOPTED'`)} AS "notAdopted", ${count(`p."status" = 'EXCLUDED'`)} AS "excluded",
       ${count(`p."status" = 'IMPLEMENTED'`)} AS "implemented", ${count('r."closed_at" IS NULL AND r."id" IS NOT NULL')} AS "open",
       ${count('r."closed_at" IS NULL AND r."due_at" <= now()')} AS "openLate",
       COALESCE(sum(p."endorsement_count") FILTER (WHERE p."status" <> 'MERGED'), 0)::int AS "endorsements",
       ${count('p."threshold_reached_at" IS NOT NULL')} AS "answersOwed", ${count('p."answered_at" IS NOT NULL')} AS "answered",
       ${count(`r."state" = 'MET'`)} AS "closed", ${count(`r."state" = 'MET' AND r."missed_at" IS NULL`)} AS "inTime"
     FROM unnest($1::text[], $2::date[], $3::date[]) WITH ORDINALITY AS key ("code", "from", "to", "place")
     LEFT JOIN "proposal" p ON p."department_code" = key."code"
       AND p."submitted_at" >= key."from"::timestamp AT TIME ZONE 'Asia/Seoul'
       AND p."submitted_at" < (key."to" + 1)::timestamp AT TIME ZONE 'Asia/Seoul'
     LEFT JOIN "deadline" r ON r."id" = p."review_id"
     GROUP BY key."place" ORDER BY key."place"`,
    [keys.map(({ code }) => code), keys.map(({ from }) => from), keys.map(({ to }) => to)],
  )) as Row[];
  return rows.map((row) => {
    const decided = row.adopted + row.partlyAdopted + row.notAdopted;
    return {
      ...row,
      decided,
      onTimeRate: onTimeRate({ closedInTime: row.inTime, closed: row.closed, openLate: row.openLate }),
      adoptionRate: decided === 0 ? null : (row.adopted + row.partlyAdopted) / decided,
    };
  });
}
