import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { AttachmentType, toAttachmentType } from '@charter/attachments';
import {
  type Connection,
  DeadlineType,
  Money,
  PageArgs,
  Public,
  badInput,
  isUuid,
  mapConnection,
  toDeadlineType,
} from '@charter/service';
import { isMonitoringOffice, maySeeMonitor, maySeePhotos, maySeeReport } from '../../domain/monitoring/access';
import type { ReportStore } from '../../store/monitoring/report.store';
import type { ParticipationContext } from '../context';
import { CitizenType, DepartmentType } from '../stubs.type';
import { ofMonitor } from './shown';
import { MonitoringMissionType, toMissionType } from './mission.type';
import { MonitoringReportFilterInput } from './report.input';
import * as types from './report.type';

const { MonitoringReportType } = types;
type Report = types.MonitoringReportType;

/** A report by its id; null when there is none, or one that the caller may not see: both look the same. */
export async function resolveReport(
  { id }: { id: string },
  { caller, monitoring }: ParticipationContext,
): Promise<Report | null> {
  const found = isUuid(id) ? await monitoring.reports.load(id) : undefined;
  return found && maySeeReport(caller, found) ? types.toReportType(found) : null;
}

/** Whether what the office and the monitor say to each other is for the caller. */
const isConcerned = ({ caller }: ParticipationContext, { row }: Report): boolean =>
  row.citizenId === caller.id || isMonitoringOffice(caller, row);

@Resolver(() => MonitoringReportType)
export class MonitoringReportResolver {
  constructor(private readonly store: ReportStore) {}

