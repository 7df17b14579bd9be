import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { maskName } from '@charter/privacy';
import {
  type Connection,
  DeadlineType,
  PageArgs,
  Public,
  forbidden,
  isUuid,
  mapConnection,
  toDeadlineType,
} from '@charter/service';
import { examines, heads } from '../../domain/access';
import { isMonitoringOffice } from '../../domain/monitoring/access';
import type { RecruitmentStore } from '../../store/monitoring/recruitment.store';
import type { ParticipationContext } from '../context';
import { CitizenType, DepartmentType } from '../stubs.type';
import { MonitorApplicationFilterInput, MonitorRecruitmentFilterInput } from './recruitment.input';
import { ofMonitor } from './shown';
import * as types from './recruitment.type';

const { MonitorRecruitmentType, MonitorApplicationType } = types;
type Recruitment = types.MonitorRecruitmentType;
type Application = types.MonitorApplicationType;

export async function resolveRecruitment(
  { id }: { id: string },
  { monitoring }: ParticipationContext,
): Promise<Recruitment | null> {
  const found = isUuid(id) ? await monitoring.recruitments.clear(id).load(id) : undefined;
  return found ? types.toRecruitmentType(found) : null;
}

/** An application by its id; null when there is none, or one that the caller may not see: both look the same. */
export async function resolveApplication(
  { id }: { id: string },
  { caller, monitoring }: ParticipationContext,
): Promise<Application | null> {
  const found = isUuid(id) ? await monitoring.applications.clear(id).load(id) : undefined;
  const recruitment = found && (await monitoring.recruitments.load(found.recruitmentId));
  if (!found || !recruitment) return null;
  return found.citizenId === caller.id || isMonitoringOffice(caller, recruitment)
    ? types.toApplicationType(found)
    : null;
}

@Resolver(() => MonitorRecruitmentType)
export class MonitorRecruitmentResolver {
  constructor(private readonly store: RecruitmentStore) {}

  @Public()
  @Query(() => types.MonitorRecruitmentConnection, {
    description: 'Recruitments of monitors (시정 모니터 모집), the newest first, for everybody.',
  })
  async monitorRecruitments(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => MonitorRecruitmentFilterInput, { nullable: true, description: 'Which ones.' })
    filter: MonitorRecruitmentFilterInput | null,
  ): Promise<Connection<Recruitment>> {
    return mapConnection(await this.store.page(filter ?? {}, page), types.toRecruitmentType);
  }

  @Public()
  @Query(() => MonitorRecruitmentType, { nullable: true, description: 'One recruitment; null when there is none.' })
  monitorRecruitment(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: ParticipationContext,
  ): Promise<Recruitment | null> {
    return resolveRecruitment({ id }, context);
  }

  @FieldResolver(() => DepartmentType, {
    nullable: true,
    description: 'The department that recruits, and verifies reports.',
  })
  department(@Root() { row }: Recruitment): DepartmentType {
    return { code: row.departmentCode };
  }

  @FieldResolver(() => [types.MonitorDistrictType], { description: 'Its districts, with quota and monitors.' })
  async districts(
    @Root() { id, row }: Recruitment,
    @Ctx() { monitoring }: ParticipationContext,
  ): Promise<types.MonitorDistrictType[]> {
    const serving = await monitoring.serving.clear(id).load(id);
    return row.districts.map(({ name, quota }) => ({ name, quota, appointed: serving[name] ?? 0 }));
  }

  @FieldResolver(() => DeadlineType, { description: 'Until when one can apply.' })
  async applying(@Root() { row }: Recruitment, @Ctx() { deadlines }: ParticipationContext): Promise<DeadlineType> {
    return toDeadlineType((await deadlines.load(row.closingId))!, null);
  }

  @FieldResolver(() => DeadlineType, {
    nullable: true,
    description: 'Until when the department appoints; null before applications close.',
  })
  async appointing(
    @Root() { row }: Recruitment,
    @Ctx() { deadlines }: ParticipationContext,
  ): Promise<DeadlineType | null> {
    const found = row.appointmentId && (await deadlines.load(row.appointmentId));
    return found ? toDeadlineType(found, null) : null;
  }

  @Authorized('OFFICER', 'MANAGER', 'AUDITOR')
  @FieldResolver(() => types.MonitorApplicationConnection, {
    nullable: true,
    description: 'Who applied, in order; for the department that recruits, and the auditor.',
  })
  async applications(
    @Root() { id, row }: Recruitment,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => MonitorApplicationFilterInput, { nullable: true, description: 'Which ones.' })
    filter: MonitorApplicationFilterInput | null,
    @Ctx() { caller }: ParticipationContext,
  ): Promise<Connection<Application>> {
    if (!isMonitoringOffice(caller, row)) throw forbidden(caller.language);
    const found = await this.store.applicationPage({ ...filter, recruitmentId: id }, page);
    return mapConnection(found, types.toApplicationType);
  }

  @FieldResolver(() => MonitorApplicationType, {
    nullable: true,
    description: 'The caller’s own application; null without one.',
  })
  async myApplication(
    @Root() { id }: Recruitment,
    @Ctx() { monitoring }: ParticipationContext,
  ): Promise<Application | null> {
    const found = await monitoring.myApplication.load(id);
    return found && types.toApplicationType(found);
  }

  @FieldResolver(() => [types.MonitorRecruitmentStepType], { description: 'Every step, oldest first.' })
  async timeline(
    @Root() { id }: Recruitment,
    @Ctx() { monitoring }: ParticipationContext,
  ): Promise<types.MonitorRecruitmentStepType[]> {
    return (await monitoring.recruitmentHistories.load(id)).map(types.toRecruitmentStepType);
  }
}

