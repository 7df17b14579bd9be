import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { OutgoingChannel } from '../domain/channels';
import { nextWay, requiredBy } from '../domain/required';
import { NoticeEntity } from './notice.entity';

/** All ways in which the person of a notice is told of its event, locked in one order: two that end at once see each other. */
export const lockWays = (tx: EntityManager, id: string): Promise<NoticeEntity[]> =>
  tx
    .createQueryBuilder(NoticeEntity, 'notice')
    .where(
      `(notice.event_id, notice.recipient_id) = (SELECT "event_id", "recipient_id" FROM "notice" WHERE "id" = :id)`,
      { id },
    )
    .orderBy('notice.id')
    .setLock('pessimistic_write')
    .getMany();

/**
 * What the law requires goes another way when one has come to nothing; when none is left, that is noted for the office.
 * @param ways as they stand now, with the one that has just ended
 */
export async function fallBack(
  tx: EntityManager,
  ways: readonly NoticeEntity[],
  id: string,
  offered: ReadonlySet<OutgoingChannel>,
  at: Date,
): Promise<void> {
  const ended = ways.find((way) => way.id === id);
  if (!ended || requiredBy(ended) === null) return;
  const next = nextWay(ways, offered);
  if (next === 'NOT_YET') return;
  if (next === 'NOWHERE') {
    await tx.update(NoticeEntity, { id }, { unreachedAt: at });
    return;
  }
  await tx.insert(NoticeEntity, {
    ...ended,
    ...{ id: randomUUID(), channel: next, insteadOf: id, state: 'PENDING', attempts: 0, createdAt: at },
    ...{ digestId: null, failure: null, told: null, heldUntil: null, nextAttemptAt: () => 'now()' },
  });
}
