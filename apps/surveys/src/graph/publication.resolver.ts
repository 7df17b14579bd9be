import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SurveysContext } from './context';
import { PublicationType, toPublicationType } from './publication.type';
import { ResultsType, toResultsType } from './results.type';
import { SurveyType, toSurveyType } from './survey.type';

@Resolver(() => PublicationType)
export class PublicationResolver {
  @FieldResolver(() => SurveyType, { description: 'The version of the questionnaire.' })
  async survey(@Root() { surveyId }: PublicationType, @Ctx() { surveys }: SurveysContext): Promise<SurveyType> {
    return toSurveyType((await surveys.load(surveyId))!);
  }

  @FieldResolver(() => PublicationType, { nullable: true, description: 'The publication that this one corrects.' })
  async corrects(
    @Root() { correctsId }: PublicationType,
    @Ctx() { publications }: SurveysContext,
  ): Promise<PublicationType | null> {
    return correctsId ? toPublicationType((await publications.load(correctsId))!) : null;
  }

  @FieldResolver(() => PublicationType, {
    nullable: true,
    description: 'The publication that corrects this one: read that instead; null where this one stands.',
  })
  async correctedBy(
    @Root() { id }: PublicationType,
    @Ctx() { corrections }: SurveysContext,
  ): Promise<PublicationType | null> {
    const found = await corrections.load(id);
    return found ? toPublicationType(found) : null;
  }

  @FieldResolver(() => ResultsType, { description: 'The results.' })
  async results(@Root() { id }: PublicationType, @Ctx() { results }: SurveysContext): Promise<ResultsType> {
    return toResultsType(await results.load(id));
  }
}
