import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate, Money, PublicFor, PublicWithin, UserError } from '@charter/service';
import { type Breach, EXCLUSIONS, type Exclusion, type Form, type RuleTerms } from '../domain/rule';
import type { RuleEntity } from '../store/compensation.entity';
import { BreachEnum, ExclusionEnum, FormEnum } from './enums';

@PublicWithin()
@ObjectType('LatenessStep', { description: 'From so many working hours of lateness on, so much.' })
export class LatenessStepType {
  @Field(() => Int, { description: 'Working hours of lateness, from 0.' })
  fromHours: number;

  @Field(() => Money, { description: 'What is paid from then on.' })
  amount: number;
}

@InputType({ description: 'From so many working hours of lateness on, so much.' })
export class LatenessStepInput {
  @Field(() => Int, { description: 'Working hours of lateness; the first step is from 0.' })
  fromHours: number;

  @Field(() => Money, { description: 'What is paid from then on; the first is the base amount.' })
  amount: number;
}

@ObjectType('DistanceBand', { description: 'From so many kilometres on, one way, so much (거리 구간).' })
export class DistanceBandType {
  @Field(() => Int, { description: 'Kilometres, one way, from 0.' })
  fromKm: number;

  @Field(() => Money, { description: 'What is paid from there on.' })
  amount: number;
}

@InputType({ description: 'From so many kilometres on, one way, so much.' })
export class DistanceBandInput {
  @Field(() => Int, { description: 'Kilometres, one way; the first band is from 0.' })
  fromKm: number;

  @Field(() => Money, { description: 'What is paid from there on; the first is the base amount.' })
  amount: number;
}

@PublicFor(60)
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

  @Field(() => [LatenessStepType], {
    nullable: true,
    description: 'Amounts by working hours of lateness, where they take the place of a step for each day.',
  })
  lateness: LatenessStepType[] | null;

  @Field(() => [DistanceBandType], {
    nullable: true,
    description: 'Amounts by the way of somebody who came for nothing, where they take the place of the base amount.',
  })
  distance: DistanceBandType[] | null;

  @Field(() => [ExclusionEnum], { description: 'Why it does not pay though a promise was broken.' })
  exclusions: Exclusion[];

  @Field(() => [String], { description: 'The charter’s standards that it backs, by code.' })
  standardCodes: string[];

  @Field(() => Int, { description: 'Working days in which a claim is decided.' })
  decisionDays: number;

  @Field(() => Int, { description: 'Calendar days in which a citizen can claim what does not open by itself.' })
  claimDays: number;

  @Field(() => String, { nullable: true, description: 'What a citizen has to show, in Korean; null when nothing.' })
  evidenceKo: string | null;

  @Field(() => String, { nullable: true, description: 'What a citizen has to show, in English; null when nothing.' })
  evidenceEn: string | null;

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
  lateness: rule.lateness,
  distance: rule.distance,
  exclusions: rule.exclusions,
  standardCodes: rule.standardCodes,
  decisionDays: rule.decisionDays,
  claimDays: rule.claimDays,
  evidenceKo: rule.evidenceKo,
  evidenceEn: rule.evidenceEn,
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

  @Field(() => [LatenessStepInput], {
    nullable: true,
    description: 'Amounts by working hours of lateness, rising from the base amount at hour 0; then without a step.',
  })
  lateness?: LatenessStepInput[] | null;

  @Field(() => [DistanceBandInput], {
    nullable: true,
    description: 'Amounts by distance, for a second visit or a wrong notice, rising from the base amount at 0 km.',
  })
  distance?: DistanceBandInput[] | null;

  @Field(() => [ExclusionEnum], {
    defaultValue: [...EXCLUSIONS],
    description: 'Why it does not pay though a promise was broken.',
  })
  exclusions: Exclusion[];

  @Field(() => [String], {
    defaultValue: [],
    description: 'The charter’s standards that it backs, by code: each shows it as compensationRules. At most 20.',
  })
  standardCodes: string[];

  @Field(() => Int, { defaultValue: 14, description: 'Working days in which a claim is decided, 1 to 60.' })
  decisionDays: number;

  @Field(() => Int, { defaultValue: 60, description: 'Calendar days in which a citizen can claim, 1 to 1,095.' })
  claimDays: number;

  @Field(() => String, { nullable: true, description: 'What a citizen has to show, in Korean.' })
  evidenceKo?: string | null;

  @Field(() => String, { nullable: true, description: 'What a citizen has to show, in English.' })
  evidenceEn?: string | null;

  @Field(() => LocalDate, { description: 'Its first day; the version before ends on the day before.' })
  validFrom: string;

  @Field(() => LocalDate, { nullable: true, description: 'Its last day; left out, it holds until a newer version.' })
  validTo?: string | null;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

/** What is left out is null. */
export const termsOf = (input: Omit<SaveRuleInput, 'idempotencyKey'>): RuleTerms => ({
  ...input,
  lateness: input.lateness?.map(({ fromHours, amount }) => ({ fromHours, amount })) ?? null,
  distance: input.distance?.map(({ fromKm, amount }) => ({ fromKm, amount })) ?? null,
  yearlyCeiling: input.yearlyCeiling ?? null,
  evidenceKo: input.evidenceKo ?? null,
  evidenceEn: input.evidenceEn ?? null,
  validTo: input.validTo ?? null,
});

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

@ObjectType('CompensationDryRun', { description: 'What a rule would have cost. Nothing was written.' })
export class DryRunType {
  @Field(() => Int, { description: 'How many broken promises it would have paid for.' })
  claims: number;

  @Field(() => Money, { description: 'What they would have cost together.' })
  total: number;

  @Field(() => Int, { description: 'How many citizens it would have paid.' })
  citizens: number;

  @Field(() => Int, { description: 'How many would have got less, or nothing, because of the yearly ceiling.' })
  limited: number;

  @Field(() => Int, { description: 'How many it would not have paid for, because of its exclusions.' })
  excluded: number;
}

@ObjectType({ description: 'What dryRunRule answers.' })
export class DryRunPayload {
  @Field(() => DryRunType, { nullable: true, description: 'The figures.' })
  result: DryRunType | null;

  @Field(() => [UserError], { description: 'What is wrong with the rule; empty when nothing is.' })
  errors: UserError[];
}
