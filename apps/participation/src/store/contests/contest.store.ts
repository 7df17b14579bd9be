import { type DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import type { Act } from '@charter/deadlines';
import { type PrivacyKeys, open, seal } from '@charter/privacy';
import { type Connection, type Cursors, type ListOrder, type Page, guardedUpdate, keysetPage } from '@charter/service';
import type { ContestStatus } from '../../domain/contests/contest';
import type { Entrant, Member } from '../../domain/contests/entry';
import {
  ContestConflictEntity,
  ContestEntity,
  ContestEntrantEntity,
  ContestEntryEntity,
  ContestEntryVersionEntity,
  ContestHistoryEntity,
  ContestJudgeEntity,
  ContestObjectionEntity,
  ContestScoreEntity,
} from './contest.entity';

const CONTESTS: ListOrder = {
  name: 'contests by newness',
  direction: 'DESC',
  columns: [
    { expression: 'contest.announced_at', type: 'timestamptz' },
    { expression: 'contest.id', type: 'uuid' },
  ],
};
const ENTRIES: ListOrder = {
  name: 'entries by number',
  direction: 'ASC',
  columns: [{ expression: 'entry.number', type: 'integer' }],
};
const OWN_ENTRIES: ListOrder = {
  name: 'own entries by newness',
  direction: 'DESC',
  columns: [
    { expression: 'entry.submitted_at', type: 'timestamptz' },
    { expression: 'entry.id', type: 'uuid' },
  ],
};

export interface ContestFilter {
  readonly departmentCode?: string | null;
  readonly status?: readonly ContestStatus[] | null;
}

/** Everything of one contest that its ranking is made from: without entries that were withdrawn, or taken out before. */
export interface Sheet {
  readonly entries: readonly ContestEntryEntity[];
  readonly judges: readonly ContestJudgeEntity[];
  readonly conflicts: readonly ContestConflictEntity[];
  readonly scores: readonly ContestScoreEntity[];
}

const sealOf = (contestId: string, citizenId: string) => ({
  ...{ table: 'contest_entrant', column: 'name', row: `${contestId} ${citizenId}` },
});

/** Contests with their entries, judges, scores and objections. */
export class ContestStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly keys: PrivacyKeys,
  ) {}

  page(filter: ContestFilter, page: Page): Promise<Connection<ContestEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(ContestEntity, 'contest');
    if (filter.departmentCode) query.andWhere('contest.department_code = :departmentCode', filter);
    if (filter.status?.length) query.andWhere('contest.status IN (:...status)', filter);
    return keysetPage(query, CONTESTS, page, this.cursors);
  }

  /** The entries of a contest that were not taken back, or one's own, or only those that were awarded. */
  entryPage(
    which: { contestId: string; awarded: boolean } | { citizenId: string },
    page: Page,
  ): Promise<Connection<ContestEntryEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(ContestEntryEntity, 'entry');
    if ('citizenId' in which) {
      query.where(
        'EXISTS (SELECT 1 FROM contest_entrant t WHERE t.entry_id = entry.id AND t.citizen_id = :citizenId)',
        which,
      );
      return keysetPage(query, OWN_ENTRIES, page, this.cursors);
    }
    query.where('entry.contest_id = :contestId AND entry.withdrawn_at IS NULL', which);
    if (which.awarded) query.andWhere('entry.prize IS NOT NULL');
    return keysetPage(query, ENTRIES, page, this.cursors);
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

  async entry(tx: EntityManager, id: string): Promise<ContestEntryEntity | undefined> {
    return (await tx.findOneBy(ContestEntryEntity, { id })) ?? undefined;
  }

  async entriesByIds(ids: readonly string[]): Promise<(ContestEntryEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(ContestEntryEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((entry) => entry.id === id));
  }

  /** Who takes part in each entry, without opening a name. One statement. */
  async membersOf(ids: readonly string[], tx: EntityManager = this.dataSource.manager): Promise<Member[][]> {
    const found = await tx.find(ContestEntrantEntity, {
      select: { entryId: true, citizenId: true, departmentCode: true },
      where: { entryId: In([...ids]) },
      order: { position: 'ASC' },
    });
    const teams = new Map<string, Member[]>(ids.map((id) => [id, []]));
    for (const { entryId, citizenId, departmentCode } of found) teams.get(entryId)!.push({ citizenId, departmentCode });
    return ids.map((id) => teams.get(id)!);
  }

  /** Who takes part in each entry, with opened names, in order. One statement. */
  async teamsOf(ids: readonly string[], tx: EntityManager = this.dataSource.manager): Promise<Entrant[][]> {
    const found = await tx.find(ContestEntrantEntity, {
      where: { entryId: In([...ids]) },
      order: { position: 'ASC' },
    });
    return ids.map((id) =>
      found
        .filter(({ entryId }) => entryId === id)
        .map(({ contestId, citizenId, name, departmentCode }) => ({
          ...{ citizenId, departmentCode, name: open(this.keys, sealOf(contestId, citizenId), name) },
        })),
    );
  }

  /** Whether somebody of a team takes part in another entry of the contest. */
  async takePart(
    tx: EntityManager,
    contestId: string,
    team: readonly Entrant[],
    except: string | null,
  ): Promise<boolean> {
    const found = await tx.findBy(ContestEntrantEntity, {
      ...{ contestId, citizenId: In(team.map(({ citizenId }) => citizenId)) },
    });
    return found.some(({ entryId }) => entryId !== except);
  }

  /** Whether somebody is of an entry's team. */
  async isOfTeam(tx: EntityManager, entryId: string, citizenId: string): Promise<boolean> {
    return (await tx.countBy(ContestEntrantEntity, { entryId, citizenId })) > 0;
  }

  /** Whether somebody takes part in a contest. */
  async takesPart(tx: EntityManager, contestId: string, citizenId: string): Promise<boolean> {
    return (await tx.countBy(ContestEntrantEntity, { contestId, citizenId })) > 0;
  }

  /** Whether somebody takes part in each of these contests. One statement. */
  async takePartIn(citizenId: string, contestIds: readonly string[]): Promise<boolean[]> {
    const found = await this.dataSource.manager.findBy(ContestEntrantEntity, {
      citizenId,
      contestId: In([...contestIds]),
    });
    return contestIds.map((id) => found.some(({ contestId }) => contestId === id));
  }

  async leave(tx: EntityManager, contestId: string, citizenId: string): Promise<void> {
    await tx.delete(ContestEntrantEntity, { contestId, citizenId });
  }

  async nextNumber(tx: EntityManager, contestId: string): Promise<number> {
    return (await tx.countBy(ContestEntryEntity, { contestId })) + 1;
  }

  async writeEntry(
    tx: EntityManager,
    entry: Pick<
      ContestEntryEntity,
      'id' | 'contestId' | 'number' | 'citizenId' | 'category' | 'title' | 'body' | 'submittedAt'
    >,
    team: readonly Entrant[],
  ): Promise<void> {
    await tx.insert(ContestEntryEntity, entry);
    await this.writeTeam(tx, entry, team);
    await tx.increment(ContestEntity, { id: entry.contestId }, 'entryCount', 1);
  }

  /** Keeps what it said before. */
  async rewriteEntry(
    tx: EntityManager,
    entry: ContestEntryEntity,
    changes: Pick<ContestEntryEntity, 'category' | 'title' | 'body'>,
    team: readonly Entrant[],
    at: Date,
  ): Promise<void> {
    const { id, version, title, body } = entry;
    await tx.insert(ContestEntryVersionEntity, { entryId: id, version, title, body, replacedAt: at });
    await tx.update(ContestEntryEntity, { id }, { ...changes, changedAt: at, version: version + 1 });
    await tx.delete(ContestEntrantEntity, { entryId: id });
    await this.writeTeam(tx, entry, team);
  }

  /** Who took part may take part again. */
  async withdrawEntry(tx: EntityManager, { id, contestId }: ContestEntryEntity, at: Date): Promise<void> {
    await tx.update(ContestEntryEntity, { id }, { withdrawnAt: at });
    await tx.delete(ContestEntrantEntity, { entryId: id });
    await tx.decrement(ContestEntity, { id: contestId }, 'entryCount', 1);
  }

  private async writeTeam(
    tx: EntityManager,
    { id: entryId, contestId }: Pick<ContestEntryEntity, 'id' | 'contestId'>,
    team: readonly Entrant[],
  ): Promise<void> {
    await tx.insert(
      ContestEntrantEntity,
      team.map(({ citizenId, name, departmentCode }, position) => ({
        ...{ contestId, citizenId, entryId, position, departmentCode },
        name: seal(this.keys, sealOf(contestId, citizenId), name.trim()),
      })),
    );
  }

  /** Everybody who takes part in each contest. One statement. */
  async entrantsOf(ids: readonly string[], tx: EntityManager = this.dataSource.manager): Promise<string[][]> {
    const found = await tx.findBy(ContestEntrantEntity, { contestId: In([...ids]) });
    return ids.map((id) => found.filter(({ contestId }) => contestId === id).map(({ citizenId }) => citizenId));
  }

  /** The judges of each contest who have something left to score. One statement. */
  async unfinishedJudges(ids: readonly string[], tx: EntityManager = this.dataSource.manager): Promise<string[][]> {
    const found = (await tx.query(
      `SELECT DISTINCT j."contest_id" AS "contestId", j."judge_id" AS "judgeId" FROM "contest_judge" j
       JOIN "contest_entry" e ON e."contest_id" = j."contest_id" AND e."withdrawn_at" IS NULL AND e."excluded_reason" IS NULL
       WHERE j."contest_id" = ANY($1)
         AND NOT EXISTS (SELECT 1 FROM "contest_score" s WHERE s."entry_id" = e."id" AND s."judge_id" = j."judge_id")
         AND NOT EXISTS (SELECT 1 FROM "contest_conflict" c WHERE c."entry_id" = e."id" AND c."judge_id" = j."judge_id")
         AND NOT EXISTS (SELECT 1 FROM "contest_entrant" t WHERE t."entry_id" = e."id"
           AND (t."citizen_id" = j."judge_id" OR t."department_code" = j."department_code"))
       ORDER BY "judgeId"`,
      [ids],
    )) as { contestId: string; judgeId: string }[];
    return ids.map((id) => found.filter(({ contestId }) => contestId === id).map(({ judgeId }) => judgeId));
  }

  /** Why somebody’s entry was taken out. */
  async exclusionFor(contestId: string, citizenId: string): Promise<string | null> {
    const own = await this.dataSource.manager.findOneBy(ContestEntrantEntity, { contestId, citizenId });
    const entry = own && (await this.dataSource.manager.findOneBy(ContestEntryEntity, { id: own.entryId }));
    return entry?.excludedReason ?? null;
  }

  async versionsOf(ids: readonly string[]): Promise<ContestEntryVersionEntity[][]> {
    const found = await this.dataSource.manager.find(ContestEntryVersionEntity, {
      where: { entryId: In([...ids]) },
      order: { version: 'ASC' },
    });
    return ids.map((id) => found.filter(({ entryId }) => entryId === id));
  }

  async judgesOf(ids: readonly string[], tx: EntityManager = this.dataSource.manager): Promise<ContestJudgeEntity[][]> {
    const found = await tx.find(ContestJudgeEntity, { where: { contestId: In([...ids]) }, order: { letter: 'ASC' } });
    return ids.map((id) => found.filter(({ contestId }) => contestId === id));
  }

  async addJudge(tx: EntityManager, judge: ContestJudgeEntity): Promise<void> {
    await tx.insert(ContestJudgeEntity, judge);
  }

  /** Says of every judge whether their scores count. */
  async countJudges(tx: EntityManager, contestId: string, counting: readonly string[]): Promise<void> {
    await tx.update(ContestJudgeEntity, { contestId }, { counted: false });
    await tx.update(ContestJudgeEntity, { contestId, judgeId: In([...counting]) }, { counted: true });
  }

  /** Whether a judge has an interest in an entry that was found or declared before. */
  async hasConflict(tx: EntityManager, entryId: string, judgeId: string): Promise<boolean> {
    return (await tx.countBy(ContestConflictEntity, { entryId, judgeId })) > 0;
  }

  /** Found again, the first finding stays. */
  async addConflict(tx: EntityManager, conflict: ContestConflictEntity): Promise<void> {
    await tx.createQueryBuilder().insert().into(ContestConflictEntity).values(conflict).orIgnore().execute();
  }

  async score(tx: EntityManager, score: ContestScoreEntity): Promise<void> {
    await tx.upsert(ContestScoreEntity, score, ['entryId', 'judgeId']);
  }

  /** Scores that were given before an interest showed. */
  async dropScores(tx: EntityManager, scores: readonly ContestScoreEntity[]): Promise<void> {
    for (const { entryId, judgeId } of scores) await tx.delete(ContestScoreEntity, { entryId, judgeId });
  }

  /** What one judge gave each entry. One statement. */
  async pointsBy(judgeId: string, entryIds: readonly string[]): Promise<(number[] | null)[]> {
    const found = await this.dataSource.manager.findBy(ContestScoreEntity, { judgeId, entryId: In([...entryIds]) });
    return entryIds.map((id) => found.find(({ entryId }) => entryId === id)?.points ?? null);
  }

  /** Everything that a ranking is made from. Four statements. */
  async sheet(contestId: string, tx: EntityManager = this.dataSource.manager): Promise<Sheet> {
    const entries = await tx.find(ContestEntryEntity, {
      where: [
        { contestId, withdrawnAt: IsNull(), excludedReason: IsNull() },
        { contestId, rank: Not(IsNull()) },
      ],
      order: { number: 'ASC' },
    });
    const entryId = In(entries.map(({ id }) => id));
    const [judges] = await this.judgesOf([contestId], tx);
    const conflicts = await tx.findBy(ContestConflictEntity, { entryId });
    const scores = await tx.find(ContestScoreEntity, { where: { entryId }, order: { scoredAt: 'ASC' } });
    return { entries, judges: judges!, conflicts, scores };
  }

  /** Writes the whole ranking. One statement. */
  async writeRanks(tx: EntityManager, ranked: readonly { id: string; rank: number; score: number }[]): Promise<void> {
    await tx.query(
      `UPDATE "contest_entry" e SET "rank" = r."rank", "score" = r."score"
       FROM unnest($1::uuid[], $2::int[], $3::int[]) AS r ("id", "rank", "score") WHERE e."id" = r."id"`,
      [ranked.map(({ id }) => id), ranked.map(({ rank }) => rank), ranked.map(({ score }) => score)],
    );
  }

  async writeResult(tx: EntityManager, id: string, result: Partial<ContestEntryEntity>): Promise<void> {
    await tx.update(ContestEntryEntity, { id }, result);
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
