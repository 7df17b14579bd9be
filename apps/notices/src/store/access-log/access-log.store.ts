import type { DataSource, EntityManager } from 'typeorm';
import { atLocal } from '@charter/calendar';
import type { EventPayload, ReadingPurpose } from '@charter/contracts';
import { type PrivacyKeys, open } from '@charter/privacy';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import { AccessLogEntity, AccessLogSubjectEntity, AccessReviewEntity } from './access-log.entity';

const NEWEST: ListOrder = {
  name: 'access log by newness',
  direction: 'DESC',
  columns: [
    { expression: 'entry.read_at', type: 'timestamptz' },
    { expression: 'entry.id', type: 'bigint' },
  ],
};

/** Why readings leave the record, as it says. */
const KEPT_FOR = '개인정보의 안전성 확보조치 기준 제8조제1항: 2년';
/** A cleared-out batch is a short transaction. */
const BATCH = 1_000;

export interface AccessLogFilter {
  /** Whose data was read. */
  readonly citizenId?: string | null;
  readonly readerId?: string | null;
  readonly departmentCode?: string | null;
  readonly subjectId?: string | null;
  readonly purpose?: readonly ReadingPurpose[] | null;
  /** Days in Asia/Seoul, both included. */
  readonly from?: string | null;
  readonly to?: string | null;
}

/** The readings of one month, and whether somebody looked through them. */
export interface ReviewMonth {
  /** YYYY-MM in Asia/Seoul. */
  readonly month: string;
  readonly readings: number;
  readonly readers: number;
  readonly reveals: number;
  readonly review: AccessReviewEntity | null;
}

export class AccessLogStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly keys: PrivacyKeys,
  ) {}

  /** Writes a reading as it was told. */
  async write(tx: EntityManager, told: EventPayload<'personal-data.read.v1'>): Promise<void> {
    const { readingId, subjects, readAt, ...reading } = told;
    await tx.insert(AccessLogEntity, { ...reading, id: readingId, readAt: new Date(readAt) });
    await tx.insert(
      AccessLogSubjectEntity,
      subjects.map((subject) => ({ ...subject, readingId, readAt: new Date(readAt) })),
    );
  }

  page(filter: AccessLogFilter, page: Page): Promise<Connection<AccessLogSubjectEntity>> {
    const { citizenId, readerId, departmentCode, subjectId, purpose, from, to } = filter;
    const query = this.dataSource.manager
      .createQueryBuilder(AccessLogSubjectEntity, 'entry')
      .innerJoinAndMapOne('entry.reading', AccessLogEntity, 'reading', 'reading.id = entry.reading_id');
    if (citizenId) query.andWhere('entry.citizen_id = :citizenId', { citizenId });
    if (subjectId) query.andWhere('entry.subject_id = :subjectId', { subjectId });
    if (readerId) query.andWhere('reading.reader_id = :readerId', { readerId });
    if (departmentCode) query.andWhere('reading.department_code = :departmentCode', { departmentCode });
    if (purpose?.length) query.andWhere('reading.purpose IN (:...purpose)', { purpose });
    if (from) query.andWhere('entry.read_at >= :from', { from: atLocal(from, '00:00') });
    if (to) query.andWhere('entry.read_at < :to', { to: atLocal(to, '24:00') });
    return keysetPage(query, NEWEST, page, this.cursors);
  }

  /** Why somebody read, in their words. */
  reasonOf(reading: AccessLogEntity): string | null {
    return this.opened(reading, 'reason');
  }

  /** From which network address. */
  addressOf(reading: AccessLogEntity): string | null {
    return this.opened(reading, 'address');
  }

  private opened(reading: AccessLogEntity, column: 'reason' | 'address'): string | null {
    const sealed = reading[column];
    return sealed === null ? null : open(this.keys, { table: 'access_log', column, row: reading.id }, sealed);
  }

  /** The months with readings, the newest first; only one of them when it is named. Two statements. */
  async months(tx: EntityManager = this.dataSource.manager, month: string | null = null): Promise<ReviewMonth[]> {
    const rows = (await tx.query(
      `SELECT to_char("read_at" AT TIME ZONE 'Asia/Seoul', 'YYYY-MM') AS "month", count(*)::int AS "readings",
         count(DISTINCT "reader_id")::int AS "readers", count(*) FILTER (WHERE "purpose" = 'REVEAL')::int AS "reveals"
       FROM "access_log" GROUP BY 1 ORDER BY 1 DESC`,
    )) as Omit<ReviewMonth, 'review'>[];
    const reviews = new Map((await tx.find(AccessReviewEntity)).map((review) => [review.month, review]));
    return rows
      .filter((row) => month === null || row.month === month)
      .map((row) => ({ ...row, review: reviews.get(row.month) ?? null }));
  }

  /** @returns false when it was reviewed before, also at the same moment */
  async review(tx: EntityManager, review: AccessReviewEntity): Promise<boolean> {
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(AccessReviewEntity)
      .values({ ...review })
      .orIgnore()
      .returning('"month"')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  /** Clears out what is older than two years, by the database’s clock; the record says that it went. @returns whether more is left */
  prune(): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const old = (await tx.query(
        `SELECT "id" FROM "access_log" WHERE "read_at" < now() - interval '2 years' ORDER BY "read_at" LIMIT ${BATCH}
         FOR UPDATE SKIP LOCKED`,
      )) as { id: string }[];
      const readings = old.map(({ id }) => id);
      await tx.query(
        `SELECT "record_remove"('access_log_subject', array(SELECT "id"::text FROM "access_log_subject" WHERE "reading_id" = ANY($1)), $2)`,
        [readings, KEPT_FOR],
      );
      await tx.query(`SELECT "record_remove"('access_log', $1, $2)`, [readings, KEPT_FOR]);
      return readings.length === BATCH;
    });
  }
}
