import type { SubjectType } from '../domain/notice-plan';
import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage, mapConnection } from '@charter/service';
import { type PrivacyKeys, open, seal } from '@charter/privacy';
import { textKey } from '../domain/text';
import type { ToldWords } from '../domain/words';
import { type Channel, type OutgoingChannel, isOutgoing } from '../domain/channels';
import type { PlannedChannel } from '../domain/channel-plan';
import type { LaneStore, Trial } from './lane.store';
import type { TemplateStore, Wording } from './template.store';
import { type Placed, endDigest, lockPeople, place } from './digest';
import { fallBack, lockWays } from './fallback';
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
> & {
  readonly channels: readonly PlannedChannel[];
  /** After how many a day this one is bundled; null when it is to go out by itself. */
  readonly digestAfter: number | null;
};

/** A notice, opened. */
export type Notice = Omit<NoticeEntity, 'told'> & {
  readonly told: ToldWords;
  readonly wording?: Wording;
  /** Where it carries a digest and is about to be sent: what goes out with it. */
  readonly bundled?: readonly Notice[];
};

/** What a worker took. */
export interface Taken {
  readonly notices: readonly Notice[];
  /** Where the notice tries a way that has rested. */
  readonly trial: Trial | null;
}

const NOTHING: Taken = { notices: [], trial: null };

/**
 * How long a worker has for one notice, in seconds, before another takes it up: longer than all time limits of an attempt
 * together, so that two workers never send the same letter while both live.
 */
export const LEASE_SECONDS = 30;

/** A moment as the database counts it, as `take` compares: a worker’s own clock may be wrong. */
const inSql = (delayMs: number): string => `now() + interval '${Math.round(delayMs)} milliseconds'`;
const after = (until: Date | null, at: Date): string => inSql(until ? until.getTime() - at.getTime() : 0);

const placeOf = (row: string) => ({ table: 'notice', column: 'told', row });

export interface NoticeStoreParts {
  readonly dataSource: DataSource;
  readonly cursors: Cursors;
  readonly keys: PrivacyKeys;
  readonly lanes: LaneStore;
  readonly templates: TemplateStore;
  /** By what a notice that the law requires can go instead. */
  readonly offered: ReadonlySet<OutgoingChannel>;
}

export class NoticeStore {
  constructor(private readonly parts: NoticeStoreParts) {}

  /** Writes notices for their channels; what stands already stays: once for each event, person and channel. */
  async plan(tx: EntityManager, notices: readonly PlannedNotice[], at: Date): Promise<void> {
    const versionOf = await this.parts.templates.versions(tx, [...new Set(notices.map(textKey))]);
    const bundling = notices.filter(({ digestAfter }) => digestAfter !== null);
    await lockPeople(
      tx,
      bundling.map(({ recipientId }) => recipientId),
    );
    const rows: QueryDeepPartialEntity<NoticeEntity>[] = [];
    for (const { channels, digestAfter, ...notice } of notices) {
      for (const { channel, heldUntil } of channels) {
        const { digestAt, ...placed }: Placed =
          digestAfter !== null && isOutgoing(channel)
            ? await place(tx, notice.recipientId, channel, digestAfter, at)
            : { id: randomUUID(), digestId: null, state: 'PENDING', digestAt: null };
        rows.push({
          ...{ ...notice, ...placed, channel, heldUntil: placed.digestId === null ? heldUntil : null },
          nextAttemptAt: placed.state === 'PENDING' ? () => after(digestAt ?? heldUntil, at) : null,
          ...{ createdAt: at, templateVersion: versionOf(textKey(notice)) },
        });
      }
    }
    if (rows.length > 0) await tx.createQueryBuilder().insert().into(NoticeEntity).values(rows).orIgnore().execute();
  }

