import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PeriodInput, checkPeriod } from '@charter/service';
import type { SurveysContext } from './context';
import { StandardSatisfactionType } from './standard-satisfaction.type';
import { StandardType } from './stubs.type';
import { SurveyType, toSurveyType } from './survey.type';

/** What this service adds to standards. */
@Resolver(() => StandardType)
export class StandardResolver {
  @FieldResolver(() => [StandardSatisfactionType], {
    nullable: true,
    description:
      'How surveys found it: the yearly ones that closed in the period, as was published, the oldest first; then the standing one, of what was told in the period, each version for itself. Of each method one. Public.',
  })
  async satisfaction(
    @Root() { code }: StandardType,
    @Arg('period', () => PeriodInput, { description: 'The days, both included.' }) period: PeriodInput,
    @Ctx() { standardScores, standingScores }: SurveysContext,
  ): Promise<StandardSatisfactionType[]> {
    checkPeriod(period);
    const asked = { code, from: period.from, to: period.to };
    const [yearly, standing] = await Promise.all([standardScores.load(asked), standingScores.load(asked)]);
    return [
      ...yearly.map((score) => ({ source: 'YEARLY_SURVEY' as const, ...score })),
      ...standing.map((score) => ({
        ...{ source: 'STANDING_SURVEY' as const, ...score, closedAt: null, publicationId: null },
      })),
    ];
  }
}

@Resolver(() => StandardSatisfactionType)
export class StandardSatisfactionResolver {
  @FieldResolver(() => SurveyType, { description: 'The version of the questionnaire that was answered.' })
  async survey(
    @Root() { surveyId }: StandardSatisfactionType,
    @Ctx() { surveys }: SurveysContext,
  ): Promise<SurveyType> {
    return toSurveyType((await surveys.load(surveyId))!);
  }
}
