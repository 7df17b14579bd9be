import { type DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import { ContestConflictEntity, ContestEntryEntity, ContestJudgeEntity, ContestScoreEntity } from './contest.entity';

/** Everything of one contest that its ranking is made from: without entries that were withdrawn, or taken out before. */
export interface Sheet {
  readonly entries: readonly ContestEntryEntity[];
  readonly judges: readonly ContestJudgeEntity[];
  readonly conflicts: readonly ContestConflictEntity[];
  readonly scores: readonly ContestScoreEntity[];
}

/** Judges of contests, their interests and scores. */
export class JudgingStore {
  constructor(private readonly dataSource: DataSource) {}

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
}