  /**
   * Takes notices of a channel whose moment has come, for this worker alone: their next attempt moves past the lease, so that
   * a worker that dies gives them up. Those never tried go first: what fails again and again holds up nobody. No more than the
   * channel's lane admits. By the database's clock.
   */
  async take(channel: Channel, batch: number): Promise<Taken> {
    // Most looks find nothing: they leave the lane alone.
    const [{ due }] = (await this.parts.dataSource.query(
      'SELECT EXISTS (SELECT 1 FROM "notice" WHERE "channel" = $1 AND "next_attempt_at" <= now()) AS due',
      [channel],
    )) as [{ due: boolean }];
    if (!due) return NOTHING;
    const { rows, trial } = await this.parts.dataSource.transaction(async (tx) => {
      const most = await this.parts.lanes.admit(tx, channel, batch);
      if (most === 0) return { rows: [], trial: null };
      const [rows] = (await tx.query(
        `UPDATE "notice" SET "attempts" = "attempts" + 1, "next_attempt_at" = now() + $3 * interval '1 second'
         WHERE "id" IN (
           SELECT "id" FROM "notice" WHERE "channel" = $1 AND "next_attempt_at" <= now()
           ORDER BY LEAST("attempts", 1), "next_attempt_at", "id" LIMIT $2 FOR UPDATE SKIP LOCKED)
         RETURNING "id"`,
        [channel, most, LEASE_SECONDS],
      )) as [{ id: string }[], number];
      return { rows, trial: rows.length > 0 ? await this.parts.lanes.spend(tx, channel, rows.length) : null };
    });
    if (rows.length === 0) return NOTHING;
    const found = await this.parts.dataSource.manager.findBy(NoticeEntity, { id: In(rows.map(({ id }) => id)) });
    return { notices: await this.opened(found), trial };
  }

  /** Ends a notice that is still pending and was not delivered, with the attempt's line. What the law requires goes on. */
  async settle(
    id: string,
    state: Exclude<NoticeState, 'PENDING' | 'BUNDLED' | 'DELIVERED'>,
    at: Date,
    failure: string | null = null,
  ): Promise<void> {
    const outcome = failure ? `${state}: ${failure}` : state;
    await this.parts.dataSource.transaction(async (tx) => {
      // What has lost its reason goes no other way: its other ways stay free for whoever takes them up at this moment.
      const ways = state === 'SUPERSEDED' ? [] : await lockWays(tx, id);
      if (!(await end(tx, id, { state, failure }, at, outcome)) || state === 'SUPERSEDED') return;
      const now = ways.map((way) => (way.id === id ? { ...way, state } : way));
      await fallBack(tx, now, id, this.parts.offered, at);
    });
  }

  /** Ends a notice that is still pending and was delivered; keeps sealed what the owner of the subject told for its text. */
  async deliver(id: string, told: ToldWords, at: Date): Promise<void> {
    const sealed = Object.keys(told).length > 0 ? seal(this.parts.keys, placeOf(id), JSON.stringify(told)) : null;
    const delivered = { state: 'DELIVERED', deliveredAt: at, told: sealed } as const;
    await this.parts.dataSource.transaction((tx) => end(tx, id, delivered, at, 'DELIVERED'));
  }

