import { type DataSource, In, IsNull, Not } from 'typeorm';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import type { Channel } from '../domain/channels';
import { DeliveryAttemptEntity, NoticeEntity } from './notice.entity';

/** One attempt of a way: when, and what came of it, without personal data. */
type Attempt = Pick<DeliveryAttemptEntity, 'attemptedAt' | 'outcome'>;

/** A way in which somebody was to be told of an event, with its attempts in order. */
export type Way = NoticeEntity & { readonly log: readonly Attempt[] };

/** What a delivery is about: one person and one event. */
export type Told = Pick<NoticeEntity, 'eventId' | 'recipientId'>;

/** Counts of one channel, and how long it took to those who were reached, in seconds. */
export interface ChannelFigures {
  readonly channel: Channel;
  readonly planned: number;
  readonly pending: number;
  readonly bundled: number;
  readonly delivered: number;
  readonly superseded: number;
  readonly unreachable: number;
  readonly failed: number;
  readonly instead: number;
  readonly unreached: number;
  readonly medianSeconds: number | null;
  readonly p95Seconds: number | null;
}

const LATEST: ListOrder = {
  name: 'unreached notices by newness',
  direction: 'DESC',
  columns: [
    { expression: 'notice.unreached_at', type: 'timestamptz' },
    { expression: 'notice.id', type: 'uuid' },
  ],
};

/** How notices got to their people, for those who answer for it. Reads no text, name or address. */
export class DeliveryStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** In the order asked: all ways, in the order in which they were taken. Two statements, however many are asked for. */
  async waysOf(told: readonly Told[]): Promise<Way[][]> {
    const { manager } = this.dataSource;
    const rows = await manager
      .createQueryBuilder(NoticeEntity, 'notice')
      .where('(notice.event_id, notice.recipient_id) IN (SELECT * FROM unnest(:events::uuid[], :people::uuid[]))', {
        events: told.map(({ eventId }) => eventId),
        people: told.map(({ recipientId }) => recipientId),
      })
      .orderBy({ 'notice.created_at': 'ASC', 'notice.channel': 'ASC' })
      .getMany();
    const lines = await manager.find(DeliveryAttemptEntity, {
      where: { noticeId: In(rows.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
    const logs = grouped(lines, ({ noticeId }) => noticeId);
    const ways = grouped(rows, keyOf);
    return told.map((one) => (ways.get(keyOf(one)) ?? []).map((row) => ({ ...row, log: logs.get(row.id) ?? [] })));
  }

  /** Notes that what reached nobody has gone by post. @returns whether it was still to go */
  async post(id: string, postedBy: string, postedAt: Date): Promise<boolean> {
    const waiting = { id, unreachedAt: Not(IsNull()), postedAt: IsNull() };
    const { affected } = await this.dataSource.manager.update(NoticeEntity, waiting, { postedAt, postedBy });
    return affected === 1;
  }

  /** What the law requires, reached nobody, and has not gone by post: of a department or of all, latest first. */
  unreached(departmentCode: string | null, page: Page): Promise<Connection<NoticeEntity>> {
    const query = this.dataSource.manager
      .createQueryBuilder(NoticeEntity, 'notice')
      .where('notice.unreached_at IS NOT NULL AND notice.posted_at IS NULL');
    if (departmentCode !== null) query.andWhere('notice.department_code = :departmentCode', { departmentCode });
    return keysetPage(query, LATEST, page, this.cursors);
  }

  /** Of the notices that were planned from one instant to before another, by channel. */
  async figures(from: Date, before: Date): Promise<ChannelFigures[]> {
    const count = (name: string, filter: string) => `count(*) FILTER (WHERE ${filter})::int AS "${name}"`;
    const seconds = (part: number, name: string) =>
      `(percentile_cont(${part}) WITHIN GROUP (ORDER BY EXTRACT(EPOCH FROM "delivered_at" - "created_at")))::float AS "${name}"`;
    return this.dataSource.query(
      `SELECT "channel", count(*)::int AS "planned",
              ${(['PENDING', 'BUNDLED', 'DELIVERED', 'SUPERSEDED', 'UNREACHABLE', 'FAILED'] as const)
                .map((state) => count(state.toLowerCase(), `"state" = '${state}'`))
                .join(', ')},
              ${count('instead', '"instead_of" IS NOT NULL')}, ${count('unreached', '"unreached_at" IS NOT NULL')},
              ${seconds(0.5, 'medianSeconds')}, ${seconds(0.95, 'p95Seconds')}
       FROM "notice" WHERE "created_at" >= $1 AND "created_at" < $2
       GROUP BY "channel" ORDER BY array_position(ARRAY['INBOX', 'EMAIL', 'SMS', 'PUSH'], "channel")`,
      [from, before],
    );
  }
}

export const keyOf = ({ eventId, recipientId }: Told): string => `${eventId}/${recipientId}`;

function grouped<T>(rows: readonly T[], by: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row]);
  return groups;
}
