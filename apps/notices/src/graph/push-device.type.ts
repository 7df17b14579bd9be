import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime, UserError, graphEnum } from '@charter/service';
import { PUSH_PLATFORMS, type PushPlatform } from '../store/push-device.entity';

const PlatformEnum = graphEnum('PushPlatform', 'Whose push service reaches a device.', PUSH_PLATFORMS, {
  ANDROID: { description: 'Android (FCM).' },
  IOS: { description: 'iOS (APNs).' },
  WEB: { description: 'A browser (Web Push).' },
});

@ObjectType('PushDevice', {
  description: 'A device on which its person is told by push (기기 알림). Its address is never shown.',
})
export class PushDeviceType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => PlatformEnum, { description: 'Whose push service reaches it.' })
  platform: PushPlatform;

  @Field(() => DateTime, { description: 'When its person registered it.' })
  registeredAt: Date;
}

@InputType({ description: 'A device of one’s own. The address is kept encrypted.' })
export class RegisterPushDeviceInput {
  @Field(() => String, {
    description:
      'Its address, as the push service gave it out; of a browser, the subscription as JSON. It names the device: registered again, it stays the same one.',
  })
  token: string;

  @Field(() => PlatformEnum, { description: 'Whose push service gave the address out.' })
  platform: PushPlatform;
}

@ObjectType({ description: 'The answer of registerPushDevice.' })
export class RegisterPushDevicePayload {
  @Field(() => PushDeviceType, { nullable: true, description: 'The device.' })
  device: PushDeviceType | null;

  @Field(() => [UserError], { description: 'Why it was not registered; empty when it was.' })
  errors: UserError[];
}

@InputType({ description: 'Which device is told nothing any more.' })
export class RemovePushDeviceInput {
  @Field(() => ID, { description: 'The device’s id.' })
  id: string;
}

@ObjectType({ description: 'The answer of removePushDevice.' })
export class RemovePushDevicePayload {
  @Field(() => PushDeviceType, { nullable: true, description: 'The device that was removed.' })
  device: PushDeviceType | null;

  @Field(() => [UserError], { description: 'Always empty; there for the form that all answers have.' })
  errors: UserError[];
}
