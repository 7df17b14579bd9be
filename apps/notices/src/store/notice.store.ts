import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import { TEMPLATE_VERSION } from '../domain/templates';
import { CHANNELS, DeliveryAttemptEntity, NoticeEntity, type NoticeState } from './notice.entity';

const NEWEST: ListOrder = {
  name: 'notices by newness',
  direction: 'DESC',
  columns: [
    { expression: 'notice.created_at', type: 'timestamptz' },
    { expression: 'notice.id', type: 'uuid' },
  ],
};

export type PlannedNotice = Pick<
  NoticeEntity,
  | 'eventId'
  | 'eventType'
  | 'recipientId'
  | 'audience'
  | 'subjectType'
  | 'subjectId'
  | 'complaintId'
  | 'departmentCode'
  | 'deadlineId'
  | 'words'
>;

/** How long a worker may take over one notice before another takes it up. */
const LEASE_SECONDS = 30;

export class NoticeStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** Writes notices for every channel; what stands already stays: once for each event, person and channel. */
  async plan(tx: EntityManager, notices: readonly PlannedNotice[], at: Date): Promise<void> {
    const rows = notices.flatMap((notice) =>
      CHANNELS.map((channel) => ({
        ...notice,
        id: randomUUID(),
        channel,
        state: 'PENDING' as const,
        nextAttemptAt: at,
        createdAt: at,
        templateVersion: TEMPLATE_VERSION,
      })),
    );
    if (rows.length > 0) await tx.createQueryBuilder().insert().into(NoticeEntity).values(rows).orIgnore().execute();
  }

  /**
   * Takes notices whose moment has come, for this worker alone: their next attempt moves past the lease, so that a worker
   * that dies gives them up. By the database's clock.
   */
  async take(batch: number): Promise<NoticeEntity[]> {
    const taken = (await this.dataSource.query(
      `UPDATE "notice" SET "attempts" = "attempts" + 1, "next_attempt_at" = now() + $2 * interval '1 second'
       WHERE "id" IN (SELECT "id" FROM "notice" WHERE "next_attempt_at" <= now() ORDER BY "next_attempt_at", "id" LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING "id"`,
      [batch, LEASE_SECONDS],
    )) as [{ id: string }[], number];
    const ids = taken[0].map(({ id }) => id);
    return ids.length === 0
      ? []
      : this.dataSource.manager.find(NoticeEntity, { where: { id: In(ids) }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** Ends a notice that is still pending, with the attempt's line. @returns whether it was: another worker may have been faster */
  settle(
    id: string,
    state: Exclude<NoticeState, 'PENDING'>,
    at: Date,
    failure: string | null = null,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const { affected } = await tx.update(
        NoticeEntity,
        { id, state: 'PENDING' },
        { state, failure, nextAttemptAt: null, deliveredAt: state === 'DELIVERED' ? at : null },
      );
      await tx.insert(DeliveryAttemptEntity, {
        noticeId: id,
        attemptedAt: at,
        outcome: failure ? `${state}: ${failure}` : state,
      });
      return affected === 1;
    });
  }

  /** Notes an attempt that came to nothing, and when the next one is made. */
  async postpone(id: string, at: Date, delayMs: number, outcome: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await tx.update(
        NoticeEntity,
        { id, state: 'PENDING' },
        { nextAttemptAt: () => `now() + interval '${Math.round(delayMs)} milliseconds'` },
      );
      await tx.insert(DeliveryAttemptEntity, { noticeId: id, attemptedAt: at, outcome });
    });
  }

  /** Somebody's inbox, newest first. */
  inbox(recipientId: string, unreadOnly: boolean, page: Page): Promise<Connection<NoticeEntity>> {
    const query = this.dataSource.manager
      .createQueryBuilder(NoticeEntity, 'notice')
      .where(`notice.recipient_id = :recipientId AND notice.channel = 'INBOX' AND notice.state = 'DELIVERED'`, {
        recipientId,
      });
    if (unreadOnly) query.andWhere('notice.read_at IS NULL');
    return keysetPage(query, NEWEST, page, this.cursors);
  }

  /** The notices about each complaint, oldest first. One statement. */
  async ofComplaints(complaintIds: readonly string[]): Promise<NoticeEntity[][]> {
    const found = await this.dataSource.manager.find(NoticeEntity, {
      where: { complaintId: In([...complaintIds]) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return complaintIds.map((id) => found.filter(({ complaintId }) => complaintId === id));
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(ids: readonly string[]): Promise<(NoticeEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(NoticeEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((notice) => notice.id === id));
  }

  /** Marks one's own notices read; without ids, all. @returns how many */
  async markRead(recipientId: string, ids: readonly string[] | null, at: Date): Promise<number> {
    const own = { recipientId, channel: 'INBOX' as const, state: 'DELIVERED' as const, readAt: IsNull() };
    const { affected } = await this.dataSource.manager.update(NoticeEntity, ids ? { ...own, id: In([...ids]) } : own, {
      readAt: at,
    });
    return affected ?? 0;
  }

  async figures(): Promise<{ pending: number; oldest: number; failed: number }> {
    const [row] = (await this.dataSource.query(`
      SELECT count(*) FILTER (WHERE "state" = 'PENDING')::int AS pending, count(*) FILTER (WHERE "state" = 'FAILED')::int AS failed,
             COALESCE(EXTRACT(EPOCH FROM now() - min("created_at") FILTER (WHERE "state" = 'PENDING')), 0)::float AS oldest
      FROM "notice" WHERE "state" IN ('PENDING', 'FAILED')`)) as [{ pending: number; oldest: number; failed: number }];
    return row;
  }
}
