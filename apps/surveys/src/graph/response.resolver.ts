import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  type Clock,
  type Connection,
  LocalDate,
  PageArgs,
  PeriodInput,
  Public,
  badInput,
  checkPeriod,
  hasRole,
  isUuid,
  mapConnection,
  notFound,
  userErrors,
} from '@charter/service';
import { invitationToken, readInvitationToken } from '../domain/invitation-token';
import { SMALLEST_GROUP, score100 } from '../domain/questionnaire';
import type { ResponseService } from '../response.service';
import type { ResponseStore, Scores } from '../store/response.store';
import type { InvitationEntity } from '../store/survey.entity';
import type { SurveysContext } from './context';
import { CitizenType, ComplaintType, DepartmentType } from './stubs.type';
import { SubmitResponseInput } from './survey.input';
import {
  InvitationConnection,
  InvitationType,
  Satisfaction,
  SubmitResponsePayload,
  SurveyType,
  toInvitationType,
  toSurveyType,
} from './survey.type';

const METHOD = 'Five-point scale, mean of a response’s items, (mean − 1) ÷ 4 × 100';

/** Groups smaller than five are withheld: their mean would tell who said what. */
const toSatisfaction = ({ n, mean, invited, answered }: Scores): Satisfaction => {
  const suppressed = n < SMALLEST_GROUP;
  return {
    n,
    suppressed,
    mean: suppressed || mean === null ? null : Math.round(mean * 100) / 100,
    score: suppressed || mean === null ? null : score100(mean),
    responseRate: invited === 0 ? null : answered / invited,
    method: METHOD,
  };
};

/** Who was asked may know of it, and so may those who serve the department. What was said stands elsewhere. */
const maySee = ({ caller }: SurveysContext, { citizenId, departmentCode }: InvitationEntity): boolean =>
  caller.id === citizenId ||
  (hasRole(caller, 'OFFICER', 'MANAGER') && caller.departmentCode === departmentCode) ||
  hasRole(caller, 'AUDITOR');

@Resolver(() => InvitationType)
export class InvitationResolver {
  constructor(
    private readonly service: ResponseService,
    private readonly clock: Clock,
    private readonly secret: string,
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
    const id = readInvitationToken(this.secret, token);
    const found = id && (await invitations.load(id));
    return found ? toInvitationType(found, this.clock.now()) : null;
  }

  @Public()
  @Mutation(() => SubmitResponsePayload, {
    description: 'Answers an invitation, once. What is said cannot be traced back to it.',
  })
  async submitResponse(
    @Arg('input', () => SubmitResponseInput, { description: 'The answers.' })
    { token, invitationId, answers }: SubmitResponseInput,
    @Ctx() { caller, invitations }: SurveysContext,
  ): Promise<SubmitResponsePayload> {
    if (Boolean(token) === Boolean(invitationId)) throw badInput('Give either `token` or `invitationId`.');
    if (answers.length > 100) throw badInput('`answers` has at most 100 entries.');
    if (invitationId && !isUuid(invitationId)) throw notFound(caller.language);
    const submitted = await this.service.submit(token ? { token } : { invitationId: invitationId! }, answers, caller);
    if (!submitted) throw notFound(caller.language);
    if (!submitted.ok) return { invitation: null, errors: userErrors(submitted.refusals, caller.language) };
    const found = await invitations.clear(submitted.value).load(submitted.value);
    return { invitation: toInvitationType(found!, this.clock.now()), errors: [] };
  }

  @FieldResolver(() => SurveyType, { description: 'The questionnaire.' })
  async survey(@Root() { surveyId }: InvitationType, @Ctx() { surveys }: SurveysContext): Promise<SurveyType> {
    return toSurveyType((await surveys.load(surveyId))!);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The token to answer without signing in; for the citizen alone, while it is open.',
  })
  token(@Root() { id, citizenId, state }: InvitationType, @Ctx() { caller }: SurveysContext): string | null {
    return caller.id === citizenId && state === 'INVITED' ? invitationToken(this.secret, id) : null;
  }

  @FieldResolver(() => ComplaintType, {
    nullable: true,
    description: 'The complaint that was answered, for those who may see it.',
  })
  complaint(@Root() { complaintId }: InvitationType): ComplaintType {
    return { id: complaintId };
  }
}

/** What this service adds to complaints. */
@Resolver(() => ComplaintType)
export class ComplaintResolver {
  constructor(private readonly clock: Clock) {}

  @FieldResolver(() => InvitationType, {
    nullable: true,
    description:
      'The invitation to the satisfaction survey after the answer. Answers are anonymous: scores stand with the department.',
  })
  async survey(@Root() { id }: ComplaintType, @Ctx() context: SurveysContext): Promise<InvitationType | null> {
    const found = isUuid(id) ? await context.invitationOfComplaint.load(id) : undefined;
    return found && maySee(context, found) ? toInvitationType(found, this.clock.now()) : null;
  }
}

/** What this service adds to citizens. */
@Resolver(() => CitizenType)
export class CitizenResolver {
  constructor(
    private readonly responses: ResponseStore,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => InvitationConnection, {
    nullable: true,
    description: 'The invitations of this citizen, newest first; for themselves alone.',
  })
  async surveyInvitations(
    @Root() { id }: CitizenType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller }: SurveysContext,
  ): Promise<Connection<InvitationType> | null> {
    if (caller.id !== id) return null;
    return mapConnection(await this.responses.invitationsOf(id, page), (invitation) =>
      toInvitationType(invitation, this.clock.now()),
    );
  }
}

/** What this service adds to departments. */
@Resolver(() => DepartmentType)
export class DepartmentResolver {
  @Public()
  @Query(() => Satisfaction, {
    description: 'How satisfied the citizens were whom a department served. Public; groups under 5 are suppressed.',
  })
  satisfaction(
    @Arg('departmentCode', () => String, { description: 'The department, by code.' }) code: string,
    @Arg('from', () => LocalDate, { description: 'The first day.' }) from: string,
    @Arg('to', () => LocalDate, { description: 'The last day, included.' }) to: string,
    @Ctx() context: SurveysContext,
  ): Promise<Satisfaction> {
    return this.ofDepartment({ code }, { from, to }, context);
  }

  @FieldResolver(() => Satisfaction, {
    name: 'satisfaction',
    nullable: true,
    description: 'How satisfied the citizens were whom it served in a period. Groups under 5 are suppressed.',
  })
  async ofDepartment(
    @Root() { code }: DepartmentType,
    @Arg('period', () => PeriodInput, { description: 'The period, both days included.' }) period: PeriodInput,
    @Ctx() { scores }: SurveysContext,
  ): Promise<Satisfaction> {
    checkPeriod(period);
    return toSatisfaction(await scores.load({ code, from: period.from, to: period.to }));
  }
}

/** An invitation by its id; null when there is none, or none that the caller may see: both look the same. */
export async function resolveInvitation(
  { id }: { id: string },
  context: SurveysContext,
  clock: Clock,
): Promise<InvitationType | null> {
  const found = isUuid(id) ? await context.invitations.load(id) : undefined;
  return found && maySee(context, found) ? toInvitationType(found, clock.now()) : null;
}
