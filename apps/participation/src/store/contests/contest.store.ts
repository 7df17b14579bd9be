import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import type { Act } from '@charter/deadlines';
import { type Connection, type Cursors, type ListOrder, type Page, guardedUpdate, keysetPage } from '@charter/service';
import type { ContestStatus } from '../../domain/contests/contest';
import { ContestEntity, ContestHistoryEntity, ContestObjectionEntity } from './contest.entity';
import type { EntryStore } from './entry.store';
import type { JudgingStore } from './judging.store';

const CONTESTS: ListOrder = {
  name: 'contests by newness',
  direction: 'DESC',
  columns: [
    { expression: 'contest.announced_at', type: 'timestamptz' },
    { expression: 'contest.id', type: 'uuid' },
  ],
};
export interface ContestFilter {
  readonly departmentCode?: string | null;
  readonly status?: readonly ContestStatus[] | null;
}

/** Contests, their steps, and what is objected to; their entries and their judging stand beside. */
export class ContestStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    readonly entries: EntryStore,
    readonly judging: JudgingStore,
  ) {}

  page(filter: ContestFilter, page: Page): Promise<Connection<ContestEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(ContestEntity, 'contest');
    if (filter.departmentCode) query.andWhere('contest.department_code = :departmentCode', filter);
    if (filter.status?.length) query.andWhere('contest.status IN (:...status)', filter);
    return keysetPage(query, CONTESTS, page, this.cursors);
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(
    ids: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<(ContestEntity | undefined)[]> {
    const found = await tx.findBy(ContestEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((contest) => contest.id === id));
  }

  /** The contest, locked until the transaction ends: its steps, entries and scores come one after the other. */
  async lock(tx: EntityManager, id: string): Promise<ContestEntity | undefined> {
    return (await tx.findOne(ContestEntity, { where: { id }, lock: { mode: 'for_no_key_update' } })) ?? undefined;
  }

  async insert(tx: EntityManager, contest: Omit<ContestEntity, 'version' | 'entryCount'>, act: Act): Promise<void> {
    await tx.insert(ContestEntity, contest as never);
    const { id: contestId, status: toStatus } = contest;
    await tx.insert(ContestHistoryEntity, {
      ...{
        contestId,
        changedBy: act.by,
        changedAt: act.at,
        fromStatus: null,
        toStatus,
        step: 'announce',
        reason: null,
      },
    });
  }

  /** Writes a step and its line of history. @throws {StaleVersion} when somebody else wrote in between */
  async step(
    tx: EntityManager,
    contest: ContestEntity,
    step: string,
    { by, at }: Act,
    changes: Partial<ContestEntity>,
    reason: string | null = null,
  ): Promise<void> {
    await guardedUpdate(tx, ContestEntity, contest, changes as never);
    const { id: contestId, status: fromStatus } = contest;
    const toStatus = changes.status ?? fromStatus;
    await tx.insert(ContestHistoryEntity, {
      ...{ contestId, changedBy: by, changedAt: at, fromStatus, toStatus, step, reason },
    });
  }

  /** The steps of each contest, oldest first. One statement. */
  async historyOf(ids: readonly string[]): Promise<ContestHistoryEntity[][]> {
    const lines = await this.dataSource.manager.find(ContestHistoryEntity, {
      where: { contestId: In([...ids]) },
      order: { id: 'ASC' },
    });
    return ids.map((id) => lines.filter(({ contestId }) => contestId === id));
  }

  /** The objections of each contest, oldest first. One statement. */
  async objectionsOf(ids: readonly string[]): Promise<ContestObjectionEntity[][]> {
    const found = await this.dataSource.manager.find(ContestObjectionEntity, {
      where: { contestId: In([...ids]) },
      order: { filedAt: 'ASC', id: 'ASC' },
    });
    return ids.map((id) => found.filter(({ contestId }) => contestId === id));
  }

  /** How many are not decided. */
  openObjections(tx: EntityManager, contestId: string): Promise<number> {
    return tx.countBy(ContestObjectionEntity, { contestId, decidedAt: IsNull() });
  }

  async objection(tx: EntityManager, id: string): Promise<ContestObjectionEntity | undefined> {
    return (await tx.findOneBy(ContestObjectionEntity, { id })) ?? undefined;
  }

  /** @returns false when this person has objected to this entry before */
  async object(
    tx: EntityManager,
    objection: Pick<ContestObjectionEntity, 'id' | 'contestId' | 'entryId' | 'citizenId' | 'reason' | 'filedAt'>,
  ): Promise<boolean> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(ContestObjectionEntity)
      .values(objection)
      .orIgnore()
      .returning('"id"')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  async decideObjection(tx: EntityManager, id: string, decision: Partial<ContestObjectionEntity>): Promise<void> {
    await tx.update(ContestObjectionEntity, { id }, decision);
  }

  /** A contest that a date moves on, locked; those that somebody has in hand are left out. */
  async due(tx: EntityManager, now: Date): Promise<ContestEntity | undefined> {
    const rows = (await tx.query(
      `SELECT c."id" FROM "contest" c JOIN "deadline" d ON d."id" =
         CASE c."status" WHEN 'ANNOUNCED' THEN c."closing_id" WHEN 'JUDGING' THEN c."judging_id" ELSE c."objection_id" END
       WHERE c."status" IN ('ANNOUNCED', 'JUDGING', 'OBJECTION') AND d."due_at" <= $1
         AND NOT (c."status" = 'JUDGING' AND c."judging_ended_at" IS NOT NULL)
         AND NOT (c."status" = 'OBJECTION' AND EXISTS (
           SELECT 1 FROM "contest_objection" o WHERE o."contest_id" = c."id" AND o."decided_at" IS NULL))
       ORDER BY d."due_at", c."id" LIMIT 1 FOR NO KEY UPDATE OF c SKIP LOCKED`,
      [now],
    )) as { id: string }[];
    return rows[0] && ((await tx.findOneBy(ContestEntity, { id: rows[0].id })) ?? undefined);
  }
}
