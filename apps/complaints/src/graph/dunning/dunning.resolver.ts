import { Arg, Args, Authorized, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { localDate } from '@charter/calendar';
import {
  type Connection,
  LocalDate,
  PageArgs,
  PeriodInput,
  badInput,
  checkPeriod,
  hasRole,
  mapConnection,
} from '@charter/service';
import type { DunningStore } from '../../store/dunning/dunning.store';
import { ComplaintType } from '../complaint.type';
import type { ComplaintsContext } from '../context';
import { DepartmentType } from '../stubs.type';
import {
  DunningType,
  InspectionCaseConnection,
  InspectionCaseType,
  toDunningType,
  toInspectionCase,
} from './dunning.type';

/** The letters about a complaint. */
@Resolver(() => ComplaintType)
export class ComplaintDunningResolver {
  @FieldResolver(() => [DunningType], { description: 'The dunning letters about it (독촉장), oldest first.' })
  async dunnings(@Root() { id }: ComplaintType, @Ctx() { dunnings }: ComplaintsContext): Promise<DunningType[]> {
    return (await dunnings.load(id)).map(toDunningType);
  }
}

/** How often a department was dunned. */
@Resolver(() => DepartmentType)
export class DepartmentDunningResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many dunning letters it got in a period (독촉장 발부 건수). Published.',
  })
  dunningLetters(
    @Root() { code }: DepartmentType,
    @Arg('period', () => PeriodInput, { description: 'The period, by day of the letter.' }) period: PeriodInput,
    @Ctx() { dunningCounts }: ComplaintsContext,
  ): Promise<number> {
    checkPeriod(period);
    return dunningCounts.load({ code, from: period.from, to: period.to });
  }
}

/** What the petition auditor inspects each month. */
@Resolver()
export class InspectionResolver {
  constructor(private readonly dunnings: DunningStore) {}

  @Authorized('AUDITOR', 'MANAGER')
  @Query(() => InspectionCaseConnection, {
    nullable: true,
    description:
      'The complaints that were late by law in a month that is over (월별 점검), longest late first, as they stood then. Managers see their own department.',
  })
  async monthlyInspection(
    @Arg('month', () => LocalDate, { description: 'Any day of the month.' }) month: string,
    @Arg('departmentCode', () => String, { nullable: true, description: 'Only those of this department, by code.' })
    departmentCode: string | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller, clock }: ComplaintsContext,
  ): Promise<Connection<InspectionCaseType>> {
    const first = `${month.slice(0, 7)}-01`;
    if (first.slice(0, 7) >= localDate(clock.now()).slice(0, 7))
      throw badInput('`month` is not over yet: its list is made on the first day after it.');
    const code = hasRole(caller, 'AUDITOR') ? (departmentCode ?? null) : (caller.departmentCode ?? '');
    return mapConnection(await this.dunnings.cases(first, code, page), toInspectionCase);
  }
}
