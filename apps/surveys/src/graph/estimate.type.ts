import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Estimate, Method, Statistic } from '../domain/results/estimate';
import type { GroupResult } from '../domain/results/results';
import { ResultDimensionEnum, ResultMethodEnum, ResultStatisticEnum } from './results.enums';

@ObjectType('SurveyEstimate', { description: 'A figure, with what it is to be read with.' })
export class EstimateType implements Estimate {
  @Field(() => ResultStatisticEnum, { description: 'What it says.' })
  statistic: Statistic;

  @Field(() => ResultMethodEnum, { description: 'How it was computed.' })
  method: Method;

  @Field(() => Int, { description: 'The version of the method, from 1.' })
  methodVersion: number;

  @Field(() => String, { nullable: true, description: 'Of a MATRIX: the row, by code.' })
  row: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Of what: an option or column by code, points, a range of numbers, a word; null for the whole question.',
  })
  item: string | null;

  @Field(() => Int, { description: 'Of how many answers.' })
  n: number;

  @Field(() => Int, { nullable: true, description: 'How many of them, where it is a share.' })
  count: number | null;

  @Field(() => Float, { description: 'The figure, to four decimals.' })
  value: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The lower end of its confidence interval (신뢰구간); null without one.',
  })
  low: number | null;

  @Field(() => Float, { nullable: true, description: 'The upper end of its confidence interval; null without one.' })
  high: number | null;
}

@ObjectType('SurveyGroupResult', { description: 'The figures of a group of answers, five at least.' })
export class GroupResultType implements GroupResult {
  @Field(() => ResultDimensionEnum, { description: 'By what it is told apart.' })
  dimension: GroupResult['dimension'];

  @Field(() => String, { description: 'Which group, by code; empty for a total.' })
  group: string;

  @Field(() => Int, { description: 'How many answered the question.' })
  n: number;

  @Field(() => [EstimateType], { description: 'The figures.' })
  estimates: readonly Estimate[];
}

@ObjectType('SurveyGroupSize', { description: 'How many responded in a group, five at least.' })
export class GroupSizeType {
  @Field(() => ResultDimensionEnum, { description: 'By what it is told apart.' })
  dimension: GroupResult['dimension'];

  @Field(() => String, { description: 'Which group, by code; empty for the total.' })
  group: string;

  @Field(() => Int, { description: 'How many responded.' })
  n: number;
}