  @Public()
  @Query(() => types.MonitoringReportConnection, {
    description:
      'Reports of monitors (활동 보고), the newest first: verified ones for everybody; also one’s own, and for the department that verifies all of its monitors.',
  })
  async monitoringReports(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => MonitoringReportFilterInput, { nullable: true, description: 'Which ones.' })
    filter: MonitoringReportFilterInput | null,
    @Ctx() { caller }: ParticipationContext,
  ): Promise<Connection<Report>> {
    const { missionId, watchedDepartmentCode, standardCode, status } = filter ?? {};
    if (missionId && !isUuid(missionId)) throw badInput('`filter.missionId` is not an id.');
    const which = { missionId, watchedCode: watchedDepartmentCode, standardCode, status };
    return mapConnection(await this.store.page(which, caller, page), types.toReportType);
  }

  @Public()
  @Query(() => MonitoringReportType, {
    nullable: true,
    description: 'One report; null when there is none, or none that the caller may see.',
  })
  monitoringReport(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: ParticipationContext,
  ): Promise<Report | null> {
    return resolveReport({ id }, context);
  }

  @FieldResolver(() => MonitoringMissionType, { description: 'On which mission.' })
  async mission(@Root() { row }: Report, @Ctx() { monitoring }: ParticipationContext): Promise<MonitoringMissionType> {
    return toMissionType((await monitoring.missions.load(row.missionId))!);
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'The department that was watched, and answers.' })
  watchedDepartment(@Root() { row }: Report): DepartmentType {
    return { code: row.watchedCode };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who wrote it; for themselves and the department that verifies, never for the one that was watched.',
  })
  async monitorName(
    @Root() { row }: Report,
    @Ctx() { caller, monitoring, readings }: ParticipationContext,
  ): Promise<string | null> {
    const name = maySeeMonitor(caller, row) ? await monitoring.monitorNames.load(row) : null;
    if (name) readings.note(ofMonitor(row.id, row.citizenId), ['NAME']);
    return name;
  }

  @FieldResolver(() => types.PositionType, {
    nullable: true,
    description: 'Where it was sent from; for the monitor, the department that verifies, and the auditor.',
  })
  position(@Root() report: Report, @Ctx() context: ParticipationContext): types.PositionType | null {
    const { latitude, longitude, distanceMetres } = report.row;
    return isConcerned(context, report) ? { latitude, longitude, distanceMetres } : null;
  }

  @FieldResolver(() => [types.ObservationType], { description: 'What was found, in the order of the checklist.' })
  async observations(
    @Root() { id, row }: Report,
    @Ctx() { monitoring }: ParticipationContext,
  ): Promise<types.ObservationType[]> {
    const [found, mission] = await Promise.all([
      monitoring.observations.load(id),
      monitoring.missions.load(row.missionId),
    ]);
    return found.map(({ item, finding, note, standardCode }) => ({
      ...{ item, finding, note, standard: { code: standardCode } },
      question: mission!.checklist[item - 1]!.question,
    }));
  }

  @FieldResolver(() => [AttachmentType], {
    nullable: true,
    description:
      'Its photographs; for the monitor, the department that verifies, the auditor and, once verified, the department that was watched, which sees them without their names: they may show people.',
  })
  async photos(@Root() report: Report, @Ctx() context: ParticipationContext): Promise<AttachmentType[] | null> {
    if (!maySeePhotos(context.caller, report.row)) return null;
    const photos = await context.monitoring.photos.load(report.id);
    if (isConcerned(context, report)) return photos.map(toAttachmentType);
    // What its sender called a file, and says of it, may tell who that is.
    return photos.map((photo, index) => toAttachmentType({ ...photo, name: `photo-${index + 1}`, description: null }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What is missing, or why it was rejected; for the monitor, the department that verifies, and the auditor.',
  })
  verdictReason(@Root() report: Report, @Ctx() context: ParticipationContext): string | null {
    return isConcerned(context, report) ? report.row.verdictReason : null;
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What it earned, in KRW; for the monitor, the department that verifies, and the auditor.',
  })
  allowance(@Root() report: Report, @Ctx() context: ParticipationContext): number | null {
    return isConcerned(context, report) ? report.row.allowance : null;
  }

  @FieldResolver(() => Int, { description: 'How often it was sent back.' })
  returns(@Root() { row }: Report): number {
    return row.returns;
  }

  @FieldResolver(() => DeadlineType, { description: 'Until when it is verified.' })
  async verification(@Root() { row }: Report, @Ctx() { deadlines }: ParticipationContext): Promise<DeadlineType> {
    return toDeadlineType((await deadlines.load(row.verificationId))!, null);
  }

  @FieldResolver(() => DeadlineType, {
    nullable: true,
    description: 'Until when the monitor adds what is missing; null when it was never sent back.',
  })
  revision(@Root() { row }: Report, @Ctx() context: ParticipationContext): Promise<DeadlineType | null> {
    return deadlineOf(row.revisionId, context);
  }

  @FieldResolver(() => DeadlineType, {
    nullable: true,
    description: 'Until when the department that was watched answers; null before it is accepted.',
  })
  answering(@Root() { row }: Report, @Ctx() context: ParticipationContext): Promise<DeadlineType | null> {
    return deadlineOf(row.answerId, context);
  }

  @FieldResolver(() => [types.ReportVersionType], {
    nullable: true,
    description: 'What it said before; for the monitor, the department that verifies, and the auditor.',
  })
  async versions(
    @Root() report: Report,
    @Ctx() context: ParticipationContext,
  ): Promise<types.ReportVersionType[] | null> {
    return isConcerned(context, report) ? context.monitoring.reportVersions.load(report.id) : null;
  }

  @FieldResolver(() => [types.ReportStepType], { description: 'Every step, oldest first.' })
  async timeline(@Root() report: Report, @Ctx() context: ParticipationContext): Promise<types.ReportStepType[]> {
    const lines = await context.monitoring.reportHistories.load(report.id);
    return lines.map((line) => types.toReportStepType(line, isConcerned(context, report)));
  }
}

async function deadlineOf(id: string | null, { deadlines }: ParticipationContext): Promise<DeadlineType | null> {
  const found = id && (await deadlines.load(id));
  return found ? toDeadlineType(found, null) : null;
}

/** What this service adds to citizens: what they have reported. */
@Resolver(() => CitizenType)
export class CitizenReportsResolver {
  constructor(private readonly store: ReportStore) {}

  @FieldResolver(() => types.MonitoringReportConnection, {
    nullable: true,
    description: 'What this citizen has reported as a monitor, newest first; for themselves alone.',
  })
  async monitoringReports(
    @Root() { id }: CitizenType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller }: ParticipationContext,
  ): Promise<Connection<Report> | null> {
    if (caller.id !== id) return null;
    return mapConnection(await this.store.page({ citizenId: id }, caller, page), types.toReportType);
  }
}
