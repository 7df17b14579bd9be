import { Arg, Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { checkPeriod, PeriodInput, PublicWithin } from '@charter/service';
import type { MonitoringFigures } from '../../store/monitoring/figures';
import type { ParticipationContext } from '../context';
import { DepartmentType, StandardType } from '../stubs.type';

@PublicWithin()
@ObjectType('MonitoringFigures', {
  description: 'What monitors found in a period, of a standard or of a department. Accepted reports count.',
})
export class MonitoringFiguresType implements MonitoringFigures {
  @Field(() => Int, { description: 'Accepted reports.' })
  reports: number;

  @Field(() => Int, { description: 'How often the promise was kept.' })
  kept: number;

  @Field(() => Int, { description: 'How often it was not.' })
  notKept: number;

  @Field(() => Int, { description: 'How often it could not be seen.' })
  notApplicable: number;

  @Field(() => Float, { nullable: true, description: 'Kept ÷ (kept + not kept), 0 to 1; null without any.' })
  complianceRate: number | null;

  @Field(() => Int, { description: 'How many reports were answered.' })
  answered: number;

  @Field(() => Int, { description: 'How many are not answered, and late.' })
  openLate: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Answered in time ÷ (answered + open and late), 0 to 1; null when there is nothing to rate.',
  })
  onTimeRate: number | null;
}

/** What this service adds to standards of the charter. */
@Resolver(() => StandardType)
export class StandardMonitoringResolver {
  @FieldResolver(() => MonitoringFiguresType, {
    nullable: true,
    description: 'What monitors found of it in a period. Published.',
  })
  monitoring(
    @Root() { code }: StandardType,
    @Arg('period', () => PeriodInput, { description: 'The period, by day of the report.' }) { from, to }: PeriodInput,
    @Ctx() { monitoring }: ParticipationContext,
  ): Promise<MonitoringFiguresType> {
    checkPeriod({ from, to });
    return monitoring.standardFigures.load({ code, from, to });
  }
}

/** What this service adds to departments. */
@Resolver(() => DepartmentType)
export class DepartmentMonitoringResolver {
  @FieldResolver(() => MonitoringFiguresType, {
    nullable: true,
    description: 'What monitors found at this department in a period, and how it answered. Published.',
  })
  monitoringPerformance(
    @Root() { code }: DepartmentType,
    @Arg('period', () => PeriodInput, { description: 'The period, by day of the report.' }) { from, to }: PeriodInput,
    @Ctx() { monitoring }: ParticipationContext,
  ): Promise<MonitoringFiguresType> {
    checkPeriod({ from, to });
    return monitoring.departmentFigures.load({ code, from, to });
  }
}
