import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { checkPeriod, Money, PeriodInput, PublicWithin } from '@charter/service';
import type { CompensationContext } from '../context';
import { DepartmentType, StandardType } from '../stubs.type';

@PublicWithin()
@ObjectType('CompensationPaid', { description: 'What was paid to citizens because promises were not kept.' })
export class CompensationPaidType {
  @Field(() => Int, { description: 'How many claims were paid.' })
  count: number;

  @Field(() => Money, { description: 'What they add up to.' })
  amount: number;
}

/** What this service adds to departments. */
@Resolver(() => DepartmentType)
export class DepartmentResolver {
  @FieldResolver(() => CompensationPaidType, {
    nullable: true,
    description: 'What was paid for this department in a period. Public.',
  })
  compensationPaid(
    @Root() { code }: DepartmentType,
    @Arg('period', () => PeriodInput, { description: 'From a day to a day, both included.' }) period: PeriodInput,
    @Ctx() { paid }: CompensationContext,
  ): Promise<CompensationPaidType> {
    checkPeriod(period);
    return paid.load({ code, from: period.from, to: period.to });
  }
}

/** What this service adds to standards, beside their rules. */
@Resolver(() => StandardType)
export class StandardPaidResolver {
  @FieldResolver(() => CompensationPaidType, {
    nullable: true,
    description:
      'What was paid in a period under rules that back this standard. Public. A rule that backs several counts for each.',
  })
  compensationPaid(
    @Root() { code }: StandardType,
    @Arg('period', () => PeriodInput, { description: 'From a day to a day, both included.' }) period: PeriodInput,
    @Ctx() { paidOfStandard }: CompensationContext,
  ): Promise<CompensationPaidType> {
    checkPeriod(period);
    return paidOfStandard.load({ code, from: period.from, to: period.to });
  }
}
