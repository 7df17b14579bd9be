import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Condition, Operator } from '../domain/questionnaires/condition';
import type { Question, QuestionKind, Quota, Section } from '../domain/questionnaires/question';
import { MatchEnum, OperatorEnum, QuestionKindEnum } from './enums';

@ObjectType('SurveyTest', { description: 'A test of one earlier answer.' })
class TestType {
  @Field(() => String, { description: 'The earlier question, by code.' })
  question: string;

  @Field(() => OperatorEnum, { description: 'What is asked of its answer.' })
  operator: Operator;

  @Field(() => [String], { nullable: true, description: 'For ONE_OF and NONE_OF: options of the question, by code.' })
  options: string[] | null;

  @Field(() => Float, { nullable: true, description: 'For AT_LEAST and AT_MOST; it counts itself.' })
  value: number | null;
}

@ObjectType('SurveyCondition', { description: 'Who is meant, by earlier answers.' })
class ConditionType {
  @Field(() => MatchEnum, { description: 'How many of the tests have to pass.' })
  match: Condition['match'];

  @Field(() => [TestType], { description: 'The tests.' })
  tests: TestType[];
}

@ObjectType('QuestionRow', { description: 'A row of a MATRIX.' })
class RowType {
  @Field(() => String, { description: 'Its code, to answer with.' })
  code: string;

  @Field(() => String, { description: 'Its text in Korean.' })
  textKo: string;

  @Field(() => String, { description: 'Its text in English.' })
  textEn: string;
}

@ObjectType('QuestionOption', { description: 'An option to choose.' })
class OptionType {
  @Field(() => String, { description: 'Its code, to answer with.' })
  code: string;

  @Field(() => String, { description: 'Its text in Korean.' })
  textKo: string;

  @Field(() => String, { description: 'Its text in English.' })
  textEn: string;

  @Field(() => Float, { nullable: true, description: 'What choosing it counts, where a score is made of it.' })
  points: number | null;
}

@ObjectType('SurveySection', { description: 'A part of a questionnaire.' })
export class SectionType {
  @Field(() => String, { description: 'Its code.' })
  code: string;

  @Field(() => String, { description: 'Its title in Korean.' })
  titleKo: string;

  @Field(() => String, { description: 'Its title in English.' })
  titleEn: string;

  @Field(() => ConditionType, { nullable: true, description: 'Who is asked its questions; null: everybody.' })
  showIf: ConditionType | null;
}

@ObjectType('SurveyQuota', { description: 'How many answers are taken (할당).' })
export class QuotaType {
  @Field(() => String, { description: 'Its code.' })
  code: string;

  @Field(() => Int, { description: 'How many at most.' })
  limit: number;

  @Field(() => ConditionType, { nullable: true, description: 'Of which answers; null: of all.' })
  when: ConditionType | null;

  surveyId: string;
}

@ObjectType('Question', { description: 'A question of a questionnaire.' })
export class QuestionType {
  @Field(() => String, { description: 'Its code, to answer with.' })
  code: string;

  @Field(() => QuestionKindEnum, { description: 'How it is answered.' })
  kind: QuestionKind;

  @Field(() => String, { description: 'Its text in Korean.' })
  textKo: string;

  @Field(() => String, { description: 'Its text in English.' })
  textEn: string;

  @Field(() => Boolean, { description: 'Whether it must be answered, where it is asked.' })
  required: boolean;

  @Field(() => [OptionType], { description: 'What there is to choose from; of a MATRIX its columns.' })
  options: OptionType[];

  @Field(() => [RowType], { description: 'The rows of a MATRIX.' })
  rows: RowType[];

  @Field(() => Float, { nullable: true, description: 'The smallest NUMBER, or the fewest options to choose.' })
  min: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The greatest NUMBER, the most options to choose, or the longest TEXT in characters.',
  })
  max: number | null;

  @Field(() => Int, { nullable: true, description: 'How many decimals a NUMBER may have; null: none.' })
  decimals: number | null;

  @Field(() => String, { nullable: true, description: 'The section that it stands in, by code.' })
  section: string | null;

  @Field(() => ConditionType, { nullable: true, description: 'Who is asked it, by earlier answers; null: everybody.' })
  showIf: ConditionType | null;

  @Field(() => String, { nullable: true, description: 'The charter’s standard that it measures, by code.' })
  standard: string | null;
}

const toConditionType = (given: Condition | undefined): ConditionType | null =>
  given
    ? {
        match: given.match,
        tests: given.tests.map(({ question, operator, options, value }) => ({
          ...{ question, operator, options: options ?? null, value: value ?? null },
        })),
      }
    : null;

export const toSectionType = ({ code, titleKo, titleEn, showIf }: Section): SectionType => ({
  ...{ code, titleKo, titleEn, showIf: toConditionType(showIf) },
});

export const toQuotaType =
  (surveyId: string) =>
  ({ code, limit, when }: Quota): QuotaType => ({ code, limit, when: toConditionType(when), surveyId });

export const toQuestionType = (question: Question): QuestionType => ({
  code: question.code,
  kind: question.kind,
  textKo: question.textKo,
  textEn: question.textEn,
  required: question.required,
  options: question.options.map(({ code, textKo, textEn, points }) => ({
    code,
    textKo,
    textEn,
    points: points ?? null,
  })),
  rows: (question.rows ?? []).map(({ code, textKo, textEn }) => ({ code, textKo, textEn })),
  min: question.min ?? null,
  max: question.max ?? null,
  decimals: question.decimals ?? null,
  section: question.section ?? null,
  showIf: toConditionType(question.showIf),
  standard: question.standard ?? null,
});
