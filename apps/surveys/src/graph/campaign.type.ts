import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, UserError, connectionType } from '@charter/service';
import type { StandardScore } from '../domain/campaigns/standard-scores';
import type { StepCode } from '../domain/campaigns/steps';
import type { CampaignEntity, CampaignStepEntity } from '../store/campaign.entity';
import { SampleInput } from './audience.type';

const StepEnum: { [S in StepCode]: S } = {
  SAMPLE: 'SAMPLE',
  INVITE: 'INVITE',
  FIRST_REMINDER: 'FIRST_REMINDER',
  SECOND_REMINDER: 'SECOND_REMINDER',
  CLOSE: 'CLOSE',
  SCORE: 'SCORE',
  PUBLISH: 'PUBLISH',
  IMPROVE: 'IMPROVE',
};
registerEnumType(StepEnum, {
  name: 'CampaignStepCode',
  description: 'A step of a satisfaction campaign.',
  valuesConfig: {
    SAMPLE: { description: 'Drawing the sample (표본).' },
    INVITE: { description: 'Inviting everybody who was drawn.' },
    FIRST_REMINDER: { description: 'Reminding who has not answered.' },
    SECOND_REMINDER: { description: 'Reminding them again.' },
    CLOSE: { description: 'Closing the survey.' },
    SCORE: { description: 'Scoring each standard of the charter.' },
    PUBLISH: { description: 'Publishing the results, for good and for everybody.' },
    IMPROVE: {
      description: 'Telling the charter, which opens an improvement action for each standard under its target.',
    },
  },
});

@ObjectType('CampaignStep', { description: 'One step of a satisfaction campaign, and how far it is.' })
export class CampaignStepType {
  @Field(() => StepEnum, { description: 'Which.' })
  code: StepCode;

  @Field(() => DateTime, { description: 'When it begins, once the one before it is done.' })
  beginsAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was done, or left out; null while it is not.' })
  doneAt: Date | null;

  @Field(() => Boolean, {
    description: 'Whether it was left out: the survey had closed before its turn came, or too few answered.',
  })
  leftOut: boolean;

  @Field(() => Int, { description: 'How many have been drawn, invited, reminded or scored so far.' })
  count: number;

  trouble: string | null;

  deadlineId: string;
}

@ObjectType('StandardScore', { description: 'How a standard of the charter was found.' })
export class StandardScoreType implements StandardScore {
  @Field(() => String, { description: 'The standard, by code.' })
  standard: string;

  @Field(() => String, { description: 'How it was measured: scores of different methods are not compared.' })
  method: string;

  @Field(() => Int, { description: 'The version of the method.' })
  methodVersion: number;

  @Field(() => Float, { description: 'The score, of 100 points.' })
  score: number;

  @Field(() => Int, { description: 'How many answers it rests on.' })
  n: number;

  @Field(() => [String], { description: 'The questions that measure it, by code.' })
  questions: readonly string[];
}

@ObjectType('SatisfactionCampaign', {
  description: 'The yearly satisfaction survey (고객만족도 조사) as one operation.',
})
export class CampaignType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'The department that asks.' })
  departmentCode: string;

  @Field(() => DateTime, { description: 'When it was started.' })
  startedAt: Date;

  @Field(() => DateTime, { description: 'When the survey closes.' })
  closesAt: Date;

  @Field(() => Boolean, { description: 'Whether all its steps are done.' })
  finished: boolean;

  @Field(() => ID, { nullable: true, description: 'The publication of its results; null until then.' })
  publicationId: string | null;

  @Field(() => [StandardScoreType], { description: 'The scores of the standards; empty until they are made.' })
  scores: readonly StandardScoreType[];

  surveyId: string;
  audienceId: string;
}

export const toCampaignType = (campaign: CampaignEntity): CampaignType => ({
  id: campaign.id,
  departmentCode: campaign.departmentCode,
  startedAt: campaign.startedAt,
  closesAt: campaign.closesAt,
  finished: campaign.nextAt === null,
  publicationId: campaign.publicationId,
  scores: campaign.scores.map(({ standard, method, methodVersion = 1, score, n, questions }) => ({
    ...{ standard, method, methodVersion, score, n, questions },
  })),
  surveyId: campaign.surveyId,
  audienceId: campaign.audienceId,
});

export const toCampaignStepType = (step: CampaignStepEntity): CampaignStepType => ({
  code: step.code,
  beginsAt: step.beginsAt,
  doneAt: step.doneAt,
  leftOut: step.leftOut,
  count: step.count,
  trouble: step.trouble,
  deadlineId: step.deadlineId,
});

export const CampaignConnection = connectionType('SatisfactionCampaign', () => CampaignType);

@InputType({ description: 'The yearly satisfaction survey: what is asked, of whom, and when.' })
export class StartSatisfactionCampaignInput {
  @Field(() => ID, { description: 'A published survey of SAMPLE.' })
  surveyId: string;

  @Field(() => String, { description: 'The department that asks, by code.' })
  departmentCode: string;

  @Field(() => SampleInput, { description: 'Of whom the sample is drawn.' })
  sample: SampleInput;

  @Field(() => Int, { defaultValue: 7, description: 'Days from the start to the first reminder.' })
  firstReminderAfter: number;

  @Field(() => Int, { defaultValue: 14, description: 'Days from the start to the second reminder.' })
  secondReminderAfter: number;

  @Field(() => Int, {
    defaultValue: 21,
    description: 'Days from the start to the end; within the survey’s time to answer.',
  })
  closesAfter: number;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same campaign again.' })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The answer of startSatisfactionCampaign.' })
export class StartSatisfactionCampaignPayload {
  @Field(() => CampaignType, { nullable: true, description: 'The campaign. From now on it goes on by itself.' })
  campaign: CampaignType | null;

  @Field(() => [UserError], { description: 'Why it was not started; empty when it was.' })
  errors: UserError[];
}
