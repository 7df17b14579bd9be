import { type DeadLetter, type DeadLetterPage, shownFields } from '@charter/contracts';
import type { DataSource } from 'typeorm';
import { z } from 'zod';

const UUID = String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}`;
const ID = new RegExp(`^(${UUID})\\.([a-z-]{1,100})$`);
// Microseconds of PostgreSQL: a JavaScript Date drops three digits and would repeat or skip rows.
const CURSOR = new RegExp(`^(\\d{1,17})\\.(${UUID})\\.([a-z-]{1,100})$`);

const COLUMNS = `event_id || '.' || consumer AS id, event_id AS "eventId", consumer, type, producer, status AS state, reason, attempts,
  coalesce(died_at, settled_at, decided_at) AS "diedAt", settled_at AS "settledAt", envelope, decided_by AS "decidedBy", decided_at AS "decidedAt", decided_reason AS "decidedReason"`;

type Row = Omit<DeadLetter, 'fields' | 'occurredAt'> & { envelope: string | null };

/** A job can be anything: what does not keep the contract is not read. */
const kept = z.object({ occurredAt: z.iso.datetime({ offset: true }).nullable().catch(null), payload: z.unknown() });

/** Only what administrators may read leaves the database's service: never the payload as it is. */
function letterOf({ envelope, ...row }: Row): DeadLetter {
  const { occurredAt = null, payload } = kept.safeParse(JSON.parse(envelope ?? 'null')).data ?? {};
  const fields = envelope === null ? [] : shownFields(row.type, payload);
  return { ...row, occurredAt: occurredAt === null ? null : new Date(occurredAt), fields };
}

/** The dead letters of one service's database, oldest first. */
export class DeadLetters {
  constructor(private readonly dataSource: DataSource) {}

  /** Of one consumer, or of all. */
  async count(consumer?: string): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM inbox_entry WHERE status = 'DEAD' AND ($1::text IS NULL OR consumer = $1)`,
      [consumer ?? null],
    );
    return row?.count ?? 0;
  }

  /** @throws {RangeError} when `after` is not a `next` of this list */
  async list(page: { consumer?: string; first: number; after?: string | null }): Promise<DeadLetterPage> {
    const after = page.after ? CURSOR.exec(page.after) : undefined;
    if (after === null) throw new RangeError('The cursor is not one of this list.');
    const rows: (Row & { cursor: string })[] = await this.dataSource.query(
      `SELECT ${COLUMNS},
         (extract(epoch FROM settled_at) * 1000000)::bigint || '.' || event_id || '.' || consumer AS cursor
       FROM inbox_entry
       WHERE status = 'DEAD' AND ($1::text IS NULL OR consumer = $1)
         AND ($2::bigint IS NULL OR (settled_at, event_id, consumer)
           > (to_timestamp(0) + $2::bigint * interval '1 microsecond', $3::uuid, $4::text))
       ORDER BY settled_at, event_id, consumer
       LIMIT $5`,
      [page.consumer ?? null, after?.[1] ?? null, after?.[2] ?? null, after?.[3] ?? null, page.first + 1],
    );
    const shown = rows.slice(0, page.first);
    const next = rows.length > page.first ? (shown.at(-1)?.cursor ?? null) : null;
    return { items: shown.map(({ cursor: _cursor, ...row }) => letterOf(row)), next };
  }

  /** One that is a dead letter, or was one and somebody has decided on it. Undefined for any other event. */
  async one(id: string): Promise<DeadLetter | undefined> {
    const [, eventId, consumer] = ID.exec(id) ?? [];
    const [row]: Row[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM inbox_entry
       WHERE event_id = $1 AND consumer = $2 AND (status = 'DEAD' OR decided_at IS NOT NULL)`,
      [eventId ?? null, consumer ?? null],
    );
    return row && letterOf(row);
  }

  /**
   * Sends dead letters round again: the host of their consumer runs the payload that was kept, with all its attempts before it.
   * @returns how many were dead letters
   */
  retry(ids: readonly string[], now: Date, by?: string): Promise<number> {
    return this.decide(ids, `status = 'RETRYING', attempts = 0, settled_at = NULL, next_attempt_at = NULL`, {
      by: by ?? null,
      reason: null,
      now,
    });
  }

  /**
   * Lets dead letters go, for good. The row stays, with who and why.
   * @returns how many were dead letters
   */
  discard(ids: readonly string[], decision: { by: string; reason: string }, now: Date): Promise<number> {
    return this.decide(ids, `status = 'DISCARDED'`, { ...decision, now });
  }

  private async decide(
    ids: readonly string[],
    change: string,
    { by, reason, now }: { by: string | null; reason: string | null; now: Date },
  ): Promise<number> {
    const keys = ids.map((id) => ID.exec(id)).filter((match) => match !== null);
    const [, count]: [unknown, number] = await this.dataSource.query(
      `UPDATE inbox_entry SET ${change}, decided_by = $3, decided_reason = $4, decided_at = $5
       WHERE status = 'DEAD' AND (event_id, consumer) IN (SELECT * FROM unnest($1::uuid[], $2::text[]))`,
      [keys.map((key) => key[1]), keys.map((key) => key[2]), by, reason, now],
    );
    return count;
  }
}
