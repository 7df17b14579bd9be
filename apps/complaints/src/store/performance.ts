import type { DataSource } from 'typeorm';
import { atLocal } from '@charter/calendar';
import { onTimeRate } from '@charter/deadlines';

/** How a department kept its complaints received in a period. Rates from 0 to 1, null when there is nothing to rate. */
export interface Performance {
  readonly received: number;
  readonly answered: number;
  readonly withdrawn: number;
  readonly open: number;
  readonly openLate: number;
  readonly onTimeRate: number | null;
  readonly charterOnTimeRate: number | null;
  readonly medianHours: number | null;
}

interface Row {
  department_code: string;
  received: number;
  answered: number;
  withdrawn: number;
  open: number;
  closed: number;
  in_time: number;
  open_late: number;
  charter_in_time: number;
  charter_open_late: number;
  median_hours: number | null;
}

const NONE: Omit<Row, 'department_code'> = {
  received: 0,
  answered: 0,
  withdrawn: 0,
  open: 0,
  closed: 0,
  in_time: 0,
  open_late: 0,
  charter_in_time: 0,
  charter_open_late: 0,
  median_hours: null,
};

const toPerformance = (row: Omit<Row, 'department_code'>): Performance => ({
  received: row.received,
  answered: row.answered,
  withdrawn: row.withdrawn,
  open: row.open,
  openLate: row.open_late,
  onTimeRate: onTimeRate({ closedInTime: row.in_time, closed: row.closed, openLate: row.open_late }),
  charterOnTimeRate: onTimeRate({
    closedInTime: row.charter_in_time,
    closed: row.closed,
    openLate: row.charter_open_late,
  }),
  medianHours: row.median_hours,
});

/** The performance of each department in one period, both days included. One statement. */
export async function performanceOf(
  dataSource: DataSource,
  codes: readonly string[],
  from: string,
  to: string,
): Promise<Performance[]> {
  const rows = (await dataSource.query(
    `SELECT c."department_code",
            count(*)::int AS received,
            count(*) FILTER (WHERE c."status" = 'ANSWERED')::int AS answered,
            count(*) FILTER (WHERE c."status" = 'WITHDRAWN')::int AS withdrawn,
            count(*) FILTER (WHERE s."closed_at" IS NULL)::int AS open,
            count(*) FILTER (WHERE s."state" = 'MET')::int AS closed,
            count(*) FILTER (WHERE s."state" = 'MET' AND s."missed_at" IS NULL)::int AS in_time,
            count(*) FILTER (WHERE s."closed_at" IS NULL AND s."due_at" <= now())::int AS open_late,
            count(*) FILTER (WHERE p."state" = 'MET' AND p."missed_at" IS NULL)::int AS charter_in_time,
            count(*) FILTER (WHERE p."closed_at" IS NULL AND p."due_at" <= now())::int AS charter_open_late,
            (percentile_cont(0.5) WITHIN GROUP (ORDER BY EXTRACT(EPOCH FROM c."answered_at" - c."received_at") / 3600)
              FILTER (WHERE c."answered_at" IS NOT NULL))::float AS median_hours
     FROM "complaint" c
     JOIN "deadline" s ON s."id" = c."statutory_id"
     JOIN "deadline" p ON p."id" = c."charter_id"
     WHERE c."department_code" = ANY($1) AND c."received_at" >= $2 AND c."received_at" < $3
     GROUP BY c."department_code"`,
    [codes, atLocal(from, '00:00'), atLocal(to, '24:00')],
  )) as Row[];
  return codes.map((code) => toPerformance(rows.find((row) => row.department_code === code) ?? NONE));
}