  /** Notes an attempt that came to nothing, and when the next one is made, unless the lease has passed to another worker. */
  async postpone(
    { id, attempts }: Pick<NoticeEntity, 'id' | 'attempts'>,
    at: Date,
    delayMs: number,
    outcome: string,
  ): Promise<void> {
    await this.parts.dataSource.transaction(async (tx) => {
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
    await this.parts.dataSource.manager.update(
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

  /** What goes out with a notice that carries a digest; nothing with others. */
  async bundledWith({ id, digestId }: Pick<NoticeEntity, 'id' | 'digestId'>): Promise<Notice[]> {
    if (digestId !== id) return [];
    const found = await this.parts.dataSource.manager.find(NoticeEntity, {
      where: { digestId: id, state: 'BUNDLED' },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return this.opened(found);
  }

  /** Takes out of a digest what is not true any more. */
  async unbundle(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { manager } = this.parts.dataSource;
    await manager.update(NoticeEntity, { id: In([...ids]), state: 'BUNDLED' }, { state: 'SUPERSEDED' });
  }

  /** Somebody's inbox, newest first. */
  async inbox(recipientId: string, unreadOnly: boolean, page: Page): Promise<Connection<Notice>> {
    const query = this.parts.dataSource.manager
      .createQueryBuilder(NoticeEntity, 'notice')
      .where(`notice.recipient_id = :recipientId AND notice.channel = 'INBOX' AND notice.state = 'DELIVERED'`, {
        recipientId,
      });
    if (unreadOnly) query.andWhere('notice.read_at IS NULL');
    return this.open(await keysetPage(query, NEWEST, page, this.parts.cursors));
  }

  /** The notices about each complaint, oldest first. One statement. */
  async ofComplaints(complaintIds: readonly string[]): Promise<Notice[][]> {
    const found = await this.parts.dataSource.manager.find(NoticeEntity, {
      where: { complaintId: In([...complaintIds]) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const about = new Map<string | null, Notice[]>(complaintIds.map((id) => [id, []]));
    for (const notice of await this.opened(found)) about.get(notice.complaintId)?.push(notice);
    return complaintIds.map((id) => about.get(id)!);
  }

  /** The notices about each thing of a kind, oldest first. One statement. */
  async ofSubjects(subjectType: SubjectType, subjectIds: readonly string[]): Promise<Notice[][]> {
    const found = await this.parts.dataSource.manager.find(NoticeEntity, {
      where: { subjectType, subjectId: In([...subjectIds]) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const opened = await this.opened(found);
    return subjectIds.map((id) => opened.filter(({ subjectId }) => subjectId === id));
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(ids: readonly string[]): Promise<(Notice | undefined)[]> {
    const found = await this.parts.dataSource.manager.findBy(NoticeEntity, { id: In([...ids]) });
    const byId = new Map((await this.opened(found)).map((notice) => [notice.id, notice]));
    return ids.map((id) => byId.get(id));
  }

  /** Marks one's own notices read; without ids, all. @returns how many */
  async markRead(recipientId: string, ids: readonly string[] | null, at: Date): Promise<number> {
    const own = { recipientId, channel: 'INBOX' as const, state: 'DELIVERED' as const, readAt: IsNull() };
    const { affected } = await this.parts.dataSource.manager.update(
      NoticeEntity,
      ids ? { ...own, id: In([...ids]) } : own,
      {
        readAt: at,
      },
    );
    return affected ?? 0;
  }

  async figures(): Promise<{ pending: number; oldest: number; failed: number; unreached: number }> {
    const [row] = (await this.parts.dataSource.query(`
      SELECT count(*) FILTER (WHERE "state" = 'PENDING')::int AS pending, count(*) FILTER (WHERE "state" = 'FAILED')::int AS failed,
             COALESCE(EXTRACT(EPOCH FROM now() - min("created_at") FILTER (WHERE "state" = 'PENDING' AND "held_until" IS NULL AND "digest_id" IS NULL)), 0)::float AS oldest
      FROM "notice" WHERE "state" IN ('PENDING', 'FAILED')`)) as [{ pending: number; oldest: number; failed: number }];
    const unreached = { unreachedAt: Not(IsNull()), postedAt: IsNull() };
    return { ...row, unreached: await this.parts.dataSource.manager.countBy(NoticeEntity, unreached) };
  }

  /** A page of notices, opened. */
  async open(page: Connection<NoticeEntity>): Promise<Connection<Notice>> {
    const opened = await this.opened(page.edges.map(({ node }) => node));
    const byId = new Map(opened.map((notice) => [notice.id, notice]));
    return mapConnection(page, ({ id }) => byId.get(id)!);
  }

  /** What the office wrote, unsealed, and the wording of edited texts: one statement more where there is one. */
  private async opened(rows: readonly NoticeEntity[]): Promise<Notice[]> {
    const { dataSource, keys, templates } = this.parts;
    const textOf = (row: NoticeEntity) => ({ key: textKey(row), version: row.templateVersion });
    const wordingOf = await templates.wordings(dataSource.manager, rows.map(textOf));
    return rows.map(({ told, ...row }) => ({
      ...row,
      told: told === null ? {} : (JSON.parse(open(keys, placeOf(row.id), told)) as ToldWords),
      wording: wordingOf(textOf({ told, ...row })),
    }));
  }
}

/** Ends a pending notice, with the line of the attempt that ended it. @returns whether it was pending */
async function end(
  tx: EntityManager,
  id: string,
  changes: Partial<NoticeEntity>,
  at: Date,
  outcome: string,
): Promise<boolean> {
  const ended = { nextAttemptAt: null, heldUntil: null, ...changes };
  const { affected } = await tx.update(NoticeEntity, { id, state: 'PENDING' }, ended);
  await tx.insert(DeliveryAttemptEntity, { noticeId: id, attemptedAt: at, outcome });
  if (affected === 1) await endDigest(tx, id, changes);
  return affected === 1;
}
