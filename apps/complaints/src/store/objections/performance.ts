import type { DataSource } from 'typeorm';
import { atLocal } from '@charter/calendar';
import { onTimeRate } from '@charter/deadlines';

/** How a department decided the objections filed in a period. Rates from 0 to 1, null when there is nothing to rate. */
export interface ObjectionPerformance {
  readonly filed: number;
  readonly decided: number;
  readonly upheld: number;
  readonly withdrawn: number;
  readonly open: number;
  readonly openLate: number;
  readonly upheldRate: number | null;
  readonly onTimeRate: number | null;
}

interface Row {
  department_code: string;
  filed: number;
  decided: number;
  upheld: number;
  withdrawn: number;
  open: number;
  open_late: number;
  in_time: number;
}

const NONE: Omit<Row, 'department_code'> = {
  ...{ filed: 0, decided: 0, upheld: 0, withdrawn: 0, open: 0, open_late: 0, in_time: 0 },
};

const toPerformance = (row: Omit<Row, 'department_code'>): ObjectionPerformance => ({
  filed: row.filed,
  decided: row.decided,
  upheld: row.upheld,
  withdrawn: row.withdrawn,
  open: row.open,
  openLate: row.open_late,
  upheldRate: row.decided === 0 ? null : row.upheld / row.decided,
  onTimeRate: onTimeRate({ closedInTime: row.in_time, closed: row.decided, openLate: row.open_late }),
});

/** The objections of each department in one period, both days included. One statement. */
export async function objectionPerformanceOf(
  dataSource: DataSource,
  codes: readonly string[],
  from: string,
  to: string,
): Promise<ObjectionPerformance[]> {
  const rows = (await dataSource.query(
    `SELECT o."department_code",
            count(*)::int AS filed,
            count(*) FILTER (WHERE o."decided_at" IS NOT NULL)::int AS decided,
            count(*) FILTER (WHERE o."status" = 'UPHELD')::int AS upheld,
            count(*) FILTER (WHERE o."status" = 'WITHDRAWN')::int AS withdrawn,
            count(*) FILTER (WHERE d."closed_at" IS NULL)::int AS open,
            count(*) FILTER (WHERE d."closed_at" IS NULL AND d."due_at" <= now())::int AS open_late,
            count(*) FILTER (WHERE d."state" = 'MET' AND d."missed_at" IS NULL)::int AS in_time
     FROM "objection" o
     JOIN "deadline" d ON d."subject_id" = o."id" AND d."subject_type" = 'OBJECTION'
     WHERE o."department_code" = ANY($1) AND o."filed_at" >= $2 AND o."filed_at" < $3
     GROUP BY o."department_code"`,
    [codes, atLocal(from, '00:00'), atLocal(to, '24:00')],
  )) as Row[];
  return codes.map((code) => toPerformance(rows.find((row) => row.department_code === code) ?? NONE));
}
