import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '@charter/service';
import type { MeasuredBy, StandardCategory } from '../domain/standard';
import type { TargetDirection, TargetUnit } from '../domain/standard-target';
import { MeasuredByEnum, StandardCategoryEnum, TargetDirectionEnum, TargetUnitEnum } from './standard.type';

@InputType({ description: 'When a standard counts as kept.' })
export class StandardTargetInput {
  @Field(() => TargetDirectionEnum, { description: 'Which side is kept.' })
  direction: TargetDirection;

  @Field(() => Float, { description: 'The value, from 0, with two decimals at most; percent and points up to 100.' })
  value: number;

  @Field(() => TargetUnitEnum, { description: 'What it counts.' })
  unit: TargetUnit;
}

@InputType({ description: 'A service standard.' })
export class SaveStandardInput {
  @Field(() => String, { description: 'Its code: capitals, digits, underscores. A new code makes a standard.' })
  code: string;

  @Field(() => StandardCategoryEnum, { description: 'What it is about.' })
  category: StandardCategory;

  @Field(() => String, {
    nullable: true,
    description: 'The department that promises it, by code; without one, the whole city does (공통이행기준).',
  })
  departmentCode?: string | null;

  @Field(() => String, { description: 'What is promised, in Korean, 1 to 200 characters.' })
  promiseKo: string;

  @Field(() => String, { description: 'What is promised, in English, 1 to 200 characters.' })
  promiseEn: string;

  @Field(() => String, { description: 'How it is measured, in Korean, 1 to 1,000 characters.' })
  measureKo: string;

  @Field(() => String, { description: 'How it is measured, in English, 1 to 1,000 characters.' })
  measureEn: string;

  @Field(() => StandardTargetInput, { description: 'When it counts as kept.' })
  target: StandardTargetInput;

  @Field(() => MeasuredByEnum, { description: 'What keeps it measured.' })
  measuredBy: MeasuredBy;

  @Field(() => LocalDate, { description: 'The first day on which it holds.' })
  validFrom: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last day on which it holds; without it, no end.' })
  validTo?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that you have seen, 0 for a new one: STALE_VERSION when it is another.',
  })
  version?: number | null;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which standards.' })
export class StandardFilterInput {
  @Field(() => String, { nullable: true, description: 'Only this department’s own, by code.' })
  departmentCode?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those of the whole city (공통이행기준). False: only departments’ own (개별이행기준).',
  })
  common?: boolean | null;

  @Field(() => StandardCategoryEnum, { nullable: true, description: 'Only those about this.' })
  category?: StandardCategory | null;

  @Field(() => MeasuredByEnum, { nullable: true, description: 'Only those that this keeps measured.' })
  measuredBy?: MeasuredBy | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which they hold; without it, today.' })
  inForceOn?: string | null;
}
