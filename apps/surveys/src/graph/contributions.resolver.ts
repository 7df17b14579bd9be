import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  type Connection,
  LocalDate,
  PageArgs,
  PeriodInput,
  Public,
  checkPeriod,
  isUuid,
  mapConnection,
} from '@charter/service';
import { maySee } from '../domain/access';
import { METHOD_VERSION } from '../domain/results/estimate';
import { publish } from '../domain/satisfaction';
import type { SurveysContext } from './context';
import { InvitationConnection, InvitationType, toInvitationType } from './invitation.type';
import { SatisfactionType } from './satisfaction.type';
import { CitizenType, ComplaintType, DepartmentType } from './stubs.type';
import { SurveyType, toSurveyType } from './survey.type';

/** What this service adds to complaints. */
@Resolver(() => ComplaintType)
export class ComplaintResolver {
  @FieldResolver(() => InvitationType, {
    nullable: true,
    description:
      'The invitation to the satisfaction survey after the answer. Answers are anonymous: scores stand with the department.',
  })
  async survey(
    @Root() { id }: ComplaintType,
    @Ctx() { caller, invitationOfComplaint }: SurveysContext,
  ): Promise<InvitationType | null> {
    const found = isUuid(id) ? await invitationOfComplaint.load(id) : undefined;
    return found && maySee(caller, found) ? toInvitationType(found) : null;
  }
}

/** What this service adds to citizens. */
@Resolver(() => CitizenType)
export class CitizenResolver {
  @FieldResolver(() => InvitationConnection, {
    nullable: true,
    description: 'The invitations of this citizen, newest first; for themselves alone.',
  })
  async surveyInvitations(
    @Root() { id }: CitizenType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller, invitationsOfCitizen }: SurveysContext,
  ): Promise<Connection<InvitationType> | null> {
    if (caller.id !== id) return null;
    return mapConnection(await invitationsOfCitizen.load({ citizenId: id, ...page }), toInvitationType);
  }
}

/** What this service adds to departments. */
@Resolver(() => DepartmentType)
export class DepartmentResolver {
  @Public()
  @Query(() => SatisfactionType, {
    description: 'How satisfied the citizens were whom a department served. Public; groups under 5 are suppressed.',
  })
  satisfaction(
    @Arg('departmentCode', () => String, { description: 'The department, by code.' }) code: string,
    @Arg('from', () => LocalDate, { description: 'The first day.' }) from: string,
    @Arg('to', () => LocalDate, { description: 'The last day, included.' }) to: string,
    @Ctx() context: SurveysContext,
  ): Promise<SatisfactionType> {
    return this.ofDepartment({ code }, { from, to }, context);
  }

  @FieldResolver(() => SatisfactionType, {
    name: 'satisfaction',
    nullable: true,
    description: 'How satisfied the citizens were whom it served in a period. Groups under 5 are suppressed.',
  })
  async ofDepartment(
    @Root() { code }: DepartmentType,
    @Arg('period', () => PeriodInput, { description: 'The period, both days included.' }) period: PeriodInput,
    @Ctx() { scores }: SurveysContext,
  ): Promise<SatisfactionType> {
    checkPeriod(period);
    return {
      ...publish(await scores.load({ code, from: period.from, to: period.to })),
      method: 'MEAN_OF_5_POINT_ANSWERS',
      methodVersion: METHOD_VERSION,
    };
  }
}

@Resolver(() => SatisfactionType)
export class SatisfactionResolver {
  @FieldResolver(() => [SurveyType], { description: 'The versions of the questionnaire that were answered.' })
  async surveys(@Root() { surveyIds }: SatisfactionType, @Ctx() { surveys }: SurveysContext): Promise<SurveyType[]> {
    return Promise.all(surveyIds.map(async (id) => toSurveyType((await surveys.load(id))!)));
  }
}
