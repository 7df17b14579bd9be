import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PeriodInput } from '@charter/service';
import type { Weighting } from '../domain/results/weighting';
import { ResultDimensionEnum, WeightingDimensionEnum } from './results.enums';
import type { GroupResult } from '../domain/results/results';

@InputType('SurveyWeightingGroupInput', { description: 'How many people a group stands for.' })
class WeightingGroupInput {
  @Field(() => String, { description: 'The group, by code.' })
  group: string;

  @Field(() => Int, { description: 'How many people, one or more.' })
  size: number;
}

@InputType('SurveyWeightingInput', {
  description: 'By what answers are weighted, so that totals are as the population.',
})
export class WeightingInput implements Weighting {
  @Field(() => WeightingDimensionEnum, { description: 'By what groups.' })
  dimension: Weighting['dimension'];

  @Field(() => [WeightingGroupInput], { description: 'The population, group by group.' })
  population: WeightingGroupInput[];
}

@InputType('SurveyCrossingInput', { description: 'Two questions whose answers are set against each other (교차표).' })
class CrossingInput {
  @Field(() => String, { description: 'The question whose answers are the rows, by code: SINGLE, SCALE_5 or SCALE_7.' })
  rows: string;

  @Field(() => String, {
    description: 'The question whose answers are the columns, by code: SINGLE, SCALE_5 or SCALE_7.',
  })
  columns: string;
}

@ArgsType()
export class ResultsArgs {
  @Field(() => ID, { description: 'The version of the questionnaire.' })
  surveyId: string;

  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'Whole months that are over, of a survey that is asked all the time; left out for any other, which has closed.',
  })
  period?: PeriodInput | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many people the answers stand for, if few enough to matter. Left out, of a sample those whom it was drawn of.',
  })
  population?: number | null;

  @Field(() => WeightingInput, {
    nullable: true,
    description: 'By what the totals are weighted besides. Left out, of a sample by department, as it was drawn.',
  })
  weighting?: WeightingInput | null;

  @Field(() => [CrossingInput], { defaultValue: [], description: 'Cross tables besides, at most five.' })
  crossTables: CrossingInput[];
}

@InputType({ description: 'Which results to publish.' })
export class PublishResultsInput {
  @Field(() => ID, { description: 'The version of the questionnaire.' })
  surveyId: string;

  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'Whole months that are over, of a survey that is asked all the time; left out for any other, which has closed.',
  })
  period?: PeriodInput | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many people the answers stand for, if few enough to matter. Left out, of a sample those whom it was drawn of.',
  })
  population?: number | null;

  @Field(() => WeightingInput, {
    nullable: true,
    description: 'By what the totals are weighted besides. Left out, of a sample by department, as it was drawn.',
  })
  weighting?: WeightingInput | null;

  @Field(() => [CrossingInput], { defaultValue: [], description: 'Cross tables besides, at most five.' })
  crossTables: CrossingInput[];

  @Field(() => ID, { nullable: true, description: 'The publication that this one corrects.' })
  corrects?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it corrects, for everybody to read; 1 to 500 characters.' })
  reason?: string | null;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the first result again.' })
  idempotencyKey?: string | null;
}

@ArgsType()
export class GroupsArgs {
  @Field(() => [ResultDimensionEnum], {
    nullable: true,
    description: 'Only groups of these dimensions; all when it is left out.',
  })
  dimensions?: GroupResult['dimension'][] | null;
}
