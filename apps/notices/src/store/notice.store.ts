import type { SubjectType } from '../domain/notice-plan';
import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage, mapConnection } from '@charter/service';
import { type PrivacyKeys, open, seal } from '@charter/privacy';
import { TEMPLATE_VERSION } from '../domain/texts/versions';
import type { ToldWords } from '../domain/words';
import type { Channel } from '../domain/channels';
import type { PlannedChannel } from '../domain/channel-plan';
import type { LaneStore } from './lane.store';
import { DeliveryAttemptEntity, NoticeEntity, type NoticeState } from './notice.entity';

const NEWEST: ListOrder = {
  name: 'notices by newness',
  direction: 'DESC',
  columns: [
    { expression: 'notice.created_at', type: 'timestamptz' },
    { expression: 'notice.id', type: 'uuid' },
  ],
};

type PlannedNotice = Pick<
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
> & { readonly channels: readonly PlannedChannel[] };

/** A notice, opened. */
export type Notice = Omit<NoticeEntity, 'told'> & { readonly told: ToldWords };

/**
 * How long a worker has for one notice, in seconds, before another takes it up: longer than all time limits of an attempt
 * together, so that two workers never send the same letter while both live.
 */
export const LEASE_SECONDS = 30;

/** A moment as the database counts it, as `take` compares: a worker’s own clock may be wrong. */
const inSql = (delayMs: number): string => `now() + interval '${Math.round(delayMs)} milliseconds'`;
const after = (until: Date | null, at: Date): string => inSql(until ? until.getTime() - at.getTime() : 0);

const placeOf = (row: string) => ({ table: 'notice', column: 'told', row });

