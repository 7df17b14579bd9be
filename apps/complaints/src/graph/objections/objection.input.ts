import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate, ProcessingPeriodInput, UserError } from '@charter/service';
import type { Basis, ObjectionStatus } from '../../domain/objections/objection';
import { BasisEnum, ObjectionRuleType, ObjectionStatusEnum, ObjectionType } from './objection.type';

const VERSION = { nullable: true, description: 'The version that was read: with it, nobody’s change is overwritten.' };

@InputType({ description: 'An objection to file.' })
export class AppealComplaintInput {
  @Field(() => ID, { description: 'The complaint whose handling it is about.' })
  complaintId: string;

  @Field(() => BasisEnum, {
    nullable: true,
    description: 'Without it: the law’s where it fits, otherwise the charter’s.',
  })
  basis?: Basis | null;

  @Field(() => String, { description: 'To what you object, and why: 1 to 10,000 characters.' })
  reason: string;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;

  @Field(() => Int, { ...VERSION, description: 'The version of the complaint that was read.' })
  version?: number | null;
}

/** Which objection a step is about. */
@InputType()
abstract class ObjectionStepInput {
  @Field(() => ID, { description: 'The objection.' })
  objectionId: string;

  @Field(() => Int, VERSION)
  version?: number | null;
}

@InputType({ description: 'Who decides an objection.' })
export class AssignObjectionInput extends ObjectionStepInput {
  @Field(() => ID, { description: 'An officer who neither has nor closed the complaint.' })
  officerId: string;
}

@InputType({ description: 'The decision of an objection.' })
export class DecideAppealInput extends ObjectionStepInput {
  @Field(() => Boolean, { description: 'Whether it is upheld (인용) or dismissed (기각).' })
  upheld: boolean;

  @Field(() => String, { description: 'Why, in words that the citizen reads: 1 to 20,000 characters.' })
  reason: string;
}

@InputType({ description: 'More time to decide an objection.' })
export class ExtendObjectionInput extends ObjectionStepInput {
  @Field(() => Int, { description: 'How much longer, in the unit of its period: by law 1 to 10 days.' })
  length: number;

  @Field(() => String, { description: 'Why, in words that the citizen reads: 1 to 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'An objection to take back.' })
export class WithdrawObjectionInput extends ObjectionStepInput {}

@InputType({ description: 'Within what objections by the charter are decided, from a day on.' })
export class SaveObjectionRuleInput {
  @Field(() => LocalDate, { description: 'From which day of filing on: today or later.' })
  validFrom: string;

  @Field(() => ProcessingPeriodInput, { description: 'Within what they are decided.' })
  period: ProcessingPeriodInput;

  @Field(() => Int, { defaultValue: 0, description: 'By how much this may be extended once, in the same unit.' })
  longestExtension: number;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which objections, of those that the caller may see.' })
export class ObjectionFilterInput {
  @Field(() => [ObjectionStatusEnum], { nullable: true, description: 'Only in these statuses.' })
  status?: ObjectionStatus[] | null;

  @Field(() => BasisEnum, { nullable: true, description: 'Only on this basis.' })
  basis?: Basis | null;

  @Field(() => ID, { nullable: true, description: 'Only to this complaint.' })
  complaintId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only about this department, by code.' })
  departmentCode?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Only those that the caller decides.' })
  mine: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Only open and late, or only the others.' })
  overdue?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'Filed from this moment on.' })
  filedFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Filed before this moment.' })
  filedTo?: Date | null;
}

@ObjectType()
export abstract class ObjectionPayload {
  @Field(() => ObjectionType, { nullable: true, description: 'The objection as it is now.' })
  objection: ObjectionType | null;

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of appealComplaint.' })
export class AppealComplaintPayload extends ObjectionPayload {}

@ObjectType({ description: 'The answer of assignObjection.' })
export class AssignObjectionPayload extends ObjectionPayload {}

@ObjectType({ description: 'The answer of decideAppeal.' })
export class DecideAppealPayload extends ObjectionPayload {}

@ObjectType({ description: 'The answer of extendObjection.' })
export class ExtendObjectionPayload extends ObjectionPayload {}

@ObjectType({ description: 'The answer of withdrawObjection.' })
export class WithdrawObjectionPayload extends ObjectionPayload {}

@ObjectType({ description: 'The answer of saveObjectionRule.' })
export class SaveObjectionRulePayload {
  @Field(() => ObjectionRuleType, { nullable: true, description: 'The rule.' })
  rule: ObjectionRuleType | null;

  @Field(() => [UserError], { description: 'Why it was not saved; empty when it was.' })
  errors: UserError[];
}
