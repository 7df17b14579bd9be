import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CompensationContext } from './context';
import { RuleType, toRuleType } from './rule.type';
import { StandardType } from './stubs.type';

/** What this service adds to standards. */
@Resolver(() => StandardType)
export class StandardResolver {
  @FieldResolver(() => [RuleType], {
    nullable: true,
    description: 'What the city pays today when this standard is not kept: the rules that back it, by code.',
  })
  async compensationRules(
    @Root() { code }: StandardType,
    @Ctx() { rulesOfStandard }: CompensationContext,
  ): Promise<RuleType[]> {
    return (await rulesOfStandard.load(code)).map(toRuleType);
  }
}
