import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, Money, ReceiptNumber, connectionType } from '@charter/service';
import type { Breach } from '../domain/rule';
import type { ClaimEntity, ClaimHistoryEntity, ClaimStatus } from '../store/compensation.entity';
import { BreachEnum, ClaimStatusEnum } from './enums';

@ObjectType('CompensationClaimChange', { description: 'One step of a claim.' })
export class ClaimChangeType {
  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => String, { description: 'Who: a person’s id, or `system`.' })
  by: string;

  @Field(() => ClaimStatusEnum, { nullable: true, description: 'How far it was; null for its opening.' })
  from: ClaimStatus | null;

  @Field(() => ClaimStatusEnum, { description: 'How far it was from then on.' })
  to: ClaimStatus;

  @Field(() => String, { nullable: true, description: 'Why: for its opening, the breach.' })
  reason: string | null;
}

export const toClaimChangeType = (line: ClaimHistoryEntity): ClaimChangeType => ({
  at: line.changedAt,
  by: line.changedBy,
  from: line.fromStatus,
  to: line.toStatus,
  reason: line.reason,
});

@Directive('@key(fields: "id")')
@ObjectType('CompensationClaim', { description: 'A claim to compensation (서비스 보상 청구).' })
export class ClaimType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ReceiptNumber, { description: 'The number of the complaint (접수번호).' })
  receiptNumber: string;

  @Field(() => BreachEnum, { description: 'What was broken.' })
  breach: Breach;

  @Field(() => ClaimStatusEnum, { description: 'How far it is.' })
  status: ClaimStatus;

  @Field(() => Money, {
    description:
      'What it is worth: the rule’s base amount for the first working day of lateness and its step for each further one, up to its cap and the citizen’s yearly ceiling.',
  })
  amount: number;

  @Field(() => String, { description: 'The rule that decided, by code.' })
  ruleCode: string;

  @Field(() => Int, { description: 'The version of the rule that decided.' })
  ruleVersion: number;

  @Field(() => DateTime, { description: 'The due moment that was missed.' })
  missedAt: Date;

  @Field(() => Int, {
    description: 'Working days of lateness begun when it was opened, from 1: what the amount rests on.',
  })
  lateWorkingDays: number;

  @Field(() => DateTime, { description: 'When it was opened.' })
  openedAt: Date;

  @Field(() => ID, { nullable: true, description: 'The event that opened it; null for one of an imported history.' })
  openedByEvent: string | null;

  complaintId: string;
  citizenId: string;
  departmentCode: string;
}

export const toClaimType = (claim: ClaimEntity): ClaimType => ({
  id: claim.id,
  receiptNumber: claim.receiptNumber,
  breach: claim.breach,
  status: claim.status,
  amount: claim.amount,
  ruleCode: claim.ruleCode,
  ruleVersion: claim.ruleVersion,
  missedAt: claim.missedAt,
  lateWorkingDays: claim.lateWorkingDays,
  openedAt: claim.openedAt,
  openedByEvent: claim.openedByEvent,
  complaintId: claim.complaintId,
  citizenId: claim.citizenId,
  departmentCode: claim.departmentCode,
});

export const ClaimConnection = connectionType('CompensationClaim', () => ClaimType);

@InputType('CompensationClaimFilterInput', { description: 'Which claims, of those that the caller may see.' })
export class ClaimFilterInput {
  @Field(() => BreachEnum, { nullable: true, description: 'Only for this breach.' })
  breach?: Breach | null;

  @Field(() => String, { nullable: true, description: 'Only against this department, by code.' })
  departmentCode?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Opened from this moment on.' })
  openedFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Opened before this moment.' })
  openedTo?: Date | null;
}
