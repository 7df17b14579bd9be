import { Field, Float, Int, ObjectType } from 'type-graphql';
import { PublicFor } from '@charter/service';
import type { PublicScores } from '../domain/satisfaction';
import { MethodEnum } from './enums';

@PublicFor(30)
@ObjectType('Satisfaction', {
  description: 'How satisfied the citizens were whom a department served in a period (만족도).',
})
export class SatisfactionType implements PublicScores {
  @Field(() => Int, {
    description:
      'How many answers on a five-point scale it rests on. Answers are told five and more together: each counts on the day on which the fifth has come.',
  })
  n: number;

  @Field(() => Boolean, { description: 'Whether the scores are withheld, because fewer than 5 answers are told.' })
  suppressed: boolean;

  @Field(() => Float, { nullable: true, description: 'Mean of the five-point answers, 1 to 5; null when suppressed.' })
  mean: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The 100-point score: (mean − 1) ÷ 4 × 100; null when suppressed.',
  })
  score: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Answers told in the period ÷ invitations sent in it; null when suppressed or none was sent. Some answer an invitation from before the period: in a short one it can pass 1.',
  })
  responseRate: number | null;

  @Field(() => MethodEnum, {
    description: 'How it was measured: a score is compared only with scores of the same method.',
  })
  method: keyof typeof MethodEnum;

  @Field(() => Int, { description: 'The version of the method.' })
  methodVersion: number;

  surveyIds: readonly string[];
}
