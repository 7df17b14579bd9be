import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDate, Money, UserError } from '@charter/service';
import type { Breach, Form, Rule } from '../domain/rule';
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
}

export const toRuleType = (rule: Rule): RuleType => ({
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
}

@ObjectType({ description: 'The answer of saveRule.' })
export class SaveRulePayload {
  @Field(() => RuleType, { nullable: true, description: 'The new version.' })
  rule: RuleType | null;

  @Field(() => [UserError], { description: 'Why it was not saved; empty when it was.' })
  errors: UserError[];
}
