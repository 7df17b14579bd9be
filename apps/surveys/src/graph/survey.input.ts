import { Field, ID, InputType, Int } from 'type-graphql';
import type { Audience, QuestionKind } from '../domain/questionnaire';
import type { Answer } from '../domain/response';
import { AudienceEnum, QuestionKindEnum } from './enums';

@InputType({ description: 'An option to choose.' })
export class OptionInput {
  @Field(() => String, { description: 'Its code: small letters, digits, underscores.' })
  code: string;

  @Field(() => String, { description: 'Its text in Korean.' })
  textKo: string;

  @Field(() => String, { description: 'Its text in English.' })
  textEn: string;
}

@InputType({ description: 'A question of a questionnaire.' })
export class QuestionInput {
  @Field(() => String, { description: 'Its code: small letters, digits, underscores.' })
  code: string;

  @Field(() => QuestionKindEnum, { description: 'How it is answered.' })
  kind: QuestionKind;

  @Field(() => String, { description: 'Its text in Korean.' })
  textKo: string;

  @Field(() => String, { description: 'Its text in English.' })
  textEn: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it must be answered.' })
  required: boolean;

  @Field(() => [OptionInput], { defaultValue: [], description: 'The options of a SINGLE question, at least two.' })
  options: OptionInput[];
}

@InputType({ description: 'The draft of a questionnaire.' })
export class SaveSurveyInput {
  @Field(() => String, { description: 'Its code: capitals, digits, underscores.' })
  code: string;

  @Field(() => AudienceEnum, { defaultValue: 'PETITIONER', description: 'Whom it asks.' })
  audience: Audience;

  @Field(() => String, { description: 'Its title in Korean.' })
  titleKo: string;

  @Field(() => String, { description: 'Its title in English.' })
  titleEn: string;

  @Field(() => Int, { description: 'How many days an invitation can be answered, 1 to 90.' })
  answerDays: number;

  @Field(() => [QuestionInput], { description: 'Its questions in order, 1 to 50.' })
  questions: QuestionInput[];
}

@InputType({ description: 'A draft to publish: by id, or by code the draft that is open.' })
export class PublishSurveyInput {
  @Field(() => ID, { nullable: true, description: 'Its id.' })
  surveyId?: string | null;

  @Field(() => String, { nullable: true, description: 'Its code.' })
  code?: string | null;
}

@InputType({ description: 'An answer to one question: the field that fits its kind.' })
export class AnswerInput implements Answer {
  @Field(() => String, { description: 'The question, by code.' })
  question: string;

  @Field(() => Int, { nullable: true, description: 'For SCALE_5: 1 to 5.' })
  scale?: number | null;

  @Field(() => String, { nullable: true, description: 'For SINGLE: the option, by code.' })
  choice?: string | null;

  @Field(() => String, { nullable: true, description: 'For TEXT.' })
  text?: string | null;
}

@InputType({ description: 'Answers to an invitation: by its token without signing in, or by the id of one’s own.' })
export class SubmitResponseInput {
  @Field(() => String, { nullable: true, description: 'The token of the invitation.' })
  token?: string | null;

  @Field(() => ID, { nullable: true, description: 'One’s own invitation.' })
  invitationId?: string | null;

  @Field(() => [AnswerInput], { description: 'The answers.' })
  answers: AnswerInput[];

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}