@Resolver(() => MonitorApplicationType)
export class MonitorApplicationResolver {
  constructor(private readonly store: RecruitmentStore) {}

  @FieldResolver(() => MonitorRecruitmentType, { description: 'For which recruitment.' })
  async recruitment(@Root() { row }: Application, @Ctx() { monitoring }: ParticipationContext): Promise<Recruitment> {
    return types.toRecruitmentType((await monitoring.recruitments.load(row.recruitmentId))!);
  }

  @FieldResolver(() => String, {
    description:
      'Who applied: the name for themselves and the department that recruits, masked (홍*동) for the auditor.',
  })
  async applicantName(@Root() { row }: Application, @Ctx() context: ParticipationContext): Promise<string> {
    const { caller, monitoring, readings } = context;
    const { name } = this.store.contactOf(row);
    const recruitment = (await monitoring.recruitments.load(row.recruitmentId))!;
    if (row.citizenId !== caller.id && !examines(caller, recruitment)) return maskName(name);
    readings.note(ofMonitor(row.id, row.citizenId), ['NAME']);
    return name;
  }

  @FieldResolver(() => types.MonitorContactType, {
    nullable: true,
    description: 'Where they can be reached; for themselves and the head of the department that recruits.',
  })
  async contact(
    @Root() { row }: Application,
    @Ctx() { caller, monitoring, readings }: ParticipationContext,
  ): Promise<types.MonitorContactType | null> {
    const recruitment = (await monitoring.recruitments.load(row.recruitmentId))!;
    if (row.citizenId !== caller.id && !heads(caller, recruitment)) return null;
    const { phone, email } = this.store.contactOf(row);
    const contact = { phone, email };
    return readings.shown(ofMonitor(row.id, row.citizenId), contact, { phone: 'PHONE', email: 'EMAIL' });
  }
}

/** What this service adds to citizens: where they have applied as monitors. */
@Resolver(() => CitizenType)
export class CitizenApplicationsResolver {
  constructor(private readonly store: RecruitmentStore) {}

  @FieldResolver(() => types.MonitorApplicationConnection, {
    nullable: true,
    description: 'Where this citizen has applied as a monitor, oldest first; for themselves alone.',
  })
  async monitorApplications(
    @Root() { id }: CitizenType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller }: ParticipationContext,
  ): Promise<Connection<Application> | null> {
    if (caller.id !== id) return null;
    return mapConnection(await this.store.applicationPage({ citizenId: id }, page), types.toApplicationType);
  }
}
