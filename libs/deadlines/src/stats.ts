import type { DataSource } from 'typeorm';

/** How a service's deadlines stand, for Prometheus. Times in seconds. */
export interface DeadlineStats {
  readonly open: number;
  readonly late: number;
  readonly oldestLateSeconds: number;
  /** How long the oldest stage waits for the sweep. */
  readonly sweepLagSeconds: number;
}

export const deadlineGaugeHelp = {
  charter_deadlines_open: 'Deadlines that are not closed.',
  charter_deadlines_late: 'Open deadlines whose date has passed.',
  charter_deadlines_oldest_late_seconds: 'How long the oldest open late deadline has been late, in seconds.',
  charter_deadlines_sweep_lag_seconds: 'How long the oldest stage that is due waits for the sweep, in seconds.',
} as const;

export async function deadlineStats(dataSource: DataSource): Promise<DeadlineStats> {
  const [row] = (await dataSource.query(`
    SELECT count(*)::int AS open,
           count(*) FILTER (WHERE "due_at" <= now())::int AS late,
           COALESCE(EXTRACT(EPOCH FROM now() - min("due_at") FILTER (WHERE "due_at" <= now())), 0)::float AS "oldestLateSeconds",
           COALESCE((SELECT EXTRACT(EPOCH FROM now() - min("next_action_at")) FROM "deadline" WHERE "next_action_at" <= now()), 0)::float
             AS "sweepLagSeconds"
    FROM "deadline" WHERE "closed_at" IS NULL`)) as [DeadlineStats];
  return row;
}

/** The same figures under the names of their gauges. */
export async function readDeadlineGauges(
  dataSource: DataSource,
): Promise<Record<keyof typeof deadlineGaugeHelp, number>> {
  const stats = await deadlineStats(dataSource);
  return {
    charter_deadlines_open: stats.open,
    charter_deadlines_late: stats.late,
    charter_deadlines_oldest_late_seconds: stats.oldestLateSeconds,
    charter_deadlines_sweep_lag_seconds: stats.sweepLagSeconds,
  };
}
