import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Clock, Public, badInput, isUuid, notFound, userErrors } from '@charter/service';
import { maySee } from '../domain/access';
import type { InvitationKey } from '../domain/invitation-key';
import type { Entry, ResponseService } from '../response.service';
import type { SurveysContext } from './context';
import { InvitationStateEnum } from './enums';
import { type InvitationState, InvitationType, SubmitResponsePayload, toInvitationType } from './invitation.type';
import { ComplaintType } from './stubs.type';
import { SubmitResponseInput } from './response.input';
import { SurveyType, toSurveyType } from './survey.type';

const MOST_ANSWERS = 100;

@Resolver(() => InvitationType)
export class InvitationResolver {
  constructor(
    private readonly service: ResponseService,
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
    @Ctx() { invitations }: SurveysContext,
  ): Promise<InvitationType | null> {
    const id = this.key.read(token);
    const found = id && (await invitations.load(id));
    return found ? toInvitationType(found) : null;
  }

  @Public()
  @Mutation(() => SubmitResponsePayload, {
    description: 'Answers an invitation, once. What is said cannot be traced back to it.',
  })
  async submitResponse(
    @Arg('input', () => SubmitResponseInput, { description: 'The answers.' })
    { token, invitationId, answers, idempotencyKey }: SubmitResponseInput,
    @Ctx() { caller, invitations, answered }: SurveysContext,
  ): Promise<SubmitResponsePayload> {
    if (Boolean(token) === Boolean(invitationId)) throw badInput('Give either `token` or `invitationId`.');
    if (answers.length > MOST_ANSWERS) throw badInput(`\`answers\` has at most ${MOST_ANSWERS} entries.`);
    if (invitationId && !isUuid(invitationId)) throw notFound(caller.language);
    const entry: Entry = token ? { token } : { invitationId: invitationId! };
    const submitted = await this.service.submit(entry, answers, idempotencyKey, caller);
    if (!submitted) throw notFound(caller.language);
    if (!submitted.ok) return { invitation: null, errors: userErrors(submitted.refusals, caller.language) };
    answered.clear(submitted.value);
    return { invitation: toInvitationType((await invitations.load(submitted.value))!), errors: [] };
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
  complaint(@Root() { complaintId }: InvitationType): ComplaintType {
    return { id: complaintId };
  }
}

/** An invitation by its id; null when there is none, or none that the caller may see: both look the same. */
export async function resolveInvitation(
  { id }: { id: string },
  { caller, invitations }: SurveysContext,
): Promise<InvitationType | null> {
  const found = isUuid(id) ? await invitations.load(id) : undefined;
  return found && maySee(caller, found) ? toInvitationType(found) : null;
}
