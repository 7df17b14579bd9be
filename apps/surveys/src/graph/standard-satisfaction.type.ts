import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, PublicWithin } from '@charter/service';

export const SatisfactionSourceEnum = {
  YEARLY_SURVEY: 'YEARLY_SURVEY',
  STANDING_SURVEY: 'STANDING_SURVEY',
} as const;
registerEnumType(SatisfactionSourceEnum, {
  name: 'SatisfactionSource',
  description: 'Which survey found it. Scores of different sources are never put together.',
  valuesConfig: {
    YEARLY_SURVEY: { description: 'A yearly survey (고객만족도 조사): of a sample, as it was published for good.' },
    STANDING_SURVEY: { description: 'The survey after each answered complaint: of all who answered, as of now.' },
  },
});

@PublicWithin()
@ObjectType('StandardSatisfaction', { description: 'How a survey found a standard of the charter.' })
export class StandardSatisfactionType {
  @Field(() => SatisfactionSourceEnum, { description: 'Which survey found it.' })
  source: keyof typeof SatisfactionSourceEnum;

  @Field(() => Float, { description: 'The score, of 100 points.' })
  score: number;

  @Field(() => String, { description: 'How it was measured: scores of different methods are not compared.' })
  method: string;

  @Field(() => Int, { description: 'The version of the method.' })
  methodVersion: number;

  @Field(() => Int, { description: 'How many answers it rests on.' })
  n: number;

  @Field(() => DateTime, { nullable: true, description: 'When the yearly survey closed; null of the standing one.' })
  closedAt: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The publication of the yearly survey’s results; null of the standing one.',
  })
  publicationId: string | null;

  surveyId: string;
}
