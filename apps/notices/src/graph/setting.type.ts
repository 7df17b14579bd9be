import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, UserError, graphEnum } from '@charter/service';
import { SETTINGS, SETTING_KEYS, SETTING_UNITS, type SettingKey, type SettingUnit } from '../domain/setting';
import type { StandingSetting } from '../setting.service';

const SettingKeyEnum = graphEnum('SettingKey', 'What administrators may set.', SETTING_KEYS, {
  QUEUE_LATE_AFTER: {
    description: '대기열 지연 기준. From which age of its oldest unconfirmed event a queue is shown as late.',
  },
  QUEUE_CROWDED_FROM: {
    description: '대기열 적체 기준. From how many unconfirmed events a queue is shown as crowded.',
  },
});

const SettingUnitEnum = graphEnum('SettingUnit', 'What a setting counts.', SETTING_UNITS, {
  SECONDS: { description: '초. Seconds.' },
  EVENTS: { description: '건. Events.' },
});

@ObjectType('Setting', { description: 'Something that administrators set while the platform runs.' })
export class SettingType {
  @Field(() => SettingKeyEnum, { description: 'Which.' })
  key: SettingKey;

  @Field(() => Int, { description: 'What holds now.' })
  value: number;

  @Field(() => Int, { description: 'What holds until somebody sets it.' })
  standard: number;

  @Field(() => Int, { description: 'The lowest value that is taken.' })
  least: number;

  @Field(() => Int, { description: 'The highest value that is taken.' })
  most: number;

  @Field(() => SettingUnitEnum, { description: 'What it counts.' })
  unit: SettingUnit;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was set last; null when nobody has. Who and why: adminActions.',
  })
  savedAt: Date | null;
}

@InputType({ description: 'A setting to change.' })
export class SaveSettingInput {
  @Field(() => SettingKeyEnum, { description: 'Which.' })
  key: SettingKey;

  @Field(() => Int, { description: 'To what.' })
  value: number;

  @Field(() => String, { description: 'Why, 1 to 500 characters: it stands in the record.' })
  reason: string;
}

@ObjectType({ description: 'The answer of saveSetting.' })
export class SaveSettingPayload {
  @Field(() => SettingType, { nullable: true, description: 'The setting as it holds from now on.' })
  setting: SettingType | null;

  @Field(() => [UserError], { description: 'Why it was not changed; empty when it was.' })
  errors: UserError[];
}

/** The columns that the graph shows. */
export const toSettingType = ({ key, value, savedAt }: StandingSetting): SettingType => ({
  ...{ key, value, savedAt },
  ...SETTINGS[key],
});
