import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Connection, PageArgs, PeriodInput, checkPeriod, mapConnection } from '@charter/service';
import { ComplaintConnection, ComplaintType, toComplaintType } from './complaint.type';
import type { ComplaintsContext } from './context';
import { CitizenType, DepartmentType, PerformanceType } from './stubs.type';

/** What this service adds to citizens. */
@Resolver(() => CitizenType)
export class CitizenResolver {
  @FieldResolver(() => ComplaintConnection, {
    nullable: true,
    description: 'The complaints of this citizen, newest first; for themselves alone.',
  })
  async complaints(
    @Root() { id }: CitizenType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller, ownComplaints }: ComplaintsContext,
  ): Promise<Connection<ComplaintType> | null> {
    if (caller.id !== id) return null;
    return mapConnection(await ownComplaints.load(page), toComplaintType);
  }
}

/** What this service adds to departments. */
@Resolver(() => DepartmentType)
export class DepartmentResolver {
  @FieldResolver(() => PerformanceType, {
    nullable: true,
    description: 'How it kept the complaints received in a period. Published figures: no case can be seen in them.',
  })
  complaintPerformance(
    @Root() { code }: DepartmentType,
    @Arg('period', () => PeriodInput, { description: 'The period, by day of receipt.' }) period: PeriodInput,
    @Ctx() { performance }: ComplaintsContext,
  ): Promise<PerformanceType> {
    checkPeriod(period);
    return performance.load({ code, from: period.from, to: period.to });
  }
}
