import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { OutgoingChannel } from '../domain/channels';
import { DIGEST_HOLDS, dayBegan, nextDigest } from '../domain/digest';
import { NoticeEntity } from './notice.entity';

/** How a notice goes out: by itself, or in a digest, which the first of its notices carries. */
export interface Placed {
  readonly id: string;
  readonly digestId: string | null;
  readonly state: 'PENDING' | 'BUNDLED';
  /** When a digest goes out that begins with this notice. */
  readonly digestAt: Date | null;
}

/** Those who plan for the same people wait for each other, in one order: else each would count without the other’s. */
export async function lockPeople(tx: EntityManager, people: readonly string[]): Promise<void> {
  for (const person of [...people].sort())
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('notices of ' || $1, 0))`, [person]);
}

/** Where one more notice of somebody’s belongs, who wants no more than so many a day by themselves. Their lock is held. */
export async function place(
  tx: EntityManager,
  recipientId: string,
  channel: OutgoingChannel,
  digestAfter: number,
  now: Date,
): Promise<Placed> {
  const id = randomUUID();
  const alone: [{ count: number }] = await tx.query(
    `SELECT count(*)::int AS count FROM "notice"
     WHERE "recipient_id" = $1 AND "channel" = $2 AND "created_at" >= $3 AND "digest_id" IS NULL`,
    [recipientId, channel, dayBegan(now)],
  );
  if (alone[0].count < digestAfter) return { id, digestId: null, state: 'PENDING', digestAt: null };
  const [carrier]: { id: string }[] = await tx.query(
    `SELECT "id" FROM "notice" AS carrier
     WHERE "recipient_id" = $1 AND "channel" = $2 AND "digest_id" = "id" AND "state" = 'PENDING' AND "attempts" = 0
       AND (SELECT count(*) FROM "notice" WHERE "digest_id" = carrier."id" AND "state" = 'BUNDLED') < $3
     ORDER BY "created_at" DESC, "id" LIMIT 1 FOR UPDATE`,
    [recipientId, channel, DIGEST_HOLDS],
  );
  return carrier
    ? { id, digestId: carrier.id, state: 'BUNDLED', digestAt: null }
    : { id, digestId: id, state: 'PENDING', digestAt: nextDigest(now) };
}

/** What becomes of a digest’s notices when the one that carried it has ended. */
export async function endDigest(tx: EntityManager, id: string, changes: Partial<NoticeEntity>): Promise<void> {
  if (changes.state !== 'SUPERSEDED') {
    const { state, deliveredAt = null, failure = null } = changes;
    await tx.update(NoticeEntity, { digestId: id, state: 'BUNDLED' }, { state, deliveredAt, failure });
    return;
  }
  // Its own reason is gone: the next of them carries the others, so that none is lost.
  const [next] = await tx.find(NoticeEntity, {
    where: { digestId: id, state: 'BUNDLED' },
    order: { createdAt: 'ASC', id: 'ASC' },
    take: 1,
  });
  if (!next) return;
  await tx.update(NoticeEntity, { id: next.id }, { digestId: next.id, state: 'PENDING', nextAttemptAt: () => 'now()' });
  await tx.update(NoticeEntity, { digestId: id, state: 'BUNDLED' }, { digestId: next.id });
}
