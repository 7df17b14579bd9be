import type { DataSource } from 'typeorm';
import { atLocal } from '@charter/calendar';
import { onTimeRate } from '@charter/deadlines';
import type { Channel } from '../domain/filing';
import type { ComplaintKind } from '../domain/service-item';
import { type BucketCount, percentile } from '../domain/statistics/speed';

/** How complaints received in a period were kept. Rates from 0 to 1, null when there is nothing to rate; hours are working hours. */
export interface Performance {
  readonly received: number;
  readonly answered: number;
  readonly rejected: number;
  readonly withdrawn: number;
  /** Brought to an end by the office: what was withdrawn is not rated. */
  readonly closed: number;
  readonly open: number;
  readonly openLate: number;
  /** Open and past the charter's shorter date. */
  readonly charterOpenLate: number;
  readonly inTime: number;
  readonly charterInTime: number;
  readonly onTimeRate: number | null;
  readonly charterOnTimeRate: number | null;
  readonly medianHours: number | null;
  readonly p90Hours: number | null;
}

/** By what figures are grouped: in the tables of figures, and among the complaints that are open. */
const GROUPS = {
  DEPARTMENT: { kept: '"department_code"', open: 'c."department_code"' },
  SERVICE: { kept: '"service_code"', open: 'c."service_code"' },
  KIND: { kept: '"kind"', open: 'c."kind"' },
  CHANNEL: { kept: '"channel"', open: 'c."channel"' },
  MONTH: {
    kept: `to_char("received_on", 'YYYY-MM')`,
    open: `to_char(c."received_at" AT TIME ZONE 'Asia/Seoul', 'YYYY-MM')`,
  },
} as const;
export type GroupBy = keyof typeof GROUPS;

export interface StatisticsFilter {
  readonly departmentCodes?: readonly string[] | null;
  readonly serviceCode?: string | null;
  readonly kind?: ComplaintKind | null;
  readonly channel?: Channel | null;
}

interface DayRow {
  key: string;
  received: number;
  answered: number;
  rejected: number;
  withdrawn: number;
  closed: number;
  in_time: number;
  charter_in_time: number;
}

interface OpenRow {
  key: string;
  open: number;
  late: number;
  charter_late: number;
}

const NO_DAY = { received: 0, answered: 0, rejected: 0, withdrawn: 0, closed: 0, in_time: 0, charter_in_time: 0 };
const NONE_OPEN = { open: 0, late: 0, charter_late: 0 };

const WHERE = (prefix: string): string => `
  ($3::text[] IS NULL OR ${prefix}"department_code" = ANY($3)) AND ($4::text IS NULL OR ${prefix}"service_code" = $4)
  AND ($5::text IS NULL OR ${prefix}"kind" = $5) AND ($6::text IS NULL OR ${prefix}"channel" = $6)`;

/**
 * The figures of a period, both days included, by group. Three statements, whatever the number of groups: what was kept of each
 * day, how long it took, and what is open now; complaints that are closed are not read.
 */
export async function statisticsOf(
  dataSource: DataSource,
  groupBy: GroupBy,
  { departmentCodes, serviceCode, kind, channel }: StatisticsFilter,
  from: string,
  to: string,
): Promise<Map<string, Performance>> {
  const { kept, open } = GROUPS[groupBy];
  const narrow = [departmentCodes ?? null, serviceCode ?? null, kind ?? null, channel ?? null];
  const days = (await dataSource.query(
    `SELECT ${kept} AS key, sum("received")::int AS received, sum("answered")::int AS answered,
            sum("rejected")::int AS rejected, sum("withdrawn")::int AS withdrawn, sum("closed")::int AS closed,
            sum("in_time")::int AS in_time, sum("charter_in_time")::int AS charter_in_time
     FROM "complaint_day" WHERE "received_on" BETWEEN $1 AND $2 AND ${WHERE('')} GROUP BY 1`,
    [from, to, ...narrow],
  )) as DayRow[];
  const speeds = (await dataSource.query(
    `SELECT ${kept} AS key, "bucket", sum("count")::int AS count
     FROM "complaint_speed" WHERE "received_on" BETWEEN $1 AND $2 AND ${WHERE('')} GROUP BY 1, 2`,
    [from, to, ...narrow],
  )) as (BucketCount & { key: string })[];
  const openNow = (await dataSource.query(
    `SELECT ${open} AS key, count(*)::int AS open, count(*) FILTER (WHERE s."due_at" <= now())::int AS late,
            count(*) FILTER (WHERE p."due_at" <= now())::int AS charter_late
     FROM "complaint" c JOIN "deadline" s ON s."id" = c."statutory_id" JOIN "deadline" p ON p."id" = c."charter_id"
     WHERE c."closed_at" IS NULL AND c."received_at" >= $1 AND c."received_at" < $2 AND ${WHERE('c.')} GROUP BY 1`,
    [atLocal(from, '00:00'), atLocal(to, '24:00'), ...narrow],
  )) as OpenRow[];
  const keys = new Set([...days, ...openNow].map(({ key }) => key));
  return new Map(
    [...keys].sort().map((key) => [
      key,
      toPerformance(
        days.find((row) => row.key === key) ?? NO_DAY,
        openNow.find((row) => row.key === key) ?? NONE_OPEN,
        speeds.filter((row) => row.key === key),
      ),
    ]),
  );
}

/** The performance of each department in one period, in the order of the codes. */
export async function performanceOf(
  dataSource: DataSource,
  codes: readonly string[],
  from: string,
  to: string,
): Promise<Performance[]> {
  const found = await statisticsOf(dataSource, 'DEPARTMENT', { departmentCodes: codes }, from, to);
  return codes.map((code) => found.get(code) ?? toPerformance(NO_DAY, NONE_OPEN, []));
}

function toPerformance(
  day: Omit<DayRow, 'key'>,
  now: Omit<OpenRow, 'key'>,
  speeds: readonly BucketCount[],
): Performance {
  const { received, answered, rejected, withdrawn, closed } = day;
  const rate = (closedInTime: number, openLate: number) => onTimeRate({ closedInTime, closed, openLate });
  return {
    ...{ received, answered, rejected, withdrawn, closed },
    ...{ open: now.open, openLate: now.late, charterOpenLate: now.charter_late },
    ...{ inTime: day.in_time, charterInTime: day.charter_in_time },
    onTimeRate: rate(day.in_time, now.late),
    charterOnTimeRate: rate(day.charter_in_time, now.charter_late),
    medianHours: percentile(speeds, 0.5),
    p90Hours: percentile(speeds, 0.9),
  };
}
