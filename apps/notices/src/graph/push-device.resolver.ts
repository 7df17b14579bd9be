import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Clock, type Person, isUuid, notFound, userErrors } from '@charter/service';
import { decidePushToken, tooManyDevices } from '../domain/push-token';
import { MOST_DEVICES, type PushDeviceStore } from '../store/push-device.store';
import type { NoticesContext } from './context';
import {
  PushDeviceType,
  RegisterPushDeviceInput,
  RegisterPushDevicePayload,
  RemovePushDeviceInput,
  RemovePushDevicePayload,
} from './push-device.type';

@Resolver(() => PushDeviceType)
export class PushDeviceResolver {
  constructor(
    private readonly devices: PushDeviceStore,
    private readonly clock: Clock,
  ) {}

  @Authorized()
  @Mutation(() => RegisterPushDevicePayload, {
    description: 'Registers a device of one’s own: from now on one is told there too, whatever happens.',
  })
  async registerPushDevice(
    @Arg('input', () => RegisterPushDeviceInput, { description: 'The device.' }) input: RegisterPushDeviceInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<RegisterPushDevicePayload> {
    const { id, language } = caller as Person;
    const decided = decidePushToken(input.token);
    if (!decided.ok) return { device: null, errors: userErrors(decided.refusals, language) };
    const device = await this.devices.register(id, decided.value, input.platform, this.clock.now());
    if (!device) return { device: null, errors: userErrors([tooManyDevices(MOST_DEVICES)], language) };
    return { device, errors: [] };
  }

  @Authorized()
  @Mutation(() => RemovePushDevicePayload, {
    description: 'Removes a device of one’s own: nothing is told there any more.',
  })
  async removePushDevice(
    @Arg('input', () => RemovePushDeviceInput, { description: 'Which one.' }) { id }: RemovePushDeviceInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<RemovePushDevicePayload> {
    const device = isUuid(id) ? await this.devices.remove((caller as Person).id, id) : undefined;
    if (!device) throw notFound(caller.language);
    return { device, errors: [] };
  }
}
