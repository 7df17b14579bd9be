import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { type Outcome, accepted, refused } from '@charter/contracts';
import type { Deadlines } from '@charter/deadlines';
import { type Clock, type Person, once } from '@charter/service';
import type { AudienceService } from '../audience.service';
import { type CampaignDays, campaignFaults, scheduleOf } from '../domain/campaigns/start';
import { STEP_PERIOD, kindOf, planSteps } from '../domain/campaigns/steps';
import type { SampleOf } from '../domain/invitations/audience';
import type { CampaignStepEntity } from '../store/campaign.entity';
import type { CampaignStore } from '../store/campaign.store';
import type { SurveyEntity } from '../store/survey.entity';
import type { SurveyStore } from '../store/survey.store';

export interface CampaignServiceParts {
  readonly dataSource: DataSource;
  readonly surveys: SurveyStore;
  readonly campaigns: CampaignStore;
  readonly audiences: AudienceService;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
  readonly secret: string;
}

/** What a campaign asks whom, and when. */
export interface Starting {
  readonly surveyId: string;
  readonly departmentCode: string;
  readonly sample: SampleOf;
  readonly days: CampaignDays;
}

export class CampaignService {
  constructor(private readonly parts: CampaignServiceParts) {}

  /**
   * Starts the yearly survey: draws the sample and sets when everything else happens, by itself, each step a deadline of the department.
   * @returns the campaign's id; undefined when there is no such survey
   */
  start(starting: Starting, key: string | null, person: Person): Promise<Outcome<string> | undefined> {
    const { dataSource, surveys, secret } = this.parts;
    return dataSource.transaction(async (tx) => {
      await surveys.lockAll(tx);
      const survey = await surveys.byId(tx, starting.surveyId);
      if (!survey || survey.status === 'DRAFT') return undefined;
      const command = { callerId: person.id, operation: 'startSatisfactionCampaign', key, input: starting, secret };
      return once(tx, command, () => this.startIn(tx, survey, starting, person.id));
    });
  }

  private async startIn(
    tx: EntityManager,
    survey: SurveyEntity,
    starting: Starting,
    by: string,
  ): Promise<Outcome<string>> {
    const { campaigns, audiences, surveys, clock } = this.parts;
    const { departmentCode, sample, days } = starting;
    const asked = (await campaigns.ofSurvey(tx, survey.id)) !== undefined;
    const faults = [...campaignFaults({ ...survey, asked }, days)];
    if (faults.length > 0) return refused(...faults);
    const now = clock.now();
    const { closesAt } = scheduleOf(days, now);
    await surveys.setClosing(tx, survey.id, closesAt);
    const invited = await audiences.inviteIn(tx, { surveyId: survey.id, departmentCode, invitees: { sample } }, by);
    if (!invited.ok) {
      await surveys.setClosing(tx, survey.id, survey.closesAt);
      return invited;
    }
    const id = randomUUID();
    const steps = await this.steps(tx, id, starting, { now, by });
    await campaigns.open(
      tx,
      {
        ...{ id, surveyId: survey.id, audienceId: invited.value, departmentCode, closesAt },
        ...{ startedAt: now, startedBy: by, nextAt: now, publicationId: null, scores: [] },
      },
      steps,
    );
    return accepted(id);
  }

  private async steps(
    tx: EntityManager,
    campaignId: string,
    { departmentCode, days }: Starting,
    { now, by }: { now: Date; by: string },
  ): Promise<CampaignStepEntity[]> {
    const steps: CampaignStepEntity[] = [];
    for (const { code, position, beginsAt } of planSteps(scheduleOf(days, now))) {
      const { id: deadlineId } = await this.parts.deadlines.open(
        tx,
        {
          ...{ kind: kindOf(code), subjectType: 'SURVEY_CAMPAIGN', subjectId: campaignId, departmentCode },
          ...{ ownerId: null, receivedAt: beginsAt, period: STEP_PERIOD },
        },
        { by, at: now },
      );
      const untouched = { doneAt: null, leftOut: false, count: 0, afterId: null, trouble: null };
      steps.push({ campaignId, code, position, beginsAt, deadlineId, ...untouched });
    }
    return steps;
  }
}
