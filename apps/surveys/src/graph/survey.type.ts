import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, UserError } from '@charter/service';
import type { Audience, Question, QuestionKind } from '../domain/questionnaire';
import type { SurveyEntity, SurveyHistoryEntity, SurveyStatus } from '../store/survey.entity';
import { AudienceEnum, QuestionKindEnum, SurveyStatusEnum } from './enums';

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
  audience: survey.audience,
  status: survey.status,
  titleKo: survey.titleKo,
  titleEn: survey.titleEn,
  answerDays: survey.answerDays,
  questions: survey.questions,
  publishedAt: survey.publishedAt,
});

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
