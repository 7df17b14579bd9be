import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '@charter/service';
import type { Condition, Operator, Test } from '../domain/questionnaires/condition';
import type { Option, Question, QuestionKind, Quota, Section } from '../domain/questionnaires/question';
import type { Audience, Draft } from '../domain/questionnaires/questionnaire';
import { AudienceEnum, MatchEnum, OperatorEnum, QuestionKindEnum } from './enums';

type Given<T> = { [K in keyof T]: T[K] | null };

@InputType('SurveyTestInput', { description: 'A test of one earlier answer.' })
export class TestInput implements Given<Test> {
  @Field(() => String, { description: 'The earlier question, by code.' })
  question: string;

  @Field(() => OperatorEnum, { description: 'What is asked of its answer.' })
  operator: Operator;

  @Field(() => [String], { nullable: true, description: 'For ONE_OF and NONE_OF: options of the question, by code.' })
  options: string[];

  @Field(() => Float, { nullable: true, description: 'For AT_LEAST and AT_MOST; it counts itself.' })
  value: number;
}

@InputType('SurveyConditionInput', { description: 'Who is meant, by earlier answers.' })
export class ConditionInput implements Given<Condition> {
  @Field(() => MatchEnum, { defaultValue: 'ALL', description: 'How many of the tests have to pass.' })
  match: Condition['match'];

  @Field(() => [TestInput], { description: 'The tests, 1 to 10.' })
  tests: TestInput[];
}

@InputType('RowInput', { description: 'A row of a MATRIX.' })
export class RowInput {
  @Field(() => String, { description: 'Its code: small letters, digits, underscores.' })
  code: string;

  @Field(() => String, { description: 'Its text in Korean.' })
  textKo: string;

  @Field(() => String, { defaultValue: '', description: 'Its text in English; needed when it is published.' })
  textEn: string;
}

@InputType({ description: 'An option to choose.' })
export class OptionInput extends RowInput implements Given<Option> {
  @Field(() => Float, { nullable: true, description: 'What choosing it counts, where a score is made of it.' })
  points: number;
}

@InputType('SectionInput', { description: 'A part of a questionnaire.' })
export class SectionInput implements Given<Section> {
  @Field(() => String, { description: 'Its code: small letters, digits, underscores.' })
  code: string;

  @Field(() => String, { description: 'Its title in Korean.' })
  titleKo: string;

  @Field(() => String, { defaultValue: '', description: 'Its title in English; needed when it is published.' })
  titleEn: string;

  @Field(() => ConditionInput, { nullable: true, description: 'Who is asked its questions; everybody without it.' })
  showIf: ConditionInput;
}

@InputType('QuotaInput', { description: 'How many answers are taken (할당).' })
export class QuotaInput implements Given<Quota> {
  @Field(() => String, { description: 'Its code: small letters, digits, underscores.' })
  code: string;

  @Field(() => Int, { description: 'How many at most.' })
  limit: number;

  @Field(() => ConditionInput, { nullable: true, description: 'Of which answers; of all without it.' })
  when: ConditionInput;
}

@InputType({ description: 'A question of a questionnaire.' })
export class QuestionInput implements Given<Question> {
  @Field(() => String, { description: 'Its code: small letters, digits, underscores.' })
  code: string;

  @Field(() => QuestionKindEnum, { description: 'How it is answered.' })
  kind: QuestionKind;

  @Field(() => String, { description: 'Its text in Korean.' })
  textKo: string;

  @Field(() => String, { defaultValue: '', description: 'Its text in English; needed when it is published.' })
  textEn: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it must be answered.' })
  required: boolean;

  @Field(() => [OptionInput], {
    defaultValue: [],
    description:
      'What there is to choose from, at least two: of SINGLE, MULTIPLE, RANKING, and the columns of a MATRIX.',
  })
  options: OptionInput[];

  @Field(() => [RowInput], { nullable: true, description: 'The rows of a MATRIX.' })
  rows: RowInput[];

  @Field(() => Float, { nullable: true, description: 'The smallest NUMBER, or the fewest options to choose.' })
  min: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The greatest NUMBER, the most options to choose, or the longest TEXT in characters.',
  })
  max: number;

  @Field(() => Int, { nullable: true, description: 'How many decimals a NUMBER may have; none without it.' })
  decimals: number;

  @Field(() => String, { nullable: true, description: 'The section that it stands in, by code.' })
  section: string;

  @Field(() => ConditionInput, {
    nullable: true,
    description: 'Who is asked it, by earlier answers; everybody without it.',
  })
  showIf: ConditionInput;

  @Field(() => String, { nullable: true, description: 'The charter’s standard that it measures, by code.' })
  standard: string;
}

@InputType()
abstract class SurveyHeadInput {
  @Field(() => String, { description: 'Its code: capitals, digits, underscores.' })
  code: string;

  @Field(() => AudienceEnum, { defaultValue: 'PETITIONER', description: 'Whom it asks.' })
  audience: Audience;

  @Field(() => Int, { description: 'How many days an invitation can be answered, 1 to 90.' })
  answerDays: number;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether each person answers once. Who is invited does in any case; EVERYONE has to sign in for it.',
  })
  oncePerPerson: boolean;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether the token of an invitation is enough to answer, without signing in.',
  })
  byToken: boolean;
}

@InputType({ description: 'The draft of a questionnaire.' })
export class SaveSurveyInput extends SurveyHeadInput implements Draft {
  @Field(() => String, { description: 'Its title in Korean.' })
  titleKo: string;

  @Field(() => String, { defaultValue: '', description: 'Its title in English; needed when it is published.' })
  titleEn: string;

  @Field(() => [SectionInput], { defaultValue: [], description: 'Its sections in order, at most 20.' })
  sections: SectionInput[];

  @Field(() => [QuestionInput], { description: 'Its questions in order, 1 to 50.' })
  questions: QuestionInput[];

  @Field(() => [QuotaInput], { defaultValue: [], description: 'How many answers are taken; without limit when empty.' })
  quotas: QuotaInput[];
}

@InputType({ description: 'A questionnaire that was designed in SurveyJS, as the draft of a code.' })
export class ImportSurveyInput extends SurveyHeadInput {
  @Field(() => String, { description: 'The questionnaire as JSON in SurveyJS’s format.' })
  surveyJs: string;
}

@InputType({ description: 'A published survey to close.' })
export class CloseSurveyInput {
  @Field(() => ID, { description: 'Its id.' })
  surveyId: string;
}

@InputType({ description: 'A draft to publish: by id, or by code the draft that is open.' })
export class PublishSurveyInput {
  @Field(() => ID, { nullable: true, description: 'Its id.' })
  surveyId?: string | null;

  @Field(() => String, { nullable: true, description: 'Its code.' })
  code?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'From when on nothing is taken any more, to the second; until it is closed without it.',
  })
  closesAt?: Date | null;
}
