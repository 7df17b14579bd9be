import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type Person, userErrors } from '@charter/service';
import type { SettingService } from '../setting.service';
import type { NoticesContext } from './context';
import { SaveSettingInput, SaveSettingPayload, SettingType, toSettingType } from './setting.type';

@Resolver(() => SettingType)
export class SettingResolver {
  constructor(private readonly service: SettingService) {}

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => [SettingType], { nullable: true, description: 'What administrators may set while the platform runs.' })
  async settings(): Promise<SettingType[]> {
    return (await this.service.list()).map(toSettingType);
  }

  @Authorized('ADMIN')
  @Mutation(() => SaveSettingPayload, {
    description: 'Changes a setting, with the reason. It holds at once. Audited.',
  })
  async saveSetting(
    @Arg('input', () => SaveSettingInput, { description: 'Which, to what, and why.' })
    { key, value, reason }: SaveSettingInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<SaveSettingPayload> {
    const saved = await this.service.save(key, value, reason, caller as Person);
    if (!saved.ok) return { setting: null, errors: userErrors(saved.refusals, caller.language) };
    return { setting: toSettingType(saved.value), errors: [] };
  }
}
