import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { DraftResponseEntity, QuotaEntity, ResponseEntity, UsedTokenEntity } from './answer.entity';

export class ResponseStore {
  constructor(private readonly dataSource: DataSource) {}

  async used(tx: EntityManager, mark: string): Promise<UsedTokenEntity | undefined> {
    return (await tx.findOneBy(UsedTokenEntity, { mark })) ?? undefined;
  }

  /** Marks a token as used, once: who comes at the same time waits. @returns false when it was used already */
  async use(tx: EntityManager, token: UsedTokenEntity): Promise<boolean> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(UsedTokenEntity)
      .values({ ...token })
      .orIgnore()
      .returning('"mark"')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  async write(tx: EntityManager, response: Omit<ResponseEntity, 'id'>): Promise<void> {
    await tx.insert(ResponseEntity, { id: randomUUID(), ...response });
  }

  /** Counts an answer to a quota. @returns false when it is full */
  async count(tx: EntityManager, surveyId: string, code: string, limit: number): Promise<boolean> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(QuotaEntity)
      .set({ taken: () => '"taken" + 1' })
      .where('"survey_id" = :surveyId AND "code" = :code AND "taken" < :limit', { surveyId, code, limit })
      .execute();
    return affected === 1;
  }

  /** How far each quota of each questionnaire is. One statement. */
  async quotasOf(surveyIds: readonly string[]): Promise<ReadonlyMap<string, number>[]> {
    const found = await this.dataSource.manager.findBy(QuotaEntity, { surveyId: In([...surveyIds]) });
    return surveyIds.map(
      (id) => new Map(found.filter(({ surveyId }) => surveyId === id).map(({ code, taken }) => [code, taken])),
    );
  }

  /** What was begun, sealed, by its mark. One statement. */
  async drafts(marks: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.dataSource.manager.findBy(DraftResponseEntity, { mark: In([...marks]) });
    return new Map(found.map(({ mark, answers }) => [mark, answers]));
  }

  async keepDraft(tx: EntityManager, draft: DraftResponseEntity): Promise<void> {
    await tx.upsert(DraftResponseEntity, { ...draft }, ['mark']);
  }

  async dropDraft(tx: EntityManager, mark: string): Promise<void> {
    await tx.delete(DraftResponseEntity, { mark });
  }
}