export class NoticeStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly keys: PrivacyKeys,
    private readonly lanes: LaneStore,
  ) {}

  /** Writes notices for their channels; what stands already stays: once for each event, person and channel. */
  async plan(tx: EntityManager, notices: readonly PlannedNotice[], at: Date): Promise<void> {
    const rows = notices.flatMap(({ channels, ...notice }) =>
      channels.map(({ channel, heldUntil }) => ({
        ...notice,
        id: randomUUID(),
        ...{ channel, heldUntil },
        state: 'PENDING' as const,
        nextAttemptAt: () => after(heldUntil, at),
        createdAt: at,
        templateVersion: TEMPLATE_VERSION,
      })),
    );
    if (rows.length > 0) await tx.createQueryBuilder().insert().into(NoticeEntity).values(rows).orIgnore().execute();
  }

  /**
   * Takes notices of a channel whose moment has come, for this worker alone: their next attempt moves past the lease, so that
   * a worker that dies gives them up. Those never tried go first: what fails again and again holds up nobody. No more than the
   * channel's lane admits. By the database's clock.
   */
  async take(channel: Channel, batch: number): Promise<Notice[]> {
    // Most looks find nothing: they leave the lane alone.
    const [{ due }] = (await this.dataSource.query(
      'SELECT EXISTS (SELECT 1 FROM "notice" WHERE "channel" = $1 AND "next_attempt_at" <= now()) AS due',
      [channel],
    )) as [{ due: boolean }];
    if (!due) return [];
    const taken = await this.dataSource.transaction(async (tx) => {
      const most = await this.lanes.admit(tx, channel, batch);
      if (most === 0) return [];
      const [rows] = (await tx.query(
        `UPDATE "notice" SET "attempts" = "attempts" + 1, "next_attempt_at" = now() + $3 * interval '1 second'
         WHERE "id" IN (
           SELECT "id" FROM "notice" WHERE "channel" = $1 AND "next_attempt_at" <= now()
           ORDER BY LEAST("attempts", 1), "next_attempt_at", "id" LIMIT $2 FOR UPDATE SKIP LOCKED)
         RETURNING "id"`,
        [channel, most, LEASE_SECONDS],
      )) as [{ id: string }[], number];
      if (rows.length > 0) await this.lanes.spend(tx, channel, rows.length);
      return rows;
    });
    if (taken.length === 0) return [];
    const found = await this.dataSource.manager.findBy(NoticeEntity, { id: In(taken.map(({ id }) => id)) });
    return found.map((notice) => this.opened(notice));
  }

  /** Ends a notice that is still pending and was not delivered, with the attempt's line. */
  async settle(
    id: string,
    state: Exclude<NoticeState, 'PENDING' | 'DELIVERED'>,
    at: Date,
    failure: string | null = null,
  ): Promise<void> {
    await this.end(id, { state, failure }, at, failure ? `${state}: ${failure}` : state);
  }

  /** Ends a notice that is still pending and was delivered; keeps sealed what the owner of the subject told for its text. */
  async deliver(id: string, told: ToldWords, at: Date): Promise<void> {
    const sealed = Object.keys(told).length > 0 ? seal(this.keys, placeOf(id), JSON.stringify(told)) : null;
    await this.end(id, { state: 'DELIVERED', deliveredAt: at, told: sealed }, at, 'DELIVERED');
  }

  /** Notes an attempt that came to nothing, and when the next one is made, unless the lease has passed to another worker. */
  async postpone(
    { id, attempts }: Pick<NoticeEntity, 'id' | 'attempts'>,
    at: Date,
    delayMs: number,
    outcome: string,
  ): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await tx.update(
        NoticeEntity,
        { id, attempts, state: 'PENDING' },
        { nextAttemptAt: () => inSql(delayMs), heldUntil: null },
      );
      await tx.insert(DeliveryAttemptEntity, { noticeId: id, attemptedAt: at, outcome });
    });
  }

  /** Lets a notice wait for the end of its person's quiet hours, unless the lease has passed to another worker. */
  async hold({ id, attempts }: Pick<NoticeEntity, 'id' | 'attempts'>, at: Date, until: Date): Promise<void> {
    await this.dataSource.manager.update(
      NoticeEntity,
      { id, attempts, state: 'PENDING' },
      { nextAttemptAt: () => after(until, at), heldUntil: until },
    );
  }

  /** Lets go of what waits for somebody's quiet hours: when they changed them. What is still to wait is held again. */
  async release(tx: EntityManager, recipientId: string): Promise<void> {
    await tx.update(
      NoticeEntity,
      { recipientId, state: 'PENDING', heldUntil: Not(IsNull()) },
      { nextAttemptAt: () => inSql(0), heldUntil: null },
    );
  }

  /** Somebody's inbox, newest first. */
  async inbox(recipientId: string, unreadOnly: boolean, page: Page): Promise<Connection<Notice>> {
    const query = this.dataSource.manager
      .createQueryBuilder(NoticeEntity, 'notice')
      .where(`notice.recipient_id = :recipientId AND notice.channel = 'INBOX' AND notice.state = 'DELIVERED'`, {
        recipientId,
      });
    if (unreadOnly) query.andWhere('notice.read_at IS NULL');
    return mapConnection(await keysetPage(query, NEWEST, page, this.cursors), (notice) => this.opened(notice));
  }

  /** The notices about each complaint, oldest first. One statement. */
  async ofComplaints(complaintIds: readonly string[]): Promise<Notice[][]> {
    const found = await this.dataSource.manager.find(NoticeEntity, {
      where: { complaintId: In([...complaintIds]) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const about = new Map<string | null, Notice[]>(complaintIds.map((id) => [id, []]));
    for (const notice of found) about.get(notice.complaintId)?.push(this.opened(notice));
    return complaintIds.map((id) => about.get(id)!);
  }

  /** The notices about each thing of a kind, oldest first. One statement. */
  async ofSubjects(subjectType: SubjectType, subjectIds: readonly string[]): Promise<Notice[][]> {
    const found = await this.dataSource.manager.find(NoticeEntity, {
      where: { subjectType, subjectId: In([...subjectIds]) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return subjectIds.map((id) => found.filter(({ subjectId }) => subjectId === id).map((each) => this.opened(each)));
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(ids: readonly string[]): Promise<(Notice | undefined)[]> {
    const found = await this.dataSource.manager.findBy(NoticeEntity, { id: In([...ids]) });
    const byId = new Map(found.map((notice) => [notice.id, this.opened(notice)]));
    return ids.map((id) => byId.get(id));
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
             COALESCE(EXTRACT(EPOCH FROM now() - min("created_at") FILTER (WHERE "state" = 'PENDING' AND "held_until" IS NULL)), 0)::float AS oldest
      FROM "notice" WHERE "state" IN ('PENDING', 'FAILED')`)) as [{ pending: number; oldest: number; failed: number }];
    return row;
  }

  private async end(id: string, changes: Partial<NoticeEntity>, at: Date, outcome: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await tx.update(NoticeEntity, { id, state: 'PENDING' }, { nextAttemptAt: null, heldUntil: null, ...changes });
      await tx.insert(DeliveryAttemptEntity, { noticeId: id, attemptedAt: at, outcome });
    });
  }

  private opened({ told, ...notice }: NoticeEntity): Notice {
    const words = told === null ? {} : (JSON.parse(open(this.keys, placeOf(notice.id), told)) as ToldWords);
    return { ...notice, told: words };
  }
}
