import { Field, Float, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '@charter/service';
import type { Question } from '../domain/questionnaires/question';
import { daysOf } from '../domain/results/months';
import type { AskedQuestion, GroupResult, QuestionResult, Results } from '../domain/results/results';
import type { CrossTable } from '../domain/results/crossing';
import type { Association } from '../domain/statistics/cross-table';
import type { Weighting } from '../domain/results/weighting';
import { QuestionKindEnum } from './enums';
import { GroupResultType, GroupSizeType } from './estimate.type';
import { WeightingDimensionEnum } from './results.enums';

@ObjectType('SurveyChartRow', { description: 'A bar of a chart in words.' })
class ChartRowType {
  @Field(() => String, { description: 'What it stands for.' })
  label: string;

  @Field(() => String, { description: 'What it says.' })
  text: string;
}

@ObjectType('SurveyChart', { description: 'The answers to a question as a picture, and the same in words.' })
export class ChartType {
  @Field(() => String, {
    description:
      'An SVG that loads and runs nothing, with role, title and description for screen readers. Put it into the page as it is.',
  })
  svg: string;

  @Field(() => String, { description: 'The same as text: what is measured, then a line for each bar.' })
  description: string;

  @Field(() => [ChartRowType], { description: 'The same as a table.' })
  rows: readonly ChartRowType[];
}

@ObjectType('SurveyResultOption', { description: 'An option, row or column of a question, as it was asked.' })
class ResultOptionType {
  @Field(() => String, { description: 'Its code.' })
  code: string;

  @Field(() => String, { description: 'In Korean.' })
  textKo: string;

  @Field(() => String, { description: 'In English.' })
  textEn: string;
}

@ObjectType('SurveyResultQuestion', { description: 'A question as it was asked.' })
class ResultQuestionType {
  @Field(() => String, { description: 'Its code.' })
  code: string;

  @Field(() => QuestionKindEnum, { description: 'How it was answered.' })
  kind: Question['kind'];

  @Field(() => String, { description: 'In Korean.' })
  textKo: string;

  @Field(() => String, { description: 'In English.' })
  textEn: string;

  @Field(() => [ResultOptionType], { description: 'Its options; of a MATRIX the columns.' })
  options: AskedQuestion['options'];

  @Field(() => [ResultOptionType], { nullable: true, description: 'The rows of a MATRIX.' })
  rows?: AskedQuestion['rows'];
}

@ObjectType('SurveyQuestionResult', { description: 'What was answered to a question.' })
export class QuestionResultType implements QuestionResult {
  @Field(() => ResultQuestionType, { description: 'The question.' })
  question: AskedQuestion;

  @Field(() => Boolean, {
    description: 'Fewer than five answered, or showing it would tell of fewer than five; then there are no groups.',
  })
  suppressed: boolean;

  groups: readonly GroupResult[];
}

@ObjectType('SurveyAssociation', { description: 'Whether two questions have to do with each other.' })
class AssociationType implements Association {
  @Field(() => Int, { description: 'How many answered both.' })
  n: number;

  @Field(() => Float, { description: 'Pearson’s chi-square (카이제곱), without correction.' })
  chiSquare: number;

  @Field(() => Int, { description: 'Its degrees of freedom.' })
  degreesOfFreedom: number;

  @Field(() => Float, { description: 'How probable such a table is where they have nothing to do with each other.' })
  pValue: number;

  @Field(() => Float, { description: 'Cramér’s V: from 0, nothing, to 1, one answer tells the other.' })
  cramersV: number;

  @Field(() => Boolean, { description: 'Whether enough is expected in each cell for chi-square to hold.' })
  reliable: boolean;
}

@ObjectType('SurveyCrossTable', { description: 'How those who answered one question so answered the other (교차표).' })
class CrossTableType {
  @Field(() => ResultQuestionType, { description: 'The question whose answers are the rows.' })
  rows: AskedQuestion;

  @Field(() => ResultQuestionType, { description: 'The question whose answers are the columns.' })
  columns: AskedQuestion;

  @Field(() => Boolean, { description: 'Nothing can be shown without telling of fewer than five.' })
  suppressed: boolean;

  @Field(() => [GroupResultType], {
    description:
      'The shares of the columns’ answers in each row. Answers that fewer than five gave stand together under OTHER.',
  })
  groups: CrossTable['groups'];

  @Field(() => AssociationType, { nullable: true, description: 'Whether they have to do with each other.' })
  association: CrossTable['association'];
}

@ObjectType('SurveyWeightingGroup', { description: 'How many people a group stands for.' })
class WeightingGroupType {
  @Field(() => String, { description: 'The group, by code.' })
  group: string;

  @Field(() => Int, { description: 'How many people.' })
  size: number;
}

@ObjectType('SurveyWeighting', { description: 'By what answers were weighted.' })
class WeightingType {
  @Field(() => WeightingDimensionEnum, { description: 'By what groups. Those that are not shown share one weight.' })
  dimension: Weighting['dimension'];

  @Field(() => [WeightingGroupType], { description: 'The population.' })
  population: Weighting['population'];
}

@ObjectType('SurveyResults', {
  description: 'What was answered to a questionnaire in months that are over (설문 결과).',
})
export class ResultsType {
  @Field(() => LocalDate, { description: 'The first day.' })
  from: string;

  @Field(() => LocalDate, {
    description:
      'The last day, included. A survey that is not asked all the time counts in the month in which it was published.',
  })
  to: string;

  @Field(() => Int, { nullable: true, description: 'How many responded (표본 크기); null of fewer than five.' })
  responses: number | null;

  @Field(() => Int, { nullable: true, description: 'How many were invited; null where nobody was invited by name.' })
  invited: number | null;

  @Field(() => Float, { nullable: true, description: 'Responses over invitations (응답률), from 0 to 1.' })
  responseRate: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The margin of error (표본오차) of a share of one half: 0.031 is ±3.1 percentage points.',
  })
  marginOfError: number | null;

  @Field(() => Float, { description: 'How sure intervals and margin are: 0.95.' })
  confidence: number;

  @Field(() => Int, { description: 'Groups of fewer are not shown, nor what would tell of fewer.' })
  smallestGroup: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many people the answers stand for, where it makes a difference (유한 모집단).',
  })
  population: number | null;

  @Field(() => WeightingType, { nullable: true, description: 'By what the weighted totals are weighted.' })
  weighting: Weighting | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The share of the population whose groups answered, from 0 to 1.',
  })
  coverage: number | null;

  @Field(() => [GroupSizeType], { description: 'How many responded, by group.' })
  responsesByGroup: Results['responsesByGroup'];

  @Field(() => [GroupResultType], { description: 'The sum of points, where options have points.' })
  score: readonly GroupResult[];

  @Field(() => [CrossTableType], { description: 'Questions set against each other, as it was asked for.' })
  crossTables: Results['crossTables'];

  questions: readonly QuestionResult[];
  whole: Results;
}

export const toResultsType = (whole: Results): ResultsType => ({
  ...daysOf(whole.months),
  responses: whole.responses,
  invited: whole.invited,
  responseRate: whole.responseRate,
  marginOfError: whole.marginOfError,
  confidence: whole.confidence,
  smallestGroup: whole.smallestGroup,
  population: whole.population,
  weighting: whole.weighting,
  coverage: whole.coverage,
  responsesByGroup: whole.responsesByGroup,
  score: whole.score,
  crossTables: whole.crossTables,
  questions: whole.questions,
  whole,
});
