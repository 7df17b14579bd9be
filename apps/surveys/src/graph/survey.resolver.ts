import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Outcome } from '@charter/contracts';
import { Public, hasRole, isUuid, notFound, userErrors } from '@charter/service';
import type { SurveyService } from '../survey.service';
import type { SurveysContext } from './context';
import { PublishSurveyInput, SaveSurveyInput } from './survey.input';
import { PublishSurveyPayload, SaveSurveyPayload, SurveyType, toSurveyType } from './survey.type';

@Resolver(() => SurveyType)
export class SurveyResolver {
  constructor(private readonly service: SurveyService) {}

  @Public()
  @Query(() => [SurveyType], {
    description: 'The published questionnaires; for administrators also drafts and older versions.',
  })
  async surveys(@Ctx() { caller }: SurveysContext): Promise<SurveyType[]> {
    return (await this.service.list(hasRole(caller, 'ADMIN'))).map(toSurveyType);
  }

  @Public()
  @Query(() => SurveyType, {
    nullable: true,
    description: 'One version of a questionnaire; null when there is none. Drafts are for administrators.',
  })
  survey(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: SurveysContext,
  ): Promise<SurveyType | null> {
    return resolveSurvey({ id }, context);
  }

  @Authorized('ADMIN')
  @Mutation(() => SaveSurveyPayload, {
    description: 'Writes the draft of a questionnaire: a new version, or the draft that is open.',
  })
  async saveSurvey(
    @Arg('input', () => SaveSurveyInput, { description: 'The questionnaire.' }) input: SaveSurveyInput,
    @Ctx() context: SurveysContext,
  ): Promise<SaveSurveyPayload> {
    return answer(await this.service.save(plain(input)), context);
  }

  @Authorized('ADMIN')
  @Mutation(() => PublishSurveyPayload, {
    description: 'Publishes a draft: it never changes from then on, and new invitations ask it.',
  })
  async publishSurvey(
    @Arg('input', () => PublishSurveyInput, { description: 'Which draft.' }) { surveyId, code }: PublishSurveyInput,
    @Ctx() context: SurveysContext,
  ): Promise<PublishSurveyPayload> {
    const id =
      surveyId ??
      (await this.service.list(true)).find((survey) => survey.code === code && survey.status === 'DRAFT')?.id;
    const published = id && isUuid(id) ? await this.service.publish(id) : undefined;
    if (!published) throw notFound(context.caller.language);
    return answer(published, context);
  }
}

/** Input objects as plain ones: what is stored has no class. */
const plain = <T extends object>(input: T): T => JSON.parse(JSON.stringify(input)) as T;

async function answer(outcome: Outcome<string>, { caller, surveys }: SurveysContext): Promise<SaveSurveyPayload> {
  if (!outcome.ok) return { survey: null, errors: userErrors(outcome.refusals, caller.language) };
  return { survey: toSurveyType((await surveys.clear(outcome.value).load(outcome.value))!), errors: [] };
}

/** A questionnaire by its id; drafts are for administrators. */
export async function resolveSurvey(
  { id }: { id: string },
  { caller, surveys }: SurveysContext,
): Promise<SurveyType | null> {
  const found = isUuid(id) ? await surveys.load(id) : undefined;
  return found && (found.status !== 'DRAFT' || hasRole(caller, 'ADMIN')) ? toSurveyType(found) : null;
}
