import { Arg, Query, Resolver } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { PeriodInput, Public, checkPeriod } from '@charter/service';
import { type GroupBy, statisticsOf } from '../../store/performance';
import { ComplaintStatisticsFilterInput, GroupByEnum, StatisticsType } from './statistics.type';

/** Published figures: no case can be seen in them. */
@Resolver()
export class StatisticsResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Public()
  @Query(() => [StatisticsType], {
    nullable: true,
    description:
      'How the complaints received in a period were kept, by department, service, kind, channel or month. Published; groups without any are left out.',
  })
  async complaintStatistics(
    @Arg('period', () => PeriodInput, { description: 'The period, by day of receipt.' }) period: PeriodInput,
    @Arg('groupBy', () => GroupByEnum, { description: 'By what.' }) groupBy: GroupBy,
    @Arg('filter', () => ComplaintStatisticsFilterInput, { nullable: true, description: 'Which ones.' })
    filter: ComplaintStatisticsFilterInput | null | undefined,
  ): Promise<StatisticsType[]> {
    checkPeriod(period);
    const { departmentCode, ...rest } = filter ?? {};
    const narrow = { ...rest, departmentCodes: departmentCode ? [departmentCode] : null };
    const found = await statisticsOf(this.dataSource, groupBy, narrow, period.from, period.to);
    return [...found].map(([key, performance]) => ({ key, performance }));
  }
}
