import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, UserError, connectionType } from '@charter/service';
import type { Question, QuestionKind } from '../domain/questionnaire';
import type { InvitationEntity, SurveyEntity, SurveyStatus } from '../store/survey.entity';

export const QuestionKindEnum = { SCALE_5: 'SCALE_5', SINGLE: 'SINGLE', TEXT: 'TEXT' } as const;
registerEnumType(QuestionKindEnum, {
  name: 'QuestionKind',
  description: 'How a question is answered.',
  valuesConfig: {
    SCALE_5: { description: 'One of five points (5점 척도), 5 the best.' },
    SINGLE: { description: 'One of the options.' },
    TEXT: { description: 'In one’s own words.' },
  },
});

const SurveyStatusEnum = { DRAFT: 'DRAFT', PUBLISHED: 'PUBLISHED', REPLACED: 'REPLACED' } as const;
registerEnumType(SurveyStatusEnum, {
  name: 'SurveyStatus',
  description: 'How far a version of a questionnaire is.',
  valuesConfig: {
    DRAFT: { description: 'Being made.' },
    PUBLISHED: { description: 'In use; it never changes.' },
    REPLACED: { description: 'Replaced by a newer version; invitations to it can still be answered.' },
  },
});

const InvitationStateEnum = { INVITED: 'INVITED', ANSWERED: 'ANSWERED', EXPIRED: 'EXPIRED' } as const;
export type InvitationState = keyof typeof InvitationStateEnum;
registerEnumType(InvitationStateEnum, {
  name: 'SurveyInvitationState',
  description: 'What became of an invitation.',
  valuesConfig: {
    INVITED: { description: 'Not answered yet.' },
    ANSWERED: { description: 'Answered. What was said cannot be traced back to the invitation.' },
    EXPIRED: { description: 'Not answered in time.' },
  },
});

@ObjectType('QuestionOption', { description: 'An option to choose.' })
export class OptionType {
  @Field(() => String, { description: 'Its code, to answer with.' })
  code: string;

  @Field(() => String, { description: 'Its text in Korean.' })
  textKo: string;

  @Field(() => String, { description: 'Its text in English.' })
  textEn: string;
}

@ObjectType('Question', { description: 'A question of a questionnaire.' })
export class QuestionType implements Question {
  @Field(() => String, { description: 'Its code, to answer with.' })
  code: string;

  @Field(() => QuestionKindEnum, { description: 'How it is answered.' })
  kind: QuestionKind;

  @Field(() => String, { description: 'Its text in Korean.' })
  textKo: string;

  @Field(() => String, { description: 'Its text in English.' })
  textEn: string;

  @Field(() => Boolean, { description: 'Whether it must be answered.' })
  required: boolean;

  @Field(() => [OptionType], { description: 'The options of a SINGLE question.' })
  options: OptionType[];
}

@Directive('@key(fields: "id")')
@ObjectType('Survey', { description: 'A version of a questionnaire (설문).' })
export class SurveyType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'Its code, the same in all versions.' })
  code: string;

  @Field(() => Int, { description: 'Its version, from 1.' })
  version: number;

  @Field(() => SurveyStatusEnum, { description: 'How far it is.' })
  status: SurveyStatus;

  @Field(() => String, { description: 'Its title in Korean.' })
  titleKo: string;

  @Field(() => String, { description: 'Its title in English.' })
  titleEn: string;

  @Field(() => Int, { description: 'How many days an invitation can be answered.' })
  answerDays: number;

  @Field(() => [QuestionType], { description: 'Its questions in order.' })
  questions: QuestionType[];

  @Field(() => DateTime, { nullable: true, description: 'When it was published.' })
  publishedAt: Date | null;
}

export const toSurveyType = (survey: SurveyEntity): SurveyType => ({
  id: survey.id,
  code: survey.code,
  version: survey.version,
  status: survey.status,
  titleKo: survey.titleKo,
  titleEn: survey.titleEn,
  answerDays: survey.answerDays,
  questions: survey.questions,
  publishedAt: survey.publishedAt,
});

@Directive('@key(fields: "id")')
@ObjectType('SurveyInvitation', { description: 'An invitation to say how it was (만족도 조사 초대).' })
export class InvitationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => InvitationStateEnum, { description: 'What became of it.' })
  state: InvitationState;

  @Field(() => DateTime, { description: 'When the citizen was invited.' })
  invitedAt: Date;

  @Field(() => DateTime, { description: 'Until when it can be answered.' })
  expiresAt: Date;

  surveyId: string;
  complaintId: string;
  citizenId: string;
}

export const toInvitationType = (invitation: InvitationEntity, now: Date): InvitationType => ({
  id: invitation.id,
  state: invitation.answered ? 'ANSWERED' : invitation.expiresAt > now ? 'INVITED' : 'EXPIRED',
  invitedAt: invitation.invitedAt,
  expiresAt: invitation.expiresAt,
  surveyId: invitation.surveyId,
  complaintId: invitation.complaintId,
  citizenId: invitation.citizenId,
});

export const InvitationConnection = connectionType('SurveyInvitation', () => InvitationType);

@ObjectType({ description: 'How satisfied the citizens were whom a department served in a period (만족도).' })
export class Satisfaction {
  @Field(() => Int, { description: 'How many answered on a five-point scale.' })
  n: number;

  @Field(() => Boolean, { description: 'Whether the scores are withheld, because fewer than 5 answered.' })
  suppressed: boolean;

  @Field(() => Float, { nullable: true, description: 'Mean of the five-point answers, 1 to 5; null when suppressed.' })
  mean: number | null;

  @Field(() => Float, { nullable: true, description: '(mean − 1) ÷ 4 × 100; null when suppressed.' })
  score: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Answered ÷ invited, of those invited in the period, 0 to 1; null when nobody was invited.',
  })
  responseRate: number | null;

  @Field(() => String, { description: 'How it was measured: a score is compared only with scores of the same method.' })
  method: string;
}

@ObjectType()
abstract class SurveyPayload {
  @Field(() => SurveyType, { nullable: true, description: 'The survey as it is now.' })
  survey: SurveyType | null;

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of saveSurvey.' })
export class SaveSurveyPayload extends SurveyPayload {}

@ObjectType({ description: 'The answer of publishSurvey.' })
export class PublishSurveyPayload extends SurveyPayload {}

@ObjectType({ description: 'The answer of submitResponse.' })
export class SubmitResponsePayload {
  @Field(() => InvitationType, { nullable: true, description: 'The invitation as it is now.' })
  invitation: InvitationType | null;

  @Field(() => [UserError], { description: 'Why it was not taken; empty when it was.' })
  errors: UserError[];
}
