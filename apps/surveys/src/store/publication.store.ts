import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import type { Months } from '../domain/results/group';
import type { Results } from '../domain/results/results';
import type { Measured } from '../domain/results/score-trend';
import type { Shown } from '../domain/results/shown';
import { PublicationEntity, ShownEntity } from './results.entity';

/** A publication without its results, which are large. */
export type PublicationHead = Omit<PublicationEntity, 'results'>;

const HEAD = {
  ...{ id: true, surveyId: true, number: true, monthFrom: true, monthTo: true },
  ...{ publishedAt: true, publishedBy: true, corrects: true, reason: true },
} as const;

export class PublicationStore {
  constructor(private readonly dataSource: DataSource) {}

  /** What was decided to be shown of a survey so far. */
  async shown(tx: EntityManager, surveyId: string): Promise<Shown[]> {
    const found = await tx.find(ShownEntity, {
      where: { surveyId },
      order: { monthFrom: 'ASC', monthTo: 'ASC', crossed: 'ASC' },
    });
    return found.map(({ monthFrom: from, monthTo: to, groups, crossed }) => ({
      months: { from, to },
      groups,
      crossed,
    }));
  }

  async show(
    tx: EntityManager,
    surveyId: string,
    { months, groups, crossed }: Shown,
    decidedOn: string,
  ): Promise<void> {
    await tx.insert(ShownEntity, {
      ...{ surveyId, monthFrom: months.from, monthTo: months.to, decidedOn, crossed },
      groups: { ...groups },
    });
  }

  /** The publication of these months that corrects none. */
  async original(tx: EntityManager, surveyId: string, { from, to }: Months): Promise<PublicationHead | undefined> {
    const where = { surveyId, monthFrom: from, monthTo: to, corrects: IsNull() };
    return (await tx.findOne(PublicationEntity, { select: HEAD, where })) ?? undefined;
  }

  async head(tx: EntityManager, id: string): Promise<PublicationHead | undefined> {
    return (await tx.findOne(PublicationEntity, { select: HEAD, where: { id } })) ?? undefined;
  }

  /** The publication that corrects this one. */
  async correctionOf(tx: EntityManager, id: string): Promise<PublicationHead | undefined> {
    return (await tx.findOne(PublicationEntity, { select: HEAD, where: { corrects: id } })) ?? undefined;
  }

  /** Writes a publication, numbered within its survey. @returns its id */
  async publish(tx: EntityManager, publication: Omit<PublicationEntity, 'id' | 'number'>): Promise<string> {
    const id = randomUUID();
    const number = (await tx.countBy(PublicationEntity, { surveyId: publication.surveyId })) + 1;
    await tx.insert(PublicationEntity, { id, number, ...publication });
    return id;
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async heads(ids: readonly string[]): Promise<(PublicationHead | undefined)[]> {
    const found = await this.dataSource.manager.find(PublicationEntity, { select: HEAD, where: { id: In([...ids]) } });
    return ids.map((id) => found.find((one) => one.id === id));
  }

  /** What each was corrected by; undefined where it stands. One statement. */
  async corrections(ids: readonly string[]): Promise<(PublicationHead | undefined)[]> {
    const where = { corrects: In([...ids]) };
    const found = await this.dataSource.manager.find(PublicationEntity, { select: HEAD, where });
    return ids.map((id) => found.find((one) => one.corrects === id));
  }

  /** The publications of each survey, newest first. One statement. */
  async ofSurveys(surveyIds: readonly string[]): Promise<PublicationHead[][]> {
    const where = { surveyId: In([...surveyIds]) };
    const found = await this.dataSource.manager.find(PublicationEntity, {
      select: HEAD,
      where,
      order: { number: 'DESC' },
    });
    return surveyIds.map((id) => found.filter(({ surveyId }) => surveyId === id));
  }

  /** The results of each publication. One statement. */
  async results(ids: readonly string[]): Promise<Results[]> {
    const found = await this.dataSource.manager.find(PublicationEntity, {
      select: { id: true, results: true },
      where: { id: In([...ids]) },
    });
    return ids.map((id) => found.find((one) => one.id === id)!.results);
  }

  /** What stands of all versions of each questionnaire. One statement. */
  async standing(codes: readonly string[]): Promise<Measured[][]> {
    const found = (await this.dataSource.query(
      `SELECT survey."code", survey."version", publication."results"
       FROM "survey_publication" publication JOIN "survey" survey ON survey."id" = publication."survey_id"
       WHERE survey."code" = ANY($1)
         AND NOT EXISTS (SELECT 1 FROM "survey_publication" later WHERE later."corrects" = publication."id")
       ORDER BY publication."month_from", publication."month_to", survey."version"`,
      [codes],
    )) as (Measured & { code: string })[];
    return codes.map((code) => found.filter((each) => each.code === code));
  }
}
