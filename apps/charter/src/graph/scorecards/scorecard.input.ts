import { Field, ID, InputType, Int } from 'type-graphql';
import type { ScorecardPart } from '../../domain/scorecards/period';
import { ScorecardPartEnum } from './enums';

@InputType({ description: 'Which period’s record is published.' })
export class PublishScorecardInput {
  @Field(() => Int, { description: 'The year.' })
  year: number;

  @Field(() => ScorecardPartEnum, { defaultValue: 'YEAR', description: 'Which part of the year.' })
  part: ScorecardPart;

  @Field(() => ID, {
    nullable: true,
    description:
      'The newest scorecard of the same period, where there is one: this one corrects it or, once the period is over, completes it. Both stay readable.',
  })
  replaces?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it takes the place of another; needed with `replaces`.' })
  reason?: string | null;

  @Field(() => ID, { nullable: true, description: 'The same key and input publishes once.' })
  idempotencyKey?: string | null;
}
