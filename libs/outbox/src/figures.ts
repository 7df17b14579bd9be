import type { QueueFigures } from '@charter/contracts';
import type { DataSource } from 'typeorm';

/**
 * How the events that one service takes and sends are doing; a time is of the last hour, by the database's clock. Read from
 * inbox and outbox, so that it is true also when the queue in between is empty, paused or away. Costs by what is open or happened in that hour.
 */
export async function readQueueFigures(dataSource: DataSource): Promise<QueueFigures> {
  const [taken, sent] = await Promise.all([
    dataSource.query<QueueFigures['taken']>(
      `SELECT consumer, sum(dead)::int AS dead, sum(failing)::int AS failing FROM (
         SELECT consumer, count(*) AS dead, 0 AS failing FROM inbox_entry WHERE status = 'DEAD' GROUP BY consumer
         UNION ALL
         SELECT consumer, 0, count(*) FROM inbox_entry WHERE status = 'PENDING' AND reason IS NOT NULL GROUP BY consumer
         UNION ALL
         SELECT consumer, 0, count(*) FROM inbox_entry WHERE status = 'RETRYING' GROUP BY consumer
       ) AS counted GROUP BY consumer ORDER BY consumer`,
    ),
    dataSource.query<QueueFigures['sent']>(
      `SELECT d.consumer,
         count(*) FILTER (WHERE d.outcome IS NULL)::int AS unconfirmed,
         min(e.created_at) FILTER (WHERE d.outcome IS NULL) AS "oldestAt",
         count(*) FILTER (WHERE d.outcome = 'DONE')::int AS done,
         count(*) FILTER (WHERE d.outcome = 'DEAD')::int AS died,
         coalesce(sum(extract(epoch FROM d.confirmed_at - e.created_at)), 0)::float8 AS seconds,
         coalesce(max(extract(epoch FROM d.confirmed_at - e.created_at)), 0)::float8 AS "worstSeconds"
       FROM (
         SELECT * FROM outbox_delivery WHERE confirmed_at IS NULL
         UNION ALL
         SELECT * FROM outbox_delivery WHERE confirmed_at > now() - interval '1 hour'
       ) AS d JOIN outbox_event e ON e.id = d.event_id
       GROUP BY d.consumer ORDER BY d.consumer`,
    ),
  ]);
  return { taken, sent };
}
