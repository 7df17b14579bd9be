import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { type Connection, PageArgs, Public, badInput, isUuid, mapConnection } from '@charter/service';
import { positionFaults } from '../../domain/monitoring/place';
import { isWhole } from '../../domain/whole';
import type { MissionStore } from '../../store/monitoring/mission.store';
import type { ReportStore } from '../../store/monitoring/report.store';
import type { ParticipationContext } from '../context';
import { DepartmentType } from '../stubs.type';
import {
  MonitoringMissionConnection,
  MonitoringMissionFilterInput,
  MonitoringMissionType,
  type NearInput,
  toMissionType,
} from './mission.type';
import { MonitorRecruitmentType, toRecruitmentType } from './recruitment.type';
import { ChecklistItemType, MonitoringReportConnection, MonitoringReportType, toReportType } from './report.type';

const MOST_METRES = 100_000;

/** @throws BAD_USER_INPUT for a position outside Korea, or a distance beyond 100 km */
function checkNear(near: NearInput): void {
  if (positionFaults(near).length > 0)
    throw badInput('`near` is not in Korea: latitude 33 to 38, longitude 124 to 132.');
  if (!isWhole(near.withinMetres, 1, MOST_METRES)) throw badInput('`near.withinMetres` is 1 to 100,000.');
}

export async function resolveMission(
  { id }: { id: string },
  { monitoring }: ParticipationContext,
): Promise<MonitoringMissionType | null> {
  const found = isUuid(id) ? await monitoring.missions.clear(id).load(id) : undefined;
  return found ? toMissionType(found) : null;
}

@Resolver(() => MonitoringMissionType)
export class MonitoringMissionResolver {
  constructor(
    private readonly store: MissionStore,
    private readonly reportStore: ReportStore,
  ) {}

  @Public()
  @Query(() => MonitoringMissionConnection, {
    description: 'Missions of monitors (점검 과제), those that begin last first, for everybody.',
  })
  async monitoringMissions(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => MonitoringMissionFilterInput, { nullable: true, description: 'Which ones.' })
    filter: MonitoringMissionFilterInput | null,
  ): Promise<Connection<MonitoringMissionType>> {
    const { near, recruitmentId, status, watchedDepartmentCode } = filter ?? {};
    if (near) checkNear(near);
    if (recruitmentId && !isUuid(recruitmentId)) throw badInput('`filter.recruitmentId` is not an id.');
    const which = { near, recruitmentId, status, watchedCode: watchedDepartmentCode };
    return mapConnection(await this.store.page(which, page), toMissionType);
  }

  @Public()
  @Query(() => MonitoringMissionType, { nullable: true, description: 'One mission; null when there is none.' })
  monitoringMission(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: ParticipationContext,
  ): Promise<MonitoringMissionType | null> {
    return resolveMission({ id }, context);
  }

  @FieldResolver(() => MonitorRecruitmentType, { description: 'The recruitment whose monitors are sent.' })
  async recruitment(
    @Root() { row }: MonitoringMissionType,
    @Ctx() { monitoring }: ParticipationContext,
  ): Promise<MonitorRecruitmentType> {
    return toRecruitmentType((await monitoring.recruitments.load(row.recruitmentId))!);
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'The department that verifies reports.' })
  department(@Root() { row }: MonitoringMissionType): DepartmentType {
    return { code: row.departmentCode };
  }

  @FieldResolver(() => DepartmentType, {
    nullable: true,
    description: 'The department whose service is looked at, and that answers.',
  })
  watchedDepartment(@Root() { row }: MonitoringMissionType): DepartmentType {
    return { code: row.watchedCode };
  }

  @FieldResolver(() => [ChecklistItemType], { description: 'What to check.' })
  checklist(@Root() { row }: MonitoringMissionType): ChecklistItemType[] {
    return row.checklist.map(({ question, standardCode }, index) => ({
      ...{ item: index + 1, question, standard: { code: standardCode } },
    }));
  }

  @FieldResolver(() => Int, { description: 'How many reports came, without those that were taken back.' })
  async reportCount(
    @Root() { id }: MonitoringMissionType,
    @Ctx() { monitoring }: ParticipationContext,
  ): Promise<number> {
    return (await monitoring.reportCounts.load(id)).received;
  }

  @FieldResolver(() => Int, { description: 'How many of them were accepted.' })
  async acceptedCount(
    @Root() { id }: MonitoringMissionType,
    @Ctx() { monitoring }: ParticipationContext,
  ): Promise<number> {
    return (await monitoring.reportCounts.load(id)).accepted;
  }

  @FieldResolver(() => MonitoringReportType, {
    nullable: true,
    description: 'The caller’s own report; null without one.',
  })
  async myReport(
    @Root() { id }: MonitoringMissionType,
    @Ctx() { monitoring }: ParticipationContext,
  ): Promise<MonitoringReportType | null> {
    const found = await monitoring.myReport.load(id);
    return found && toReportType(found);
  }

  @FieldResolver(() => MonitoringReportConnection, {
    description: 'Its reports that the caller may see, the newest first.',
  })
  async reports(
    @Root() { id }: MonitoringMissionType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller }: ParticipationContext,
  ): Promise<Connection<MonitoringReportType>> {
    return mapConnection(await this.reportStore.page({ missionId: id }, caller, page), toReportType);
  }
}
