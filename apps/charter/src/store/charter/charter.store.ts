import { type DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import { type Connection, type Cursors, type ListOrder, type Page, StaleVersion, keysetPage } from '@charter/service';
import type { CharterDraft, CharterText } from '../../domain/charter/charter';
import { CharterEntity, CharterHistoryEntity } from './charter.entity';

const ORDER: ListOrder = {
  name: 'versions of the charter, newest first',
  direction: 'DESC',
  columns: [{ expression: 'charter.version', type: 'integer' }],
};

/** Who does something with the charter, and when. */
export interface CharterAct {
  readonly by: string;
  readonly at: Date;
}

/** The versions of the charter. */
export class CharterStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** The version that holds on a day. */
  inForceOn(day: string): Promise<CharterEntity | null> {
    return this.dataSource.manager
      .createQueryBuilder(CharterEntity, 'charter')
      .where('charter.in_force_from <= :day', { day })
      .orderBy('charter.in_force_from', 'DESC')
      .limit(1)
      .getOne();
  }

  /** In the order of the numbers; undefined where there is none. One statement. */
  async byVersions(versions: readonly number[]): Promise<(CharterEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(CharterEntity, { version: In([...versions]) });
    return versions.map((version) => found.find((charter) => charter.version === version));
  }

  /** The versions, the newest first. @throws BAD_USER_INPUT for a page size outside 1–100 or a cursor that is not this list's */
  page(drafts: boolean, page: Page): Promise<Connection<CharterEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(CharterEntity, 'charter');
    if (!drafts) query.where('charter.published_at IS NOT NULL');
    return keysetPage(query, ORDER, page, this.cursors);
  }

  /** Who wrote and published each version, the first step first, in the order of the numbers. One statement. */
  async historyOf(versions: readonly number[]): Promise<CharterHistoryEntity[][]> {
    const lines = await this.dataSource.manager.find(CharterHistoryEntity, {
      where: { version: In([...versions]) },
      order: { id: 'ASC' },
    });
    return versions.map((version) => lines.filter((line) => line.version === version));
  }

  /** Whoever writes or publishes does it alone. */
  async lock(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('charter'))`);
  }

  version(tx: EntityManager, version: number): Promise<CharterEntity | null> {
    return tx.findOneBy(CharterEntity, { version });
  }

  draft(tx: EntityManager): Promise<CharterEntity | null> {
    return tx.findOneBy(CharterEntity, { publishedAt: IsNull() });
  }

  /** The published version with the last day. */
  async latest(tx: EntityManager): Promise<CharterEntity | undefined> {
    const where = { publishedAt: Not(IsNull()) };
    const [found] = await tx.find(CharterEntity, { where, order: { inForceFrom: 'DESC' }, take: 1 });
    return found;
  }

  /**
   * Writes the draft, a new one or the present one over.
   * @returns its number. @throws {StaleVersion} when it is not at `revision`, 0 for a new one
   */
  async save(tx: EntityManager, draft: CharterDraft, revision: number | null, act: CharterAct): Promise<number> {
    const before = await this.draft(tx);
    if (revision !== null && revision !== (before?.revision ?? 0)) throw new StaleVersion();
    const version = before?.version ?? ((await tx.maximum(CharterEntity, 'version')) ?? 0) + 1;
    const next = (before?.revision ?? 0) + 1;
    await tx.upsert(CharterEntity, { version, revision: next, draft: draft as never, savedAt: act.at }, ['version']);
    await this.note(tx, version, next, 'SAVED', act);
    return version;
  }

  /** Publishes a draft that was read at this revision. @throws {StaleVersion} when it was changed or published meanwhile */
  async publish(
    tx: EntityManager,
    { version, revision }: Pick<CharterEntity, 'version' | 'revision'>,
    { text, inForceFrom }: { text: CharterText; inForceFrom: string },
    act: CharterAct,
  ): Promise<void> {
    const { affected } = await tx.update(
      CharterEntity,
      { version, revision, publishedAt: IsNull() },
      { text: text as never, inForceFrom, publishedAt: act.at },
    );
    if (affected !== 1) throw new StaleVersion();
    await this.note(tx, version, revision, 'PUBLISHED', act);
  }

  private async note(
    tx: EntityManager,
    version: number,
    revision: number,
    step: CharterHistoryEntity['step'],
    { by, at }: CharterAct,
  ): Promise<void> {
    await tx.insert(CharterHistoryEntity, { version, revision, step, changedBy: by, changedAt: at });
  }
}
