import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PeriodInput, checkPeriod } from '@charter/service';
import { StandardSatisfactionType } from './campaign.type';
import type { SurveysContext } from './context';
import { StandardType } from './stubs.type';

/** What this service adds to standards. */
@Resolver(() => StandardType)
export class StandardResolver {
  @FieldResolver(() => [StandardSatisfactionType], {
    nullable: true,
    description:
      'How the yearly surveys that closed in the period found it, as was published, the oldest first; of each method one. Public.',
  })
  satisfaction(
    @Root() { code }: StandardType,
    @Arg('period', () => PeriodInput, { description: 'The days, both included.' }) period: PeriodInput,
    @Ctx() { standardScores }: SurveysContext,
  ): Promise<StandardSatisfactionType[]> {
    checkPeriod(period);
    return standardScores.load({ code, ...period });
  }
}
