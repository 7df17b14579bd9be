import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Clock, Public, badInput, isUuid, notFound, userErrors } from '@charter/service';
import { maySee } from '../domain/access';
import type { InvitationKey } from '../domain/invitations/invitation-key';
import type { Outcome } from '@charter/contracts';
import type { Entry } from '../admission.service';
import type { DraftService } from '../draft.service';
import type { ResponseService, Taken } from '../response.service';
import { AnswerType, toAnswerType } from './answer.type';
import type { SurveysContext } from './context';
import { InvitationStateEnum } from './enums';
import {
  type InvitationState,
  InvitationType,
  SaveDraftResponsePayload,
  SubmitResponsePayload,
  toInvitationType,
} from './invitation.type';
import { ComplaintType } from './stubs.type';
import { SaveDraftResponseInput, SubmitResponseInput } from './response.input';
import { SurveyType, toSurveyType } from './survey.type';

const MOST_ANSWERS = 100;

@Resolver(() => InvitationType)
export class InvitationResolver {
  constructor(
    private readonly services: { readonly responses: ResponseService; readonly drafts: DraftService },
    private readonly clock: Clock,
    private readonly key: InvitationKey,
  ) {}

  @Public()
  @Query(() => InvitationType, {
    nullable: true,
    description: 'The invitation that a token opens; null when it opens none.',
  })
  async surveyInvitation(
    @Arg('token', () => String, { description: 'The token, from the invitation.' }) token: string,
    @Ctx() { invitations, surveys }: SurveysContext,
  ): Promise<InvitationType | null> {
    const id = this.key.read(token);
    const found = id && (await invitations.load(id));
    if (!found) return null;
    return { ...toInvitationType(found), opened: (await surveys.load(found.surveyId))!.byToken };
  }

  @Public()
  @Mutation(() => SubmitResponsePayload, {
    description:
      'Answers a survey, once where it says so. What is said cannot be traced back to the person or the invitation.',
  })
  async submitResponse(
    @Arg('input', () => SubmitResponseInput, { description: 'The answers.' }) input: SubmitResponseInput,
    @Ctx() context: SurveysContext,
  ): Promise<SubmitResponsePayload> {
    const { answers, idempotencyKey } = input;
    return payload(
      await this.services.responses.submit(entryOf(input, context), answers, idempotencyKey, context.caller),
      context,
    );
  }

  @Public()
  @Mutation(() => SaveDraftResponsePayload, {
    description:
      'Keeps answers that are begun, sealed; each is checked by itself. They are gone when the survey is answered.',
  })
  async saveDraftResponse(
    @Arg('input', () => SaveDraftResponseInput, { description: 'The answers so far.' }) input: SaveDraftResponseInput,
    @Ctx() context: SurveysContext,
  ): Promise<SaveDraftResponsePayload> {
    return payload(await this.services.drafts.save(entryOf(input, context), input.answers, context.caller), context);
  }

  @FieldResolver(() => [AnswerType], {
    nullable: true,
    description: 'What was begun and not sent yet, for whoever may answer; null when nothing was.',
  })
  async draft(@Root() invitation: InvitationType, @Ctx() context: SurveysContext): Promise<AnswerType[] | null> {
    const { id, citizenId, opened } = invitation;
    if (!opened && context.caller.id !== citizenId) return null;
    return (await context.drafts.load(id))?.map(toAnswerType) ?? null;
  }

  @FieldResolver(() => InvitationStateEnum, { description: 'What became of it.' })
  async state(
    @Root() { id, expiresAt }: InvitationType,
    @Ctx() { answered }: SurveysContext,
  ): Promise<InvitationState> {
    if (await answered.load(id)) return 'ANSWERED';
    return expiresAt > this.clock.now() ? 'INVITED' : 'EXPIRED';
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The token to answer without signing in; for the citizen alone, while it is open.',
  })
  async token(@Root() invitation: InvitationType, @Ctx() context: SurveysContext): Promise<string | null> {
    if (context.caller.id !== invitation.citizenId) return null;
    return (await this.state(invitation, context)) === 'INVITED' ? this.key.token(invitation.id) : null;
  }

  @FieldResolver(() => SurveyType, { description: 'The questionnaire.' })
  async survey(@Root() { surveyId }: InvitationType, @Ctx() { surveys }: SurveysContext): Promise<SurveyType> {
    return toSurveyType((await surveys.load(surveyId))!);
  }

  @FieldResolver(() => ComplaintType, {
    nullable: true,
    description: 'The complaint that was answered, for those who may see it.',
  })
  complaint(@Root() { complaintId }: InvitationType): ComplaintType | null {
    return complaintId === null ? null : { id: complaintId };
  }
}

/** Which of the three ways to answer was given. @throws BAD_USER_INPUT for none or two, NOT_FOUND for what is no id */
function entryOf(
  { token, invitationId, surveyId, answers }: SubmitResponseInput | SaveDraftResponseInput,
  { caller }: SurveysContext,
): Entry {
  if ([token, invitationId, surveyId].filter(Boolean).length !== 1)
    throw badInput('Give one of `token`, `invitationId` and `surveyId`.');
  if (answers.length > MOST_ANSWERS) throw badInput(`\`answers\` has at most ${MOST_ANSWERS} entries.`);
  if (token) return { token };
  const id = invitationId ?? surveyId!;
  if (!isUuid(id)) throw notFound(caller.language);
  return invitationId ? { invitationId } : { surveyId: id };
}

async function payload(
  outcome: Outcome<Taken> | undefined,
  { caller, answered, drafts, invitations }: SurveysContext,
): Promise<SubmitResponsePayload> {
  if (!outcome) throw notFound(caller.language);
  if (!outcome.ok) return { taken: false, invitation: null, errors: userErrors(outcome.refusals, caller.language) };
  const { invitationId } = outcome.value;
  if (invitationId === null) return { taken: true, invitation: null, errors: [] };
  answered.clear(invitationId);
  drafts.clear(invitationId);
  // Whoever has answered may see what they have begun.
  const invitation = { ...toInvitationType((await invitations.load(invitationId))!), opened: true };
  return { taken: true, invitation, errors: [] };
}

/** An invitation by its id; null when there is none, or none that the caller may see: both look the same. */
export async function resolveInvitation(
  { id }: { id: string },
  { caller, invitations }: SurveysContext,
): Promise<InvitationType | null> {
  const found = isUuid(id) ? await invitations.load(id) : undefined;
  return found && maySee(caller, found) ? toInvitationType(found) : null;
}
