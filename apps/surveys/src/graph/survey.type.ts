import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, UserError } from '@charter/service';
import type { Audience } from '../domain/questionnaires/questionnaire';
import type { SurveyEntity, SurveyHistoryEntity, SurveyStatus } from '../store/survey.entity';
import { AudienceEnum, SurveyStatusEnum } from './enums';
import { QuestionType, QuotaType, SectionType, toQuestionType, toQuotaType, toSectionType } from './question.type';

@ObjectType('SurveyChange', { description: 'One step of a version of a questionnaire.' })
export class SurveyChangeType {
  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => ID, { description: 'Who.' })
  by: string;

  @Field(() => SurveyStatusEnum, { nullable: true, description: 'How far it was; null for a new one.' })
  from: SurveyStatus | null;

  @Field(() => SurveyStatusEnum, { description: 'How far it was from then on.' })
  to: SurveyStatus;
}

export const toSurveyChangeType = (line: SurveyHistoryEntity): SurveyChangeType => ({
  at: line.changedAt,
  by: line.changedBy,
  from: line.fromStatus,
  to: line.toStatus,
});

@Directive('@key(fields: "id")')
@ObjectType('Survey', { description: 'A version of a questionnaire (설문).' })
export class SurveyType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'Its code, the same in all versions.' })
  code: string;

  @Field(() => Int, { description: 'Its version, from 1.' })
  version: number;

  @Field(() => AudienceEnum, { description: 'Whom it asks.' })
  audience: Audience;

  status: SurveyStatus;

  @Field(() => String, { description: 'Its title in Korean.' })
  titleKo: string;

  @Field(() => String, { description: 'Its title in English.' })
  titleEn: string;

  @Field(() => Int, { description: 'How many days an invitation can be answered.' })
  answerDays: number;

  @Field(() => Boolean, { description: 'Whether each person answers once.' })
  oncePerPerson: boolean;

  @Field(() => Boolean, { description: 'Whether the token of an invitation is enough to answer, without signing in.' })
  byToken: boolean;

  @Field(() => [SectionType], { description: 'Its sections in order.' })
  sections: SectionType[];

  @Field(() => [QuestionType], { description: 'Its questions in order.' })
  questions: QuestionType[];

  @Field(() => [QuotaType], { description: 'How many answers are taken; without limit when empty.' })
  quotas: QuotaType[];

  @Field(() => DateTime, { nullable: true, description: 'When it was published.' })
  publishedAt: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'From when on nothing is taken any more; null while it is open.',
  })
  closesAt: Date | null;
}

export const toSurveyType = (survey: SurveyEntity): SurveyType => ({
  id: survey.id,
  code: survey.code,
  version: survey.version,
  audience: survey.audience,
  status: survey.status,
  titleKo: survey.titleKo,
  titleEn: survey.titleEn,
  answerDays: survey.answerDays,
  oncePerPerson: survey.oncePerPerson,
  byToken: survey.byToken,
  sections: survey.sections.map(toSectionType),
  questions: survey.questions.map(toQuestionType),
  quotas: survey.quotas.map(toQuotaType(survey.id)),
  publishedAt: survey.publishedAt,
  closesAt: survey.closesAt,
});

@ObjectType()
export abstract class SurveyPayload {
  @Field(() => SurveyType, { nullable: true, description: 'The survey as it is now.' })
  survey: SurveyType | null;

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of saveSurvey.' })
export class SaveSurveyPayload extends SurveyPayload {}

@ObjectType({ description: 'The answer of publishSurvey.' })
export class PublishSurveyPayload extends SurveyPayload {}

@ObjectType({ description: 'The answer of closeSurvey.' })
export class CloseSurveyPayload extends SurveyPayload {}
