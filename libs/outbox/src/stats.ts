import type { DataSource } from 'typeorm';

export interface OutboxStats {
  /** Deliveries no consumer has confirmed. */
  readonly unconfirmed: number;
  /** Age of the oldest of them, in seconds; 0 when there is none. */
  readonly oldestUnconfirmedSeconds: number;
  /** Dead letters of this service's own consumers. */
  readonly dead: number;
}

/** Numbers for metrics. Costs by what is open, not by what ever happened. */
export async function outboxStats(dataSource: DataSource): Promise<OutboxStats> {
  const [row]: OutboxStats[] = await dataSource.query(
    `SELECT count(*)::int AS unconfirmed,
       coalesce(extract(epoch FROM now() - min(e.created_at)), 0)::float8 AS "oldestUnconfirmedSeconds",
       (SELECT count(*)::int FROM inbox_entry WHERE status = 'DEAD') AS dead
     FROM outbox_delivery d JOIN outbox_event e ON e.id = d.event_id
     WHERE d.confirmed_at IS NULL`,
  );
  return row ?? { unconfirmed: 0, oldestUnconfirmedSeconds: 0, dead: 0 };
}
