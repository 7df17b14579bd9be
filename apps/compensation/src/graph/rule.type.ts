import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate, Money, UserError } from '@charter/service';
import type { Breach, Form } from '../domain/rule';
import type { RuleEntity } from '../store/compensation.entity';
import { BreachEnum, FormEnum } from './enums';

@ObjectType('CompensationRule', { description: 'What the city pays for a breach (보상 기준), in versions.' })
export class RuleType {
  @Field(() => String, { description: 'Its code.' })
  code: string;

  @Field(() => Int, { description: 'Its version, from 1.' })
  version: number;

  @Field(() => String, { description: 'Its name in Korean.' })
  nameKo: string;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn: string;

  @Field(() => BreachEnum, { description: 'What it pays for.' })
  breach: Breach;

  @Field(() => FormEnum, { description: 'How it pays.' })
  form: Form;

  @Field(() => Money, { description: 'For the first working day of lateness.' })
  baseAmount: number;

  @Field(() => Money, { description: 'For each further working day.' })
  stepAmount: number;

  @Field(() => Money, { description: 'The most for one breach.' })
  cap: number;

  @Field(() => Money, { nullable: true, description: 'The most for one citizen in a calendar year; null without one.' })
  yearlyCeiling: number | null;

  @Field(() => LocalDate, { description: 'Its first day.' })
  validFrom: string;

  @Field(() => LocalDate, { nullable: true, description: 'Its last day; null without an end.' })
  validTo: string | null;

  @Field(() => DateTime, { description: 'When this version was made.' })
  savedAt: Date;

  savedBy: string;
}

export const toRuleType = (rule: RuleEntity): RuleType => ({
  code: rule.code,
  version: rule.version,
  nameKo: rule.nameKo,
  nameEn: rule.nameEn,
  breach: rule.breach,
  form: rule.form,
  baseAmount: rule.baseAmount,
  stepAmount: rule.stepAmount,
  cap: rule.cap,
  yearlyCeiling: rule.yearlyCeiling,
  validFrom: rule.validFrom,
  validTo: rule.validTo,
  savedAt: rule.savedAt,
  savedBy: rule.savedBy,
});

@InputType({ description: 'A new version of a rule.' })
export class SaveRuleInput {
  @Field(() => String, { description: 'Its code: capitals, digits, underscores.' })
  code: string;

  @Field(() => String, { description: 'Its name in Korean.' })
  nameKo: string;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn: string;

  @Field(() => BreachEnum, { description: 'What it pays for.' })
  breach: Breach;

  @Field(() => FormEnum, { description: 'How it pays.' })
  form: Form;

  @Field(() => Money, { description: 'For the first working day of lateness.' })
  baseAmount: number;

  @Field(() => Money, { defaultValue: 0, description: 'For each further working day.' })
  stepAmount: number;

  @Field(() => Money, { description: 'The most for one breach.' })
  cap: number;

  @Field(() => Money, { nullable: true, description: 'The most for one citizen in a calendar year.' })
  yearlyCeiling?: number | null;

  @Field(() => LocalDate, { description: 'Its first day; the version before ends on the day before.' })
  validFrom: string;

  @Field(() => LocalDate, { nullable: true, description: 'Its last day; left out, it holds until a newer version.' })
  validTo?: string | null;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType('CompensationRuleFilterInput', { description: 'Which versions of which rules.' })
export class RuleFilterInput {
  @Field(() => LocalDate, { nullable: true, description: 'Only the versions in force on this day.' })
  inForceOn?: string | null;

  @Field(() => BreachEnum, { nullable: true, description: 'Only for this breach.' })
  breach?: Breach | null;
}

@ObjectType({ description: 'The answer of saveRule.' })
export class SaveRulePayload {
  @Field(() => RuleType, { nullable: true, description: 'The new version.' })
  rule: RuleType | null;

  @Field(() => [UserError], { description: 'Why it was not saved; empty when it was.' })
  errors: UserError[];
}
