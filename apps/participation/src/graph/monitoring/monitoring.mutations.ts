import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Person, badInput, isUuid } from '@charter/service';
import type { MissionService } from '../../monitoring/mission.service';
import type { RecruitmentService } from '../../monitoring/recruitment.service';
import type { Handled } from '../../proposal-desk';
import type { ParticipationContext } from '../context';
import { answered } from '../handled';
import { resolveMission } from './mission.resolver';
import * as missions from './mission.type';
import * as input from './recruitment.input';
import { resolveApplication, resolveRecruitment } from './recruitment.resolver';
import * as types from './recruitment.type';

const personOf = ({ caller }: ParticipationContext): Person => caller as Person;

async function onRecruitment(id: string | null, context: ParticipationContext, handle: () => Promise<Handled>) {
  const { done, errors } = await answered(id, context, handle, resolveRecruitment);
  return { recruitment: done, errors };
}
async function onApplication(id: string, context: ParticipationContext, handle: () => Promise<Handled>) {
  const { done, errors } = await answered(id, context, handle, resolveApplication);
  return { application: done, errors };
}
async function onMission(id: string, context: ParticipationContext, handle: () => Promise<Handled>) {
  const { done, errors } = await answered(id, context, handle, resolveMission);
  return { mission: done, errors };
}

/** Recruiting monitors, and sending them out. */
@Resolver()
export class MonitoringMutations {
  constructor(
    private readonly recruiting: RecruitmentService,
    private readonly missions: MissionService,
  ) {}

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => types.RecruitMonitorsPayload, {
    description: 'Announces a recruitment of monitors (시정 모니터 모집); it is open for applications at once.',
  })
  recruitMonitors(
    @Arg('input', () => input.RecruitMonitorsInput, { description: 'The announcement.' })
    { idempotencyKey, districts, allowanceMonthlyCap, ...given }: input.RecruitMonitorsInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.RecruitMonitorsPayload> {
    const recruitment = {
      ...{ ...given, allowanceMonthlyCap: allowanceMonthlyCap ?? null },
      districts: districts.map(({ name, quota }) => ({ name, quota })),
    };
    return onRecruitment(null, context, () =>
      this.recruiting.announce(recruitment, idempotencyKey ?? null, personOf(context)),
    );
  }

  @Authorized('CITIZEN')
  @Mutation(() => types.ApplyAsMonitorPayload, { description: 'Applies as a monitor, once for each recruitment.' })
  applyAsMonitor(
    @Arg('input', () => input.ApplyAsMonitorInput, { description: 'The application.' })
    { recruitmentId, applicant, district, motivation, idempotencyKey }: input.ApplyAsMonitorInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.ApplyAsMonitorPayload> {
    const { name, phone, email } = applicant;
    const application = { applicant: { name, phone: phone ?? null, email: email ?? null }, district, motivation };
    return onApplication(recruitmentId, context, () =>
      this.recruiting.apply(recruitmentId, application, idempotencyKey ?? null, personOf(context)),
    );
  }

  @Authorized('CITIZEN')
  @Mutation(() => types.WithdrawMonitorApplicationPayload, {
    description: 'Takes one’s application back, until it is decided.',
  })
  withdrawMonitorApplication(
    @Arg('input', () => input.WithdrawMonitorApplicationInput, { description: 'Which one.' })
    { applicationId }: input.WithdrawMonitorApplicationInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.WithdrawMonitorApplicationPayload> {
    return onApplication(applicationId, context, () => this.recruiting.withdraw(applicationId, personOf(context)));
  }

  @Authorized('MANAGER')
  @Mutation(() => types.AppointMonitorsPayload, {
    description:
      'The head appoints monitors for the term, within the quota of each district: all that are named, or none.',
  })
  appointMonitors(
    @Arg('input', () => input.AppointMonitorsInput, { description: 'Whom.' })
    { recruitmentId, applicationIds, complete, version }: input.AppointMonitorsInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.AppointMonitorsPayload> {
    if (!applicationIds.every(isUuid)) throw badInput('`applicationIds` has what is no id.');
    const appointment = { recruitmentId, applicationIds, complete, version: version ?? null };
    return onRecruitment(recruitmentId, context, () => this.recruiting.appoint(appointment, personOf(context)));
  }

  @Authorized('CITIZEN')
  @Mutation(() => types.ResignAsMonitorPayload, { description: 'Gives up being a monitor before the term ends.' })
  resignAsMonitor(
    @Arg('input', () => input.ResignAsMonitorInput, { description: 'Which application, and why.' })
    { applicationId, reason }: input.ResignAsMonitorInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.ResignAsMonitorPayload> {
    return onApplication(applicationId, context, () =>
      this.recruiting.resign(applicationId, reason, personOf(context)),
    );
  }

  @Authorized('MANAGER')
  @Mutation(() => types.DismissMonitorPayload, { description: 'The head ends somebody’s being a monitor (해촉).' })
  dismissMonitor(
    @Arg('input', () => input.DismissMonitorInput, { description: 'Which application, and why.' })
    { applicationId, reason }: input.DismissMonitorInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.DismissMonitorPayload> {
    return onApplication(applicationId, context, () =>
      this.recruiting.dismiss(applicationId, reason, personOf(context)),
    );
  }

  @Authorized('MANAGER')
  @Mutation(() => types.CancelRecruitmentPayload, { description: 'The head calls a recruitment off before the term.' })
  cancelRecruitment(
    @Arg('input', () => input.CancelRecruitmentInput, { description: 'Which one, and why.' })
    { recruitmentId, reason, version }: input.CancelRecruitmentInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.CancelRecruitmentPayload> {
    return onRecruitment(recruitmentId, context, () =>
      this.recruiting.cancel(recruitmentId, reason, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => missions.OpenMissionPayload, {
    description: 'Sends monitors out (점검 과제): where, when, and what to check of the charter’s standards.',
  })
  openMission(
    @Arg('input', () => missions.OpenMissionInput, { description: 'The mission.' })
    { recruitmentId, watchedDepartmentCode, districts, idempotencyKey, ...given }: missions.OpenMissionInput,
    @Ctx() context: ParticipationContext,
  ): Promise<missions.OpenMissionPayload> {
    const { name, address, latitude, longitude, radiusMetres } = given.place;
    const mission = {
      ...{ ...given, watchedCode: watchedDepartmentCode, districts: districts ?? [] },
      place: { name, address, latitude, longitude, radiusMetres },
      checklist: given.checklist.map(({ question, standardCode }) => ({ question, standardCode })),
    };
    return onMission(recruitmentId, context, () =>
      this.missions.open(recruitmentId, mission, idempotencyKey ?? null, personOf(context)),
    );
  }

  @Authorized('MANAGER')
  @Mutation(() => missions.CancelMissionPayload, {
    description: 'The head calls a mission off; reports that came stay.',
  })
  cancelMission(
    @Arg('input', () => missions.CancelMissionInput, { description: 'Which one, and why.' })
    { missionId, reason, version }: missions.CancelMissionInput,
    @Ctx() context: ParticipationContext,
  ): Promise<missions.CancelMissionPayload> {
    return onMission(missionId, context, () =>
      this.missions.cancel(missionId, reason, version ?? null, personOf(context)),
    );
  }
}
