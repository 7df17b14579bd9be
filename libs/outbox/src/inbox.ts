import type { ConsumerName, EventEnvelope } from '@charter/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import type { InboxStatus } from './store/inbox-entry.entity';

/** What a consumer found when it took an event up. */
export type Attempt =
  | { readonly state: 'begun'; readonly attempts: number }
  /** It has been settled before: nothing to do but to say so again. */
  | { readonly state: 'settled'; readonly status: 'DONE' | 'DEAD' | 'DISCARDED' }
  /** Somebody is at it, or its next attempt is later. */
  | { readonly state: 'later'; readonly waitMs: number }
  /** The last attempt ended with neither success nor failure: it took its process with it. */
  | { readonly state: 'exhausted'; readonly attempts: number };

interface Key {
  readonly eventId: string;
  readonly consumer: ConsumerName;
}

interface Found {
  status: InboxStatus;
  attempts: number;
  waitMs: number;
}

const BUSY_MS = 1_000;

/**
 * Counts an attempt before the work, in a transaction of its own, so that an attempt which ends in a crash counts too.
 * A row that another host holds is passed over rather than waited for.
 */
export async function beginAttempt(
  dataSource: DataSource,
  event: EventEnvelope,
  consumer: ConsumerName,
  maxAttempts: number,
): Promise<Attempt> {
  const first: unknown[] = await dataSource.query(
    `INSERT INTO inbox_entry (event_id, consumer, type, producer, status, attempts) VALUES ($1, $2, $3, $4, 'PENDING', 1)
     ON CONFLICT (event_id, consumer) DO NOTHING RETURNING 1`,
    [event.id, consumer, event.type, event.producer],
  );
  if (first.length > 0) return { state: 'begun', attempts: 1 };
  const [[again]]: [{ attempts: number }[], number] = await dataSource.query(
    `UPDATE inbox_entry SET attempts = attempts + 1, next_attempt_at = NULL
     WHERE (event_id, consumer) IN (
       SELECT event_id, consumer FROM inbox_entry
       WHERE event_id = $1 AND consumer = $2 AND status IN ('PENDING', 'RETRYING')
         AND attempts < $3 AND coalesce(next_attempt_at <= now(), true)
       FOR UPDATE SKIP LOCKED
     ) RETURNING attempts`,
    [event.id, consumer, maxAttempts],
  );
  if (again) return { state: 'begun', attempts: again.attempts };
  const [found]: Found[] = await dataSource.query(
    `SELECT status, attempts, coalesce(extract(epoch FROM next_attempt_at - now()) * 1000, 0)::float8 AS "waitMs"
     FROM inbox_entry WHERE event_id = $1 AND consumer = $2`,
    [event.id, consumer],
  );
  if (!found) return { state: 'later', waitMs: BUSY_MS };
  const { status, attempts, waitMs } = found;
  if (status !== 'PENDING' && status !== 'RETRYING') return { state: 'settled', status };
  if (waitMs > 0) return { state: 'later', waitMs };
  return attempts >= maxAttempts ? { state: 'exhausted', attempts } : { state: 'later', waitMs: BUSY_MS };
}

/**
 * Takes the entry for the transaction that does the work.
 * @returns the process id of its database session, or nothing when another host holds the entry or it has been settled
 */
export async function takeForWork(tx: EntityManager, { eventId, consumer }: Key): Promise<number | undefined> {
  const [row]: { pid: number }[] = await tx.query(
    `SELECT pg_backend_pid() AS pid FROM inbox_entry WHERE event_id = $1 AND consumer = $2 AND status IN ('PENDING', 'RETRYING')
     FOR UPDATE SKIP LOCKED`,
    [eventId, consumer],
  );
  return row?.pid;
}

/**
 * Ends the session of work that has run out of time. A rollback alone would not do: what the work still sends on the same
 * connection would then be executed outside any transaction.
 */
export async function endSession(dataSource: DataSource, pid: number): Promise<void> {
  await dataSource.query('SELECT pg_terminate_backend($1)', [pid]);
}

/** In the transaction of the work: both happen, or neither. */
export async function markDone(tx: EntityManager, { eventId, consumer }: Key): Promise<void> {
  await tx.query(
    `UPDATE inbox_entry SET status = 'DONE', settled_at = now(), next_attempt_at = NULL, envelope = NULL
     WHERE event_id = $1 AND consumer = $2`,
    [eventId, consumer],
  );
}

/** Keeps the reason and when to try next, unless another host has settled it meanwhile. */
export async function markFailed(
  dataSource: DataSource,
  { eventId, consumer }: Key,
  reason: string,
  retryAfterMs: number,
): Promise<void> {
  await dataSource.query(
    `UPDATE inbox_entry SET reason = $3, next_attempt_at = now() + $4 * interval '1 millisecond'
     WHERE event_id = $1 AND consumer = $2 AND status IN ('PENDING', 'RETRYING')`,
    [eventId, consumer, reason, retryAfterMs],
  );
}

export interface Death extends Key {
  readonly type: string;
  readonly producer: string;
  readonly attempts: number;
  readonly reason: string;
  /** The job as it came: what a retry runs. */
  readonly envelope: unknown;
}

/**
 * Puts an event among the dead letters, unless another host has settled it meanwhile.
 * @returns how the event stands now
 */
export async function markDead(dataSource: DataSource, death: Death): Promise<'DONE' | 'DEAD'> {
  const { eventId, consumer, type, producer, attempts, reason, envelope } = death;
  await dataSource.query(
    `INSERT INTO inbox_entry AS entry (event_id, consumer, type, producer, status, attempts, reason, envelope, settled_at, died_at)
     VALUES ($1, $2, $3, $4, 'DEAD', $5, $6, $7, now(), now())
     ON CONFLICT (event_id, consumer) DO UPDATE
     SET status = 'DEAD', reason = excluded.reason, envelope = excluded.envelope, settled_at = now(), died_at = now(), next_attempt_at = NULL
     WHERE entry.status IN ('PENDING', 'RETRYING')`,
    [eventId, consumer, type, producer, attempts, reason, JSON.stringify(envelope ?? null)],
  );
  const [row]: { status: InboxStatus }[] = await dataSource.query(
    'SELECT status FROM inbox_entry WHERE event_id = $1 AND consumer = $2',
    [eventId, consumer],
  );
  return row?.status === 'DONE' ? 'DONE' : 'DEAD';
}

/** Envelopes of dead letters that a person has sent round again and whose time has come. */
export async function dueRetries(
  dataSource: DataSource,
  consumers: readonly ConsumerName[],
  limit: number,
): Promise<{ eventId: string; consumer: ConsumerName; envelope: string }[]> {
  return dataSource.query(
    `SELECT event_id AS "eventId", consumer, envelope FROM inbox_entry
     WHERE status = 'RETRYING' AND consumer = ANY($1) AND coalesce(next_attempt_at <= now(), true)
     ORDER BY next_attempt_at NULLS FIRST LIMIT $2`,
    [consumers, limit],
  );
}
