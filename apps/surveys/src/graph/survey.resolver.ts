import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Outcome } from '@charter/contracts';
import { type Person, Public, badInput, hasRole, isUuid, notFound, userErrors } from '@charter/service';
import type { SurveyService } from '../survey.service';
import type { SurveysContext } from './context';
import { PublishSurveyInput, SaveSurveyInput } from './survey.input';
import {
  PublishSurveyPayload,
  SaveSurveyPayload,
  SurveyChangeType,
  SurveyType,
  toSurveyChangeType,
  toSurveyType,
} from './survey.type';

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
    return answer(await this.service.save({ ...input }, context.caller as Person), context);
  }

  @Authorized('ADMIN')
  @Mutation(() => PublishSurveyPayload, {
    description:
      'Publishes a draft: it never changes from then on, and new invitations of its audience ask it instead of the one before.',
  })
  async publishSurvey(
    @Arg('input', () => PublishSurveyInput, { description: 'Which draft.' }) { surveyId, code }: PublishSurveyInput,
    @Ctx() context: SurveysContext,
  ): Promise<PublishSurveyPayload> {
    const { caller } = context;
    if (Boolean(surveyId) === Boolean(code)) throw badInput('Give either `surveyId` or `code`.');
    if (surveyId && !isUuid(surveyId)) throw notFound(caller.language);
    const published = await this.service.publish(surveyId ? { id: surveyId } : { code: code! }, caller as Person);
    if (!published) throw notFound(caller.language);
    return answer(published, context);
  }

  @FieldResolver(() => [SurveyChangeType], {
    nullable: true,
    description: 'Its steps, oldest first; for administrators and auditors.',
  })
  async history(
    @Root() { id }: SurveyType,
    @Ctx() { caller, history }: SurveysContext,
  ): Promise<SurveyChangeType[] | null> {
    return hasRole(caller, 'ADMIN', 'AUDITOR') ? (await history.load(id)).map(toSurveyChangeType) : null;
  }
}

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
