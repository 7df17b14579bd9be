import { type DataSource, type EntityManager, In, MoreThan } from 'typeorm';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import { CampaignEntity, CampaignStepEntity } from './campaign.entity';
import { InvitationEntity } from './survey.entity';

const NEWEST: ListOrder = {
  name: 'campaigns by newness',
  direction: 'DESC',
  columns: [
    { expression: 'campaign.started_at', type: 'timestamptz' },
    { expression: 'campaign.id', type: 'uuid' },
  ],
};

/** How a campaign found a standard, as it was published. */
export interface PublishedScore {
  readonly score: number;
  readonly method: string;
  readonly methodVersion: number;
  readonly n: number;
  readonly closedAt: Date;
  readonly publicationId: string;
  readonly surveyId: string;
}

export class CampaignStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  async open(tx: EntityManager, campaign: CampaignEntity, steps: readonly CampaignStepEntity[]): Promise<void> {
    await tx.insert(CampaignEntity, campaign);
    await tx.insert(
      CampaignStepEntity,
      steps.map((step) => ({ ...step })),
    );
  }

  /** A campaign that something is to be done for, locked for this transaction; another worker takes the next one. */
  async due(tx: EntityManager, now: Date): Promise<CampaignEntity | undefined> {
    return (
      (await tx
        .createQueryBuilder(CampaignEntity, 'campaign')
        .where('campaign.next_at <= :now', { now })
        .orderBy('campaign.next_at')
        .limit(1)
        .setLock('for_no_key_update')
        .setOnLocked('skip_locked')
        .getOne()) ?? undefined
    );
  }

  async steps(tx: EntityManager, campaignId: string): Promise<CampaignStepEntity[]> {
    return tx.find(CampaignStepEntity, { where: { campaignId }, order: { position: 'ASC' } });
  }

  async change(tx: EntityManager, id: string, changes: Partial<CampaignEntity>): Promise<void> {
    await tx.update(CampaignEntity, { id }, changes as never);
  }

  async changeStep(
    tx: EntityManager,
    { campaignId, code }: CampaignStepEntity,
    changes: Partial<CampaignStepEntity>,
  ): Promise<void> {
    await tx.update(CampaignStepEntity, { campaignId, code }, changes);
  }

  async ofSurvey(tx: EntityManager, surveyId: string): Promise<CampaignEntity | undefined> {
    return (await tx.findOneBy(CampaignEntity, { surveyId })) ?? undefined;
  }

  /** The next ones of an audience who were invited, in the order of their ids. */
  async invitedAfter(
    tx: EntityManager,
    audienceId: string,
    afterId: string | null,
    most: number,
  ): Promise<InvitationEntity[]> {
    return tx.find(InvitationEntity, {
      where: { audienceId, ...(afterId && { id: MoreThan(afterId) }) },
      order: { id: 'ASC' },
      take: most,
    });
  }

  page(page: Page): Promise<Connection<CampaignEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(CampaignEntity, 'campaign');
    return keysetPage(query, NEWEST, page, this.cursors);
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(
    ids: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<(CampaignEntity | undefined)[]> {
    const found = await tx.findBy(CampaignEntity, { id: In([...ids]) });
    const byId = new Map(found.map((campaign) => [campaign.id, campaign]));
    return ids.map((id) => byId.get(id));
  }

  /** The campaign of each questionnaire. One statement. */
  async ofSurveys(surveyIds: readonly string[]): Promise<(CampaignEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(CampaignEntity, { surveyId: In([...surveyIds]) });
    return surveyIds.map((id) => found.find(({ surveyId }) => surveyId === id));
  }

  /** The steps of each campaign, in their order. One statement. */
  async stepsOf(ids: readonly string[]): Promise<CampaignStepEntity[][]> {
    const found = await this.dataSource.manager.find(CampaignStepEntity, {
      where: { campaignId: In([...ids]) },
      order: { position: 'ASC' },
    });
    return ids.map((id) => found.filter(({ campaignId }) => campaignId === id));
  }

  /** The published scores of each standard, of campaigns that closed in its period, the oldest first. One statement. */
  async scoresOf(
    wanted: readonly { readonly code: string; readonly from: string; readonly to: string }[],
  ): Promise<PublishedScore[][]> {
    const found = (await this.dataSource.query(
      `SELECT wanted."place"::int AS place, score."score", score."method", COALESCE(score."methodVersion", 1) AS "methodVersion", score."n",
              campaign."closes_at" AS "closedAt", campaign."publication_id" AS "publicationId", campaign."survey_id" AS "surveyId"
       FROM jsonb_to_recordset($1::jsonb) AS wanted("place" int, "code" text, "from" date, "to" date)
       JOIN "survey_campaign" campaign ON campaign."publication_id" IS NOT NULL
         AND (campaign."closes_at" AT TIME ZONE 'Asia/Seoul')::date BETWEEN wanted."from" AND wanted."to"
       CROSS JOIN LATERAL jsonb_to_recordset(campaign."scores") AS score("standard" text, "method" text, "methodVersion" int, "score" float, "n" int)
       WHERE score."standard" = wanted."code" ORDER BY campaign."closes_at", campaign."id", score."method"`,
      [JSON.stringify(wanted.map((one, place) => ({ ...one, place })))],
    )) as (PublishedScore & { place: number })[];
    return wanted.map((_, index) =>
      found.filter(({ place }) => place === index).map(({ place: _place, ...score }) => score),
    );
  }
}
