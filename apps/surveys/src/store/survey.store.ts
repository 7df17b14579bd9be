import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Draft } from '../domain/questionnaire';
import { SurveyEntity } from './survey.entity';

/** The code of the standing survey after each answered complaint. */
export const SATISFACTION = 'SATISFACTION';

export class SurveyStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Published questionnaires and, for those who make them, drafts and older versions. */
  list(all: boolean): Promise<SurveyEntity[]> {
    return this.dataSource.manager.find(SurveyEntity, {
      where: all ? {} : { status: 'PUBLISHED' },
      order: { code: 'ASC', version: 'DESC' },
    });
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(ids: readonly string[]): Promise<(SurveyEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(SurveyEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((survey) => survey.id === id));
  }

  async published(tx: EntityManager, code: string): Promise<SurveyEntity | undefined> {
    return (await tx.findOneBy(SurveyEntity, { code, status: 'PUBLISHED' })) ?? undefined;
  }

  /** Writes the draft of a questionnaire: a new version, or the draft that is there already. @returns its id */
  async saveDraft(tx: EntityManager, draft: Draft): Promise<string> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`survey ${draft.code}`]);
    const versions = await tx.find(SurveyEntity, { where: { code: draft.code }, order: { version: 'DESC' } });
    const open = versions.find(({ status }) => status === 'DRAFT');
    const content = {
      titleKo: draft.titleKo,
      titleEn: draft.titleEn,
      answerDays: draft.answerDays,
      questions: [...draft.questions],
    };
    if (open) {
      await tx.update(SurveyEntity, { id: open.id }, content);
      return open.id;
    }
    const id = randomUUID();
    await tx.insert(SurveyEntity, {
      id,
      code: draft.code,
      version: (versions[0]?.version ?? 0) + 1,
      status: 'DRAFT',
      publishedAt: null,
      ...content,
    });
    return id;
  }

  async lock(tx: EntityManager, id: string): Promise<SurveyEntity | undefined> {
    return (await tx.findOne(SurveyEntity, { where: { id }, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  /** Publishes a draft; the version before is replaced, and its open invitations stay with it. */
  async publish(tx: EntityManager, { id, code }: SurveyEntity, at: Date): Promise<void> {
    await tx.update(SurveyEntity, { code, status: 'PUBLISHED' }, { status: 'REPLACED' });
    await tx.update(SurveyEntity, { id }, { status: 'PUBLISHED', publishedAt: at });
  }
}
