import type { DataSource } from 'typeorm';

const BATCH = 1_000;

/**
 * Deletes events that are older than so many days and that every consumer has confirmed, in short transactions.
 * The inbox is never pruned: its rows are what makes a late second delivery harmless.
 * @returns how many events went
 */
export async function pruneOutbox(dataSource: DataSource, olderThanDays: number): Promise<number> {
  let total = 0;
  for (;;) {
    const [, count]: [unknown, number] = await dataSource.query(
      `DELETE FROM outbox_event WHERE id IN (
         SELECT e.id FROM outbox_event e
         WHERE e.created_at < now() - $1 * interval '1 day'
           AND NOT EXISTS (SELECT 1 FROM outbox_delivery d WHERE d.event_id = e.id AND d.confirmed_at IS NULL)
         ORDER BY e.created_at LIMIT $2 FOR UPDATE SKIP LOCKED
       )`,
      [olderThanDays, BATCH],
    );
    total += count;
    if (count < BATCH) return total;
  }
}
