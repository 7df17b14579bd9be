import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  type Connection,
  DeadlineType,
  PageArgs,
  type Person,
  hasRole,
  isUuid,
  mapConnection,
  notFound,
  toDeadlineType,
  userErrors,
} from '@charter/service';
import type { CampaignService } from '../campaigns/campaign.service';
import type { CampaignStore } from '../store/campaign.store';
import { InvitedAudienceType, toAudienceType } from './audience.type';
import {
  CampaignConnection,
  CampaignStepType,
  CampaignType,
  StartSatisfactionCampaignInput,
  StartSatisfactionCampaignPayload,
  toCampaignStepType,
  toCampaignType,
} from './campaign.type';
import type { SurveysContext } from './context';
import { departmentCodeOf } from './department-code';
import { SurveyType, toSurveyType } from './survey.type';

@Resolver(() => CampaignType)
export class CampaignResolver {
  constructor(
    private readonly service: CampaignService,
    private readonly store: CampaignStore,
  ) {}

  @Authorized('ADMIN')
  @Mutation(() => StartSatisfactionCampaignPayload, {
    description:
      'Starts the yearly satisfaction survey: sample, invite, remind twice, close, score, publish, improve. It goes on by itself; each step is a deadline.',
  })
  async startSatisfactionCampaign(
    @Arg('input', () => StartSatisfactionCampaignInput, { description: 'What is asked, of whom, and when.' })
    input: StartSatisfactionCampaignInput,
    @Ctx() { caller, campaign }: SurveysContext,
  ): Promise<StartSatisfactionCampaignPayload> {
    const { surveyId, sample, idempotencyKey, firstReminderAfter, secondReminderAfter, closesAfter } = input;
    const days = { firstReminderAfter, secondReminderAfter, closesAfter };
    const starting = { surveyId, departmentCode: departmentCodeOf(input), sample: { ...sample }, days };
    const started = isUuid(surveyId)
      ? await this.service.start(starting, idempotencyKey ?? null, caller as Person)
      : undefined;
    if (!started) throw notFound(caller.language);
    if (!started.ok) return { campaign: null, errors: userErrors(started.refusals, caller.language) };
    return { campaign: toCampaignType((await campaign.load(started.value))!), errors: [] };
  }

  @Authorized('ADMIN', 'AUDITOR', 'MANAGER', 'OFFICER')
  @Query(() => CampaignConnection, {
    nullable: true,
    description: 'Satisfaction campaigns, newest first, with how far each is; for staff.',
  })
  async satisfactionCampaigns(@Args(() => PageArgs) page: PageArgs): Promise<Connection<CampaignType>> {
    return mapConnection(await this.store.page(page), toCampaignType);
  }

  @FieldResolver(() => [CampaignStepType], { description: 'Its steps, in their order.' })
  async steps(@Root() { id }: CampaignType, @Ctx() { campaignSteps }: SurveysContext): Promise<CampaignStepType[]> {
    return (await campaignSteps.load(id)).map(toCampaignStepType);
  }

  @FieldResolver(() => SurveyType, { description: 'What it asks.' })
  async survey(@Root() { surveyId }: CampaignType, @Ctx() { surveys }: SurveysContext): Promise<SurveyType> {
    return toSurveyType((await surveys.load(surveyId))!);
  }

  @FieldResolver(() => InvitedAudienceType, { description: 'Whom it asks, and how far inviting is.' })
  async audience(
    @Root() { audienceId }: CampaignType,
    @Ctx() { audience }: SurveysContext,
  ): Promise<InvitedAudienceType> {
    return toAudienceType((await audience.load(audienceId))!);
  }
}

@Resolver(() => CampaignStepType)
export class CampaignStepResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why it did not work the last time, for administrators; others read that it did not. It is tried again. Null while it works.',
  })
  trouble(@Root() { trouble }: CampaignStepType, @Ctx() { caller }: SurveysContext): string | null {
    if (trouble === null || hasRole(caller, 'ADMIN')) return trouble;
    return caller.language === 'ko' ? '막혀 있어 다시 시도하고 있습니다.' : 'It is held up, and tried again.';
  }

  @FieldResolver(() => DeadlineType, {
    nullable: true,
    description: 'Its date, as a deadline of the department that asks.',
  })
  async deadline(
    @Root() { deadlineId }: CampaignStepType,
    @Ctx() { deadlines }: SurveysContext,
  ): Promise<DeadlineType | null> {
    const found = await deadlines.load(deadlineId);
    return found ? toDeadlineType(found, null) : null;
  }
}

/** What campaigns add to the questionnaire that they ask. */
@Resolver(() => SurveyType)
export class SurveyCampaignResolver {
  @FieldResolver(() => CampaignType, {
    nullable: true,
    description: 'The campaign that asks it; for staff, null where none does.',
  })
  async campaign(
    @Root() { id }: SurveyType,
    @Ctx() { caller, campaignOfSurvey }: SurveysContext,
  ): Promise<CampaignType | null> {
    if (!hasRole(caller, 'ADMIN', 'AUDITOR', 'MANAGER', 'OFFICER')) return null;
    const found = await campaignOfSurvey.load(id);
    return found ? toCampaignType(found) : null;
  }
}
