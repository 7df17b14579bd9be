import { Arg, Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { maskName } from '@charter/privacy';
import { type Connection, PageArgs, badInput, hasRole, isUuid, mapConnection } from '@charter/service';
import { maySeeMonitor } from '../../domain/monitoring/access';
import type { StatementStore } from '../../store/monitoring/statement.store';
import type { ParticipationContext } from '../context';
import { CitizenType } from '../stubs.type';
import { ofMonitor } from './shown';
import { MonitorRecruitmentType, toRecruitmentType } from './recruitment.type';
import { AllowanceStatementFilterInput } from './report.input';
import {
  AllowanceStatementConnection,
  AllowanceStatementType,
  MonitoringReportType,
  toReportType,
  toStatementType,
} from './report.type';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What months earned monitors: for each of them, and for the department that recruited them. */
@Resolver(() => AllowanceStatementType)
export class AllowanceStatementResolver {
  constructor(private readonly store: StatementStore) {}

  @Authorized('OFFICER', 'MANAGER', 'AUDITOR')
  @Query(() => AllowanceStatementConnection, {
    nullable: true,
    description:
      'Allowance statements (활동비 내역), the latest month first: of the caller’s department’s monitors; for the auditor all.',
  })
  async allowanceStatements(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AllowanceStatementFilterInput, { nullable: true, description: 'Which ones.' })
    filter: AllowanceStatementFilterInput | null,
    @Ctx() { caller }: ParticipationContext,
  ): Promise<Connection<AllowanceStatementType>> {
    const { recruitmentId, month } = filter ?? {};
    if (recruitmentId && !isUuid(recruitmentId)) throw badInput('`filter.recruitmentId` is not an id.');
    if (month && !MONTH.test(month)) throw badInput('`filter.month` is a month, such as 2026-11.');
    const departmentCode = hasRole(caller, 'AUDITOR') ? null : (caller.departmentCode ?? '-');
    return mapConnection(await this.store.page({ recruitmentId, month, departmentCode }, page), toStatementType);
  }

  @FieldResolver(() => MonitorRecruitmentType, { description: 'Of which recruitment.' })
  async recruitment(
    @Root() { row }: AllowanceStatementType,
    @Ctx() { monitoring }: ParticipationContext,
  ): Promise<MonitorRecruitmentType> {
    return toRecruitmentType((await monitoring.recruitments.load(row.recruitmentId))!);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Whose it is: the name for themselves and the department, masked (홍*동) for the auditor.',
  })
  async monitorName(
    @Root() { row }: AllowanceStatementType,
    @Ctx() { caller, monitoring, readings }: ParticipationContext,
  ): Promise<string | null> {
    const { departmentCode } = (await monitoring.recruitments.load(row.recruitmentId))!;
    const name = await monitoring.monitorNames.load(row);
    if (!name || !maySeeMonitor(caller, { citizenId: row.citizenId, departmentCode })) return name && maskName(name);
    readings.note(ofMonitor(row.id, row.citizenId), ['NAME']);
    return name;
  }

  @FieldResolver(() => [MonitoringReportType], { description: 'The reports that it states, in order.' })
  async reports(
    @Root() { id }: AllowanceStatementType,
    @Ctx() { monitoring }: ParticipationContext,
  ): Promise<MonitoringReportType[]> {
    return (await monitoring.statedReports.load(id)).map(toReportType);
  }
}

/** What this service adds to citizens: what their reports earned. */
@Resolver(() => CitizenType)
export class CitizenStatementsResolver {
  constructor(private readonly store: StatementStore) {}

  @FieldResolver(() => AllowanceStatementConnection, {
    nullable: true,
    description: 'What the reports of this citizen earned, the latest month first; for themselves alone.',
  })
  async allowanceStatements(
    @Root() { id }: CitizenType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller }: ParticipationContext,
  ): Promise<Connection<AllowanceStatementType> | null> {
    if (caller.id !== id) return null;
    return mapConnection(await this.store.page({ citizenId: id }, page), toStatementType);
  }
}
