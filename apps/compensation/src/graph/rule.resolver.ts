import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { LocalDate, Public, userErrors } from '@charter/service';
import type { RuleService } from '../rule.service';
import type { CompensationContext } from './context';
import { RuleType, SaveRuleInput, SaveRulePayload, toRuleType } from './rule.type';

@Resolver(() => RuleType)
export class RuleResolver {
  constructor(private readonly service: RuleService) {}

  @Public()
  @Query(() => [RuleType], { description: 'What the city pays when it fails, by code, the newest version first.' })
  async compensationRules(
    @Arg('inForceOn', () => LocalDate, { nullable: true, description: 'Only the versions in force on this day.' })
    inForceOn: string | null,
  ): Promise<RuleType[]> {
    return (await this.service.list(inForceOn)).map(toRuleType);
  }

  @Authorized('ADMIN')
  @Mutation(() => SaveRulePayload, {
    description: 'Makes a new version of a rule. Claims keep the version that decided them.',
  })
  async saveRule(
    @Arg('input', () => SaveRuleInput, { description: 'The rule.' }) input: SaveRuleInput,
    @Ctx() { caller }: CompensationContext,
  ): Promise<SaveRulePayload> {
    const saved = await this.service.save({ ...input, yearlyCeiling: input.yearlyCeiling ?? null });
    return saved.ok
      ? { rule: toRuleType(saved.value), errors: [] }
      : { rule: null, errors: userErrors(saved.refusals, caller.language) };
  }
}
