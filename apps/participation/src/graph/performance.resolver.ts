import { Arg, Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { checkPeriod, PeriodInput, PublicWithin } from '@charter/service';
import type { ProposalPerformance } from '../store/proposals/performance';
import type { ParticipationContext } from './context';
import { DepartmentType } from './stubs.type';

@PublicWithin()
@ObjectType('ProposalPerformance', { description: 'How proposals handed in during a period were treated.' })
export class ProposalPerformanceType implements ProposalPerformance {
  @Field(() => Int, { description: 'Handed in.' })
  received: number;

  @Field(() => Int, { description: 'Of those, decided.' })
  decided: number;

  @Field(() => Int, { description: 'Adopted (채택).' })
  adopted: number;

  @Field(() => Int, { description: 'Adopted in part (일부 채택).' })
  partlyAdopted: number;

  @Field(() => Int, { description: 'Not adopted (불채택).' })
  notAdopted: number;

  @Field(() => Int, { description: 'Excluded (제안 제외).' })
  excluded: number;

  @Field(() => Int, { description: 'Carried out (실시 완료).' })
  implemented: number;

  @Field(() => Int, { description: 'Still under review.' })
  open: number;

  @Field(() => Int, { description: 'Still under review, and late.' })
  openLate: number;

  @Field(() => Int, { description: 'Endorsements of all of them.' })
  endorsements: number;

  @Field(() => Int, { description: 'How many came to the threshold of endorsements.' })
  answersOwed: number;

  @Field(() => Int, { description: 'How many of those were answered.' })
  answered: number;

  @Field(() => Int, { description: 'How many reviews are over.' })
  closed: number;

  @Field(() => Int, { description: 'Of those, in time.' })
  inTime: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Reviewed in time ÷ (reviewed + open and late), 0 to 1; null when there is nothing to rate.',
  })
  onTimeRate: number | null;

  @Field(() => Float, { nullable: true, description: 'Adopted, also in part ÷ decided, 0 to 1; null without any.' })
  adoptionRate: number | null;
}

/** What this service adds to departments. */
@Resolver(() => DepartmentType)
export class DepartmentResolver {
  @FieldResolver(() => ProposalPerformanceType, {
    nullable: true,
    description: 'How it treated the proposals handed in during a period. Published.',
  })
  proposalPerformance(
    @Root() { code }: DepartmentType,
    @Arg('period', () => PeriodInput, { description: 'The period, by day of receipt.' }) { from, to }: PeriodInput,
    @Ctx() { performance }: ParticipationContext,
  ): Promise<ProposalPerformanceType> {
    checkPeriod({ from, to });
    return performance.load({ code, from, to });
  }
}
