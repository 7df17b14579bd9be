import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate, PublicFor, UserError } from '@charter/service';
import type { Estimate } from '../domain/results/estimate';
import { daysOf } from '../domain/results/months';
import type { ScorePoint } from '../domain/results/score-trend';
import type { PublicationHead } from '../store/publication.store';
import { EstimateType } from './estimate.type';

@PublicFor(60)
@ObjectType('SurveyPublication', {
  description:
    'Results as they were published: they never change. A correction is another publication that names this one.',
})
export class PublicationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: 'Its number within the version of the questionnaire, from 1.' })
  number: number;

  @Field(() => DateTime, { description: 'When it was published.' })
  publishedAt: Date;

  @Field(() => String, { nullable: true, description: 'Why it corrects another one.' })
  reason: string | null;

  surveyId: string;
  correctsId: string | null;
}

export const toPublicationType = (head: PublicationHead): PublicationType => ({
  id: head.id,
  number: head.number,
  publishedAt: head.publishedAt,
  reason: head.reason,
  surveyId: head.surveyId,
  correctsId: head.corrects,
});

@ObjectType('SurveyScoreChange', { description: 'How a score differs from the one before, in points of the score.' })
class ScoreChangeType {
  @Field(() => Float, { description: 'The difference.' })
  value: number;

  @Field(() => Float, { description: 'The lower end of its confidence interval.' })
  low: number;

  @Field(() => Float, { description: 'The upper end of its confidence interval.' })
  high: number;
}

@ObjectType('SurveyScorePoint', { description: 'The score of a question in some months.' })
export class ScorePointType {
  @Field(() => LocalDate, { description: 'The first day.' })
  from: string;

  @Field(() => LocalDate, { description: 'The last day, included.' })
  to: string;

  @Field(() => Int, { description: 'The version of the questionnaire.' })
  version: number;

  @Field(() => EstimateType, { description: 'The score.' })
  score: Estimate;

  @Field(() => ScoreChangeType, {
    nullable: true,
    description: 'How it differs from the one before; null for the first, and where it was measured in another way.',
  })
  change: ScorePoint['change'];

  @Field(() => Boolean, {
    description: 'Whether it differs by more than chance explains: the interval is all above or below 0.',
  })
  significant: boolean;

  @Field(() => Boolean, {
    description: 'Whether method, version or wording changed: a line breaks here, and nothing is compared across it.',
  })
  breaks: boolean;
}

export const toScorePointType = ({
  months,
  version,
  score,
  change,
  significant,
  breaks,
}: ScorePoint): ScorePointType => ({
  ...{ ...daysOf(months), version, score, change, significant, breaks },
});

@ObjectType({ description: 'The answer of publishResults.' })
export class PublishResultsPayload {
  @Field(() => PublicationType, { nullable: true, description: 'The publication.' })
  publication: PublicationType | null;

  @Field(() => [UserError], { description: 'Why it was not published; empty when it was.' })
  errors: UserError[];
}
