import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { checkPeriod, hasRole, NotPublic, PeriodInput, type Person, Public, userErrors } from '@charter/service';
import type { RuleService } from '../rule.service';
import type { CompensationContext } from './context';
import {
  DryRunPayload,
  RuleFilterInput,
  RuleType,
  SaveRuleInput,
  SaveRulePayload,
  termsOf,
  toRuleType,
} from './rule.type';

@Resolver(() => RuleType)
export class RuleResolver {
  constructor(private readonly service: RuleService) {}

  @Public()
  @Query(() => [RuleType], { description: 'What the city pays when it fails, by code, the newest version first.' })
  async compensationRules(
    @Arg('filter', () => RuleFilterInput, { nullable: true, description: 'Which ones.' })
    filter: RuleFilterInput | null,
  ): Promise<RuleType[]> {
    return (await this.service.list(filter ?? {})).map(toRuleType);
  }

  @NotPublic()
  @FieldResolver(() => ID, {
    nullable: true,
    description: 'Who made this version; for administrators and auditors.',
  })
  savedBy(@Root() { savedBy }: RuleType, @Ctx() { caller }: CompensationContext): string | null {
    return hasRole(caller, 'ADMIN', 'AUDITOR') ? savedBy : null;
  }

  @Authorized('ADMIN')
  @Mutation(() => SaveRulePayload, {
    description: 'Makes a new version of a rule. Claims keep the version that decided them.',
  })
  async saveRule(
    @Arg('input', () => SaveRuleInput, { description: 'The rule.' })
    { idempotencyKey, ...input }: SaveRuleInput,
    @Ctx() { caller }: CompensationContext,
  ): Promise<SaveRulePayload> {
    const saved = await this.service.save(termsOf(input), idempotencyKey, caller as Person);
    return saved.ok
      ? { rule: toRuleType(saved.value), errors: [] }
      : { rule: null, errors: userErrors(saved.refusals, caller.language) };
  }

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => DryRunPayload, {
    nullable: true,
    description:
      'What a rule would have cost in a period: over every promise that was broken then, paid for or not. Nothing is written.',
  })
  async dryRunRule(
    @Arg('rule', () => SaveRuleInput, { description: 'The rule; its code and validity do not matter here.' })
    { idempotencyKey: _, ...rule }: SaveRuleInput,
    @Arg('period', () => PeriodInput, { description: 'From a day to a day, both included.' }) period: PeriodInput,
    @Ctx() { caller }: CompensationContext,
  ): Promise<DryRunPayload> {
    checkPeriod(period);
    const done = await this.service.dryRun(termsOf(rule), period);
    return done.ok
      ? { result: done.value, errors: [] }
      : { result: null, errors: userErrors(done.refusals, caller.language) };
  }
}
