import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { type Person, badInput, hasRole, isUuid, notFound, userErrors } from '@charter/service';
import type { AudienceService } from '../audience.service';
import { InviteAudienceInput, InviteAudiencePayload, InvitedAudienceType, toAudienceType } from './audience.type';
import type { SurveysContext } from './context';
import { departmentCodeOf } from './department-code';
import { SurveyType } from './survey.type';

@Resolver(() => SurveyType)
export class AudienceResolver {
  constructor(private readonly service: AudienceService) {}

  @Authorized('ADMIN')
  @Mutation(() => InviteAudiencePayload, {
    description:
      'Invites a list of citizens, or a random sample of those served in a period. Nobody is invited twice to one survey.',
  })
  async inviteAudience(
    @Arg('input', () => InviteAudienceInput, { description: 'Whom to invite.' }) input: InviteAudienceInput,
    @Ctx() context: SurveysContext,
  ): Promise<InviteAudiencePayload> {
    const { surveyId, citizenIds, sample, idempotencyKey } = input;
    const departmentCode = departmentCodeOf(input);
    const { caller, audience } = context;
    if (Boolean(citizenIds) === Boolean(sample)) throw badInput('Give either `citizenIds` or `sample`.');
    if (citizenIds?.some((id) => !isUuid(id))) throw badInput('`citizenIds` has something that is no id.');
    const invitees = sample ? { sample: { ...sample } } : { citizenIds: citizenIds! };
    const invited = isUuid(surveyId)
      ? await this.service.invite({ surveyId, departmentCode, invitees }, idempotencyKey ?? null, caller as Person)
      : undefined;
    if (!invited) throw notFound(caller.language);
    if (!invited.ok) return { audience: null, errors: userErrors(invited.refusals, caller.language) };
    return { audience: toAudienceType((await audience.load(invited.value))!), errors: [] };
  }

  @FieldResolver(() => [InvitedAudienceType], {
    nullable: true,
    description: 'Who was asked together, and how far inviting is; for administrators and auditors.',
  })
  async audiences(
    @Root() { id }: SurveyType,
    @Ctx() { caller, audiences }: SurveysContext,
  ): Promise<InvitedAudienceType[] | null> {
    return hasRole(caller, 'ADMIN', 'AUDITOR') ? (await audiences.load(id)).map(toAudienceType) : null;
  }
}
