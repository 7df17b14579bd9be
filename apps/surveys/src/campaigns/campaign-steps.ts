import type { EntityManager } from 'typeorm';
import { accepted } from '@charter/contracts';
import { appendEvents } from '@charter/outbox';
import type { Clock } from '@charter/service';
import { type QuestionScore, standardScores } from '../domain/campaigns/standard-scores';
import type { StepCode } from '../domain/campaigns/steps';
import type { ResultsService } from '../results.service';
import type { AudienceEntity } from '../store/audience.entity';
import type { AudienceStore } from '../store/audience.store';
import type { CampaignEntity, CampaignStepEntity } from '../store/campaign.entity';
import type { CampaignStore } from '../store/campaign.store';
import type { PublicationStore } from '../store/publication.store';
import type { SurveyStore } from '../store/survey.store';

export interface CampaignStepsParts {
  readonly surveys: SurveyStore;
  readonly audiences: AudienceStore;
  readonly campaigns: CampaignStore;
  readonly publications: PublicationStore;
  readonly results: Pick<ResultsService, 'results' | 'publish'>;
  readonly clock: Clock;
  /** How many are reminded in one transaction. */
  readonly batch?: number;
}

/** A step on its way: the campaign and the step as they are, in the transaction that moves them. */
export interface Moving {
  readonly tx: EntityManager;
  readonly campaign: CampaignEntity;
  readonly step: CampaignStepEntity;
}

/** How far a step came: done, left out, with more to do at once, or waiting for others. */
export interface Progress {
  readonly state: 'DONE' | 'LEFT_OUT' | 'MORE' | 'WAITING';
  readonly count: number;
  readonly afterId?: string;
}

const BATCH = 500;

/** What each step of a campaign does. A step that is done again after a crash does nothing twice. */
export class CampaignSteps {
  constructor(private readonly parts: CampaignStepsParts) {}

  private readonly works: Readonly<Record<StepCode, (moving: Moving) => Promise<Progress>>> = {
    SAMPLE: async (moving) => ({ state: 'DONE', count: (await this.audience(moving.campaign)).size }),
    INVITE: (moving) => this.invite(moving),
    FIRST_REMINDER: (moving) => this.remind(moving, 1),
    SECOND_REMINDER: (moving) => this.remind(moving, 2),
    CLOSE: (moving) => this.close(moving),
    SCORE: (moving) => this.score(moving),
    PUBLISH: (moving) => this.publish(moving),
    IMPROVE: (moving) => this.improve(moving),
  };

  work(moving: Moving): Promise<Progress> {
    return this.works[moving.step.code](moving);
  }

  private async audience(campaign: CampaignEntity): Promise<AudienceEntity> {
    const [audience] = await this.parts.audiences.byIds([campaign.audienceId]);
    return audience!;
  }

  /** Inviting is the audience's own job: this step waits for it. */
  private async invite({ campaign }: Moving): Promise<Progress> {
    const { invited, known, finishedAt } = await this.audience(campaign);
    return { state: finishedAt ? 'DONE' : 'WAITING', count: invited + known };
  }

  /** Reminds everybody of a batch; who has answered is not told when it is sent. */
  private async remind({ tx, campaign, step }: Moving, round: number): Promise<Progress> {
    const { campaigns, batch = BATCH } = this.parts;
    const { surveyId, audienceId, departmentCode } = campaign;
    const invited = await campaigns.invitedAfter(tx, audienceId, step.afterId, batch);
    await appendEvents(
      tx,
      'surveys',
      invited.map(({ id: invitationId, citizenId, reachedBy, expiresAt }) => ({
        type: 'survey.reminded.v1',
        payload: {
          ...{ invitationId, surveyId, complaintId: reachedBy, citizenId, departmentCode, round },
          expiresAt: expiresAt.toISOString(),
        },
      })),
    );
    const count = step.count + invited.length;
    if (invited.length < batch) return { state: 'DONE', count };
    return { state: 'MORE', count, afterId: invited.at(-1)!.id };
  }

  private async close({ tx, campaign }: Moving): Promise<Progress> {
    const { surveys, clock } = this.parts;
    await surveys.lockOpen(tx, campaign.surveyId, 'CLOSE');
    const survey = (await surveys.byId(tx, campaign.surveyId))!;
    const doing = { by: campaign.startedBy, at: clock.now() };
    if (survey.status !== 'CLOSED') await surveys.close(tx, survey, doing);
    return { state: 'DONE', count: 1 };
  }

  /** The scores of the standards, from the results that everybody will see: withheld here is what is withheld there. */
  private async score({ tx, campaign }: Moving): Promise<Progress> {
    const { results, campaigns, surveys } = this.parts;
    const made = await results.results(await this.request(campaign));
    if (!made?.ok) throw new Error(`No results: ${made?.refusals[0]?.message.en ?? 'there is no survey'}`);
    const found = made.value.questions.flatMap(({ question, groups }): QuestionScore[] => {
      const total = groups.find(({ dimension }) => dimension === 'TOTAL');
      const score = total?.estimates.find(({ statistic, row }) => statistic === 'SCORE' && row === null);
      if (!score) return [];
      const { method, methodVersion, value, n } = score;
      return [{ question: question.code, method, methodVersion, score: value, n }];
    });
    const scores = standardScores((await surveys.byId(tx, campaign.surveyId))!.questions, found);
    await campaigns.change(tx, campaign.id, { scores });
    return { state: 'DONE', count: scores.length };
  }

  /** Publishes once: results that were published before a crash are found again. Too few answers are no results, and are not published. */
  private async publish({ tx, campaign }: Moving): Promise<Progress> {
    const { results, campaigns, publications } = this.parts;
    const request = await this.request(campaign);
    const made = await results.results(request);
    if (made?.ok && made.value.responses === null) return { state: 'LEFT_OUT', count: 0 };
    const [earlier] = await publications.ofSurveys([campaign.surveyId]);
    const published = earlier?.[0]
      ? accepted(earlier[0].id)
      : await results.publish({ ...request, corrects: null, reason: null }, { id: campaign.startedBy });
    if (!published?.ok) throw new Error(`Not published: ${published?.refusals[0]?.message.en ?? 'there is no survey'}`);
    await campaigns.change(tx, campaign.id, { publicationId: published.value });
    return { state: 'DONE', count: 1 };
  }

  /** Tells the charter how each standard was found: it knows the targets, and opens an improvement action for what is under. */
  private async improve({ tx, campaign }: Moving): Promise<Progress> {
    const { id: campaignId, surveyId, startedBy, departmentCode, scores } = campaign;
    const { servedFrom, servedTo } = await this.audience(campaign);
    await appendEvents(
      tx,
      'surveys',
      scores.map(({ standard, method, score, n }) => ({
        type: 'survey.standard-scored.v1',
        payload: {
          ...{ campaignId, surveyId, startedBy, departmentCode, standardCode: standard, method, score, n },
          ...{ from: servedFrom!, to: servedTo! },
        },
      })),
    );
    return { state: 'DONE', count: scores.length };
  }

  private async request(campaign: CampaignEntity) {
    const { population } = await this.audience(campaign);
    return { surveyId: campaign.surveyId, period: null, population, weighting: null, crossTables: [] };
  }
}
