import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Person, Public, badInput, isUuid, notFound, userErrors } from '@charter/service';
import { csvOf } from '../domain/results/export';
import { questionChart } from '../domain/results/question-chart';
import type { GroupResult } from '../domain/results/results';
import { scoreTrend } from '../domain/results/score-trend';
import type { ResultsRequest, ResultsService } from '../results.service';
import type { SurveysContext } from './context';
import { GroupsArgs, PublishResultsInput, ResultsArgs } from './results.input';
import { GroupResultType } from './estimate.type';
import {
  PublicationType,
  PublishResultsPayload,
  ScorePointType,
  toPublicationType,
  toScorePointType,
} from './publication.type';
import { ChartType, QuestionResultType, ResultsType, toResultsType } from './results.type';
import { SurveyType } from './survey.type';

const requestOf = ({
  surveyId,
  period,
  population,
  weighting,
  crossTables,
}: ResultsArgs | PublishResultsInput): ResultsRequest => ({
  ...{ surveyId, period: period ?? null, population: population ?? null, weighting: weighting ?? null, crossTables },
});

@Resolver(() => SurveyType)
export class SurveyResultsResolver {
  constructor(private readonly service: ResultsService) {}

  @Authorized('MANAGER', 'AUDITOR', 'ADMIN')
  @Query(() => ResultsType, {
    nullable: true,
    description:
      'What was answered to a questionnaire, before it is published; for managers, auditors and administrators.',
  })
  async surveyResults(
    @Args(() => ResultsArgs) args: ResultsArgs,
    @Ctx() { caller }: SurveysContext,
  ): Promise<ResultsType> {
    const found = isUuid(args.surveyId) ? await this.service.results(requestOf(args)) : undefined;
    if (!found) throw notFound(caller.language);
    if (!found.ok) throw badInput(found.refusals.map(({ message }) => message[caller.language]).join(' '));
    return toResultsType(found.value);
  }

  @Public()
  @Query(() => PublicationType, {
    nullable: true,
    description: 'Results that were published; null when there are none such.',
  })
  async publishedResults(
    @Arg('id', () => ID, { description: 'The id of the publication.' }) id: string,
    @Ctx() { publications }: SurveysContext,
  ): Promise<PublicationType | null> {
    const found = isUuid(id) ? await publications.load(id) : undefined;
    return found ? toPublicationType(found) : null;
  }

  @Authorized('ADMIN')
  @Mutation(() => PublishResultsPayload, {
    description:
      'Publishes results for everybody, for good. Those of the same months are published once; a correction names the publication that it corrects, and why.',
  })
  async publishResults(
    @Arg('input', () => PublishResultsInput, { description: 'Which results.' }) input: PublishResultsInput,
    @Ctx() { caller, publications, publicationsOf, corrections }: SurveysContext,
  ): Promise<PublishResultsPayload> {
    const { surveyId, corrects, reason, idempotencyKey } = input;
    if (![surveyId, corrects].every((id) => !id || isUuid(id))) throw notFound(caller.language);
    const request = { ...requestOf(input), corrects: corrects ?? null, reason: reason ?? null };
    const published = await this.service.publish(request, caller as Person, idempotencyKey ?? null);
    if (!published) throw notFound(caller.language);
    if (!published.ok) return { publication: null, errors: userErrors(published.refusals, caller.language) };
    publicationsOf.clear(surveyId);
    if (corrects) corrections.clear(corrects);
    return {
      publication: toPublicationType((await publications.clear(published.value).load(published.value))!),
      errors: [],
    };
  }

  @FieldResolver(() => [PublicationType], {
    name: 'publishedResults',
    description: 'Its results as they were published, newest first, corrected ones included. Public.',
  })
  async publicationsOf(
    @Root() { id }: SurveyType,
    @Ctx() { publicationsOf }: SurveysContext,
  ): Promise<PublicationType[]> {
    return (await publicationsOf.load(id)).map(toPublicationType);
  }

  @FieldResolver(() => [ScorePointType], {
    description:
      'The score of a scale over the years: in all that was published of all versions, oldest first, without what was corrected. Public.',
  })
  async trend(
    @Root() { code }: SurveyType,
    @Arg('question', () => String, { description: 'The question, by code.' }) question: string,
    @Ctx() { standing }: SurveysContext,
  ): Promise<ScorePointType[]> {
    return scoreTrend(await standing.load(code), question).map(toScorePointType);
  }
}

@Resolver(() => ResultsType)
export class ResultsResolver {
  @FieldResolver(() => [QuestionResultType], {
    description: 'What was answered, question by question, in their order.',
  })
  questions(
    @Root() { questions }: ResultsType,
    @Arg('codes', () => [String], { nullable: true, description: 'Only these questions; all when it is left out.' })
    codes: string[] | null,
  ): QuestionResultType[] {
    return questions.filter(({ question: { code } }) => !codes || codes.includes(code)) as QuestionResultType[];
  }

  @FieldResolver(() => String, {
    description: 'The figures as a sheet, one line each: CSV in UTF-8. What is read back is what was written.',
  })
  csv(@Root() { whole }: ResultsType): string {
    return csvOf(whole);
  }

  @FieldResolver(() => String, { description: 'All of it as JSON. What is read back is what was written.' })
  json(@Root() { whole }: ResultsType): string {
    return JSON.stringify(whole);
  }
}

@Resolver(() => QuestionResultType)
export class QuestionResultResolver {
  @FieldResolver(() => [GroupResultType], {
    description: 'The groups that can be shown: five answers at least, and no way to reckon those of fewer from them.',
  })
  groups(@Root() { groups }: QuestionResultType, @Args(() => GroupsArgs) { dimensions }: GroupsArgs): GroupResult[] {
    return groups.filter(({ dimension }) => !dimensions || dimensions.includes(dimension));
  }

  @FieldResolver(() => ChartType, {
    nullable: true,
    description: 'The total as a picture, in the language of Accept-Language; null where nothing is shown.',
  })
  chart(@Root() result: QuestionResultType, @Ctx() { caller }: SurveysContext): ChartType | null {
    return questionChart(result, caller.language);
  }
}
