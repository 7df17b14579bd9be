import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { type MyDataPage, type ServiceName, myDataPage } from '@charter/contracts';
import { type PrivacyKeys, open, seal } from '@charter/privacy';
import { DataArchiveEntity, DataPageEntity, DataRequestEntity, DataRequestServiceEntity } from './data-request.entity';

/** How long a worker has for one question, in seconds, before another one asks it: longer than the time limit of a call. */
const LEASE_SECONDS = 30;
/** How much of an archive stands in one row, in bytes before sealing. */
const PIECE_BYTES = 512 * 1024;

export type Asking = Pick<DataRequestServiceEntity, 'service' | 'next' | 'pages' | 'attempts'> & {
  readonly requestId: string;
  readonly personId: string;
};

/** What was gathered for a copy of somebody's data, and the archive that is made of it. All of it sealed. */
export class ExportStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: PrivacyKeys,
  ) {}

  /** Takes services that are to be asked now, for this worker alone as long as the lease lasts. */
  async take(most: number): Promise<Asking[]> {
    const [taken] = (await this.dataSource.query(
      `UPDATE "data_request_service" AS s SET "attempts" = s."attempts" + 1, "next_try_at" = now() + $2 * interval '1 second'
       FROM "data_request" AS r
       WHERE r."id" = s."request_id" AND r."kind" = 'EXPORT' AND (s."request_id", s."service") IN (
         SELECT "request_id", "service" FROM "data_request_service" WHERE "next_try_at" <= now()
         ORDER BY "next_try_at", "request_id", "service" LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING s."request_id" AS "requestId", s."service", s."next", s."pages", s."attempts", r."person_id" AS "personId"`,
      [most, LEASE_SECONDS],
    )) as [Asking[], number];
    return taken;
  }

  /**
   * Keeps a page, once: of two workers that asked for the same page the second one's is dropped.
   * @returns what is to be asked next; undefined when that is another worker's, or nothing is left
   */
  async keep({ requestId, service, pages: number, personId }: Asking, page: MyDataPage): Promise<Asking | undefined> {
    return this.dataSource.transaction(async (tx) => {
      const id = randomUUID();
      const content = seal(this.keys, { table: 'data_page', column: 'content', row: id }, JSON.stringify(page));
      const kept = await tx
        .createQueryBuilder()
        .insert()
        .into(DataPageEntity)
        .values({ id, requestId, service, number, content })
        .orIgnore()
        .returning('"id"')
        .execute();
      if ((kept.raw as unknown[]).length === 0) return undefined;
      const { next } = page;
      await tx
        .createQueryBuilder()
        .update(DataRequestServiceEntity)
        .set({
          ...{ next, attempts: 0, pages: number + 1, records: () => `"records" + ${page.records.length}` },
          ...(next
            ? { nextTryAt: () => `now() + ${LEASE_SECONDS} * interval '1 second'` }
            : { nextTryAt: null, doneAt: () => 'now()' }),
        })
        .where({ requestId, service })
        .execute();
      return next ? { requestId, service, personId, next, pages: number + 1, attempts: 0 } : undefined;
    });
  }

  /** Asks again after a while. @param delayMs milliseconds */
  async postpone({ requestId, service, pages }: Asking, delayMs: number): Promise<void> {
    await this.dataSource.manager
      .createQueryBuilder()
      .update(DataRequestServiceEntity)
      .set({ nextTryAt: () => `now() + ${Math.round(delayMs)} * interval '1 millisecond'` })
      .where({ requestId, service, pages, doneAt: IsNull() })
      .execute();
  }

  /** A request whose services have all answered, locked: no other worker makes the same archive. */
  async complete(tx: EntityManager): Promise<DataRequestEntity | undefined> {
    const found = await tx
      .createQueryBuilder(DataRequestEntity, 'request')
      .where(`request.kind = 'EXPORT' AND request.state = 'RUNNING'`)
      .andWhere(
        'NOT EXISTS (SELECT 1 FROM data_request_service s WHERE s.request_id = request.id AND s.done_at IS NULL)',
      )
      .orderBy('request.requested_at')
      .limit(1)
      .setLock('for_no_key_update')
      .setOnLocked('skip_locked')
      .getOne();
    return found ?? undefined;
  }

  async pages(tx: EntityManager, requestId: string): Promise<ReadonlyMap<ServiceName, readonly MyDataPage[]>> {
    const found = await tx.find(DataPageEntity, { where: { requestId }, order: { service: 'ASC', number: 'ASC' } });
    const pages = new Map<ServiceName, MyDataPage[]>();
    for (const { id, service, content } of found) {
      const text = open(this.keys, { table: 'data_page', column: 'content', row: id }, content);
      pages.set(service, [...(pages.get(service) ?? []), myDataPage.parse(JSON.parse(text))]);
    }
    return pages;
  }

  /** Puts the archive in the place of the pages. */
  async finish(tx: EntityManager, requestId: string, archive: Buffer, at: Date, expiresAt: Date): Promise<void> {
    for (let number = 0; number * PIECE_BYTES < archive.length; number++) {
      const piece = archive.subarray(number * PIECE_BYTES, (number + 1) * PIECE_BYTES);
      const id = randomUUID();
      const place = { table: 'data_archive', column: 'content', row: id };
      const content = seal(this.keys, place, piece.toString('base64'));
      await tx.insert(DataArchiveEntity, { id, requestId, number, content });
    }
    await tx.delete(DataPageEntity, { requestId });
    await tx.update(
      DataRequestEntity,
      { id: requestId },
      { state: 'READY', finishedAt: at, expiresAt, bytes: archive.length },
    );
  }

  /** @returns undefined when there is none, or none any more */
  async archive(requestId: string): Promise<Buffer | undefined> {
    const where = { requestId };
    const pieces = await this.dataSource.manager.find(DataArchiveEntity, { where, order: { number: 'ASC' } });
    if (pieces.length === 0) return undefined;
    const opened = pieces.map(({ id, content }) =>
      Buffer.from(open(this.keys, { table: 'data_archive', column: 'content', row: id }, content), 'base64'),
    );
    return Buffer.concat(opened);
  }

  /** Removes the archives whose time is over. @returns how many */
  async expire(at: Date): Promise<number> {
    return this.dataSource.transaction(async (tx) => {
      const [expired] = (await tx.query(
        `UPDATE "data_request" SET "state" = 'EXPIRED' WHERE "state" = 'READY' AND "expires_at" <= $1 RETURNING "id"`,
        [at],
      )) as [{ id: string }[], number];
      for (const { id } of expired) await tx.delete(DataArchiveEntity, { requestId: id });
      return expired.length;
    });
  }
}
