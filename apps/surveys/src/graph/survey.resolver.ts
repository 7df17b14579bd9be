import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Outcome } from '@charter/contracts';
import { type Clock, type Person, Public, badInput, hasRole, isUuid, notFound, userErrors } from '@charter/service';
import type { SurveyService } from '../survey.service';
import type { SurveysContext } from './context';
import { toSurveyJs } from '../domain/surveyjs/export';
import type { SurveyStatus } from '../store/survey.entity';
import { SurveyStatusEnum } from './enums';
import { QuotaType } from './question.type';
import { CloseSurveyInput, ImportSurveyInput, PublishSurveyInput, SaveSurveyInput } from './survey.input';
import { ImportSurveyPayload, SurveyJsType, toUnfitType } from './survey-js.type';
import {
  CloseSurveyPayload,
  PublishSurveyPayload,
  SaveSurveyPayload,
  SurveyChangeType,
  SurveyType,
  toSurveyChangeType,
  toSurveyType,
} from './survey.type';

@Resolver(() => SurveyType)
export class SurveyResolver {
  constructor(
    private readonly service: SurveyService,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Query(() => [SurveyType], {
    description:
      'The published questionnaires, and those that are closed or replaced of which results are published; for administrators also drafts and older versions.',
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
    @Arg('input', () => PublishSurveyInput, { description: 'Which draft.' })
    { surveyId, code, closesAt }: PublishSurveyInput,
    @Ctx() context: SurveysContext,
  ): Promise<PublishSurveyPayload> {
    const { caller } = context;
    if (Boolean(surveyId) === Boolean(code)) throw badInput('Give either `surveyId` or `code`.');
    if (surveyId && !isUuid(surveyId)) throw notFound(caller.language);
    const draft = surveyId ? { id: surveyId } : { code: code! };
    const published = await this.service.publish(draft, closesAt ?? null, caller as Person);
    if (!published) throw notFound(caller.language);
    return answer(published, context);
  }

  @Authorized('ADMIN')
  @Mutation(() => CloseSurveyPayload, {
    description: 'Closes a published survey, for good. Who is answering at this moment is waited for.',
  })
  async closeSurvey(
    @Arg('input', () => CloseSurveyInput, { description: 'Which survey.' }) { surveyId }: CloseSurveyInput,
    @Ctx() context: SurveysContext,
  ): Promise<CloseSurveyPayload> {
    const { caller } = context;
    const closed = isUuid(surveyId) ? await this.service.close(surveyId, caller as Person) : undefined;
    if (!closed) throw notFound(caller.language);
    return answer(closed, context);
  }

  @Authorized('ADMIN')
  @Mutation(() => ImportSurveyPayload, {
    description: 'Writes a draft from a questionnaire that was designed in SurveyJS, and reports what did not fit.',
  })
  async importSurvey(
    @Arg('input', () => ImportSurveyInput, { description: 'The questionnaire.' })
    { surveyJs, ...head }: ImportSurveyInput,
    @Ctx() context: SurveysContext,
  ): Promise<ImportSurveyPayload> {
    const { caller } = context;
    const imported = await this.service.import(head, surveyJs, caller as Person);
    if (!imported.ok) return { ...(await answer(imported, context)), unfit: [] };
    const { id, unfit } = imported.value;
    return { ...(await answer({ ok: true, value: id }, context)), unfit: unfit.map(toUnfitType(caller.language)) };
  }

  @FieldResolver(() => SurveyJsType, {
    description: 'The questionnaire in SurveyJS’s format, with what of it that format has no place for.',
  })
  async surveyJs(@Root() { id }: SurveyType, @Ctx() { caller, surveys }: SurveysContext): Promise<SurveyJsType> {
    const { survey, unfit } = toSurveyJs((await surveys.load(id))!);
    return { json: JSON.stringify(survey), unfit: unfit.map(toUnfitType(caller.language)) };
  }

  @FieldResolver(() => SurveyStatusEnum, { description: 'How far it is.' })
  status(@Root() { status, closesAt }: SurveyType): SurveyStatus {
    return status !== 'DRAFT' && closesAt && closesAt <= this.clock.now() ? 'CLOSED' : status;
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

@Resolver(() => QuotaType)
export class QuotaResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many answers it has taken; for administrators and auditors, null before publication.',
  })
  async taken(
    @Root() { surveyId, code }: QuotaType,
    @Ctx() { caller, quotas }: SurveysContext,
  ): Promise<number | null> {
    return hasRole(caller, 'ADMIN', 'AUDITOR') ? ((await quotas.load(surveyId)).get(code) ?? null) : null;
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
