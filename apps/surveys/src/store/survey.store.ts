import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Draft } from '../domain/questionnaires/questionnaire';
import { QuotaEntity } from './answer.entity';
import { SurveyEntity, SurveyHistoryEntity, type SurveyStatus } from './survey.entity';

/** Who does something to a questionnaire, and when. */
export interface Doing {
  readonly by: string;
  readonly at: Date;
}

export class SurveyStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Published questionnaires, and those that are closed or replaced of which results are published; for those who make them, drafts
   * and older versions too.
   */
  list(all: boolean): Promise<SurveyEntity[]> {
    const surveys = this.dataSource.manager.createQueryBuilder(SurveyEntity, 'survey');
    if (!all)
      surveys.where(
        `survey.status = 'PUBLISHED' OR (survey.status IN ('CLOSED', 'REPLACED')
           AND EXISTS (SELECT 1 FROM "survey_publication" p WHERE p."survey_id" = survey.id))`,
      );
    return surveys.orderBy('survey.code', 'ASC').addOrderBy('survey.version', 'DESC').getMany();
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(ids: readonly string[]): Promise<(SurveyEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(SurveyEntity, { id: In([...ids]) });
    const byId = new Map(found.map((survey) => [survey.id, survey]));
    return ids.map((id) => byId.get(id));
  }

  /** The steps of each version, oldest first. One statement. */
  async historyOf(ids: readonly string[]): Promise<SurveyHistoryEntity[][]> {
    const lines = await this.dataSource.manager.find(SurveyHistoryEntity, {
      where: { surveyId: In([...ids]) },
      order: { id: 'ASC' },
    });
    return ids.map((id) => lines.filter(({ surveyId }) => surveyId === id));
  }

  /** The questionnaire that the petitioner of each answered complaint is asked. */
  async standing(tx: EntityManager): Promise<SurveyEntity | undefined> {
    return (await tx.findOneBy(SurveyEntity, { audience: 'PETITIONER', status: 'PUBLISHED' })) ?? undefined;
  }

  /** Who writes or publishes questionnaires does it alone: nobody changes a draft while it is being published. */
  async lockAll(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('surveys'))`);
  }

  async byId(tx: EntityManager, id: string): Promise<SurveyEntity | undefined> {
    return (await tx.findOneBy(SurveyEntity, { id })) ?? undefined;
  }

  async draftOf(tx: EntityManager, code: string): Promise<SurveyEntity | undefined> {
    return (await tx.findOneBy(SurveyEntity, { code, status: 'DRAFT' })) ?? undefined;
  }

  /** Writes the draft of a questionnaire: a new version, or the draft that is there already. @returns its id */
  async saveDraft(tx: EntityManager, draft: Draft, doing: Doing): Promise<string> {
    const { code, ...rest } = draft;
    const [sections, questions, quotas] = [[...draft.sections], [...draft.questions], [...draft.quotas]];
    const content = { ...rest, sections, questions, quotas };
    const open = await this.draftOf(tx, code);
    if (open) {
      await tx.update(SurveyEntity, { id: open.id }, content);
      await this.remember(tx, open.id, 'DRAFT', 'DRAFT', doing);
      return open.id;
    }
    const id = randomUUID();
    const [{ version }] = (await tx.query(
      `SELECT COALESCE(max("version"), 0) + 1 AS version FROM "survey" WHERE "code" = $1`,
      [code],
    )) as [{ version: number }];
    await tx.insert(SurveyEntity, {
      id,
      code,
      version,
      status: 'DRAFT',
      publishedAt: null,
      closesAt: null,
      ...content,
    });
    await this.remember(tx, id, null, 'DRAFT', doing);
    return id;
  }

  /**
   * Publishes a draft. It replaces the version before it, and of PETITIONER whatever was asked before: there is one standing survey.
   * Open invitations stay with the version that they were sent for.
   */
  async publish(
    tx: EntityManager,
    { id, code, audience, quotas }: SurveyEntity,
    closesAt: Date | null,
    doing: Doing,
  ): Promise<void> {
    const standing = audience === 'PETITIONER' ? [{ audience, status: 'PUBLISHED' as const }] : [];
    for (const before of await tx.findBy(SurveyEntity, [{ code, status: 'PUBLISHED' }, ...standing])) {
      await tx.update(SurveyEntity, { id: before.id }, { status: 'REPLACED' });
      await this.remember(tx, before.id, 'PUBLISHED', 'REPLACED', doing);
    }
    await tx.update(SurveyEntity, { id }, { status: 'PUBLISHED', publishedAt: doing.at, closesAt });
    const counts = quotas.map((quota) => ({ surveyId: id, code: quota.code, taken: 0 }));
    if (counts.length > 0) await tx.insert(QuotaEntity, counts);
    await this.remember(tx, id, 'DRAFT', 'PUBLISHED', doing);
  }

  /** Nothing is taken from now on. Whoever is answering now is waited for: see {@link lockOpen}. */
  async close(tx: EntityManager, { id, status }: SurveyEntity, doing: Doing): Promise<void> {
    await tx.update(SurveyEntity, { id }, { status: 'CLOSED', closesAt: doing.at });
    await this.remember(tx, id, status, 'CLOSED', doing);
  }

  async setClosing(tx: EntityManager, id: string, closesAt: Date | null): Promise<void> {
    await tx.update(SurveyEntity, { id }, { closesAt });
  }

  /** Whoever answers shares this lock until the answer is kept; whoever closes waits for them, and keeps out those who come later. */
  async lockOpen(tx: EntityManager, id: string, mode: 'ANSWER' | 'CLOSE'): Promise<void> {
    const lock = mode === 'ANSWER' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
    await tx.query(`SELECT ${lock}(hashtextextended($1, 0))`, [`survey ${id}`]);
  }

  private async remember(
    tx: EntityManager,
    surveyId: string,
    fromStatus: SurveyStatus | null,
    toStatus: SurveyStatus,
    { by, at }: Doing,
  ): Promise<void> {
    await tx.insert(SurveyHistoryEntity, { surveyId, changedAt: at, changedBy: by, fromStatus, toStatus });
  }
}
