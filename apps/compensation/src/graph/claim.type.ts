import { Directive, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, Money, ReceiptNumber, connectionType } from '@charter/service';
import type { ClaimStatus, RefusalGround } from '../domain/claims/claim';
import type { Breach, Exclusion, Form } from '../domain/rule';
import type { ClaimEntity, ClaimHistoryEntity } from '../store/compensation.entity';
import { BreachEnum, ClaimStatusEnum, FormEnum, RefusalGroundEnum } from './enums';

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

  @Field(() => String, { nullable: true, description: 'Why: for its opening the breach, for a refusal the ground.' })
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

  @Field(() => FormEnum, { description: 'How it is paid.' })
  form: Form;

  @Field(() => DateTime, { description: 'When the promise was broken: for lateness, the due moment that was missed.' })
  missedAt: Date;

  @Field(() => Int, {
    description:
      'Working days of lateness begun, from 1: when it was opened, and from the review on until the complaint was answered. 0 for any other breach.',
  })
  lateWorkingDays: number;

  @Field(() => Float, { nullable: true, description: 'The same in working hours.' })
  lateWorkingHours: number | null;

  @Field(() => DateTime, { description: 'When it was opened.' })
  openedAt: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'The event that opened it; null for one that the citizen made, and for one of an imported history.',
  })
  openedByEvent: string | null;

  @Field(() => Boolean, { description: 'Whether the citizen made it; otherwise it opened by itself.' })
  filedByCitizen: boolean;

  @Field(() => String, { nullable: true, description: 'What the citizen says happened.' })
  statement: string | null;

  @Field(() => String, { nullable: true, description: 'What the citizen says shows it.' })
  evidence: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How far the citizen came, one way, in kilometres: what the review found, before it what the citizen says.',
  })
  distanceKm: number | null;

  @Field(() => Boolean, { description: 'Whether the citizen said that they seek another remedy for the same.' })
  otherRemedySought: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was approved or refused.' })
  decidedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was paid.' })
  paidAt: Date | null;

  @Field(() => RefusalGroundEnum, { nullable: true, description: 'Why it was refused.' })
  refusalGround: RefusalGround | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused, in the office’s words.' })
  refusalReason: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the citizen can object; null while it is not refused, and after an objection.',
  })
  objectUntil: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the citizen objects.' })
  objection: string | null;

  @Field(() => Int, { description: 'Its version: give it with a step, and nobody else’s is overwritten.' })
  version: number;

  decisionId: string | null;
  reviewNote: string | null;
  exclusion: Exclusion | null;
  reviewedBy: string | null;
  decidedBy: string | null;

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
  lateWorkingDays: claim.lateWorkingDays ?? 0,
  openedAt: claim.openedAt,
  openedByEvent: claim.openedByEvent,
  form: claim.form,
  lateWorkingHours: claim.lateWorkingHours,
  filedByCitizen: claim.filedBy !== null,
  statement: claim.statement,
  evidence: claim.evidence,
  distanceKm: claim.distanceKm,
  otherRemedySought: claim.otherRemedySought,
  exclusion: claim.exclusion,
  decidedAt: claim.decidedAt,
  paidAt: claim.paidAt,
  refusalGround: claim.refusalGround,
  refusalReason: claim.reason,
  objectUntil: claim.objectUntil,
  objection: claim.objection,
  version: claim.version,
  decisionId: claim.decisionId,
  reviewNote: claim.reviewNote,
  reviewedBy: claim.reviewedBy,
  decidedBy: claim.decidedBy,
  complaintId: claim.complaintId,
  citizenId: claim.citizenId,
  departmentCode: claim.departmentCode,
});

export const ClaimConnection = connectionType('CompensationClaim', () => ClaimType);

@InputType('CompensationClaimFilterInput', { description: 'Which claims, of those that the caller may see.' })
export class ClaimFilterInput {
  @Field(() => BreachEnum, { nullable: true, description: 'Only for this breach.' })
  breach?: Breach | null;

  @Field(() => ClaimStatusEnum, { nullable: true, description: 'Only those that are so far.' })
  status?: ClaimStatus | null;

  @Field(() => String, { nullable: true, description: 'Only against this department, by code.' })
  departmentCode?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Opened from this moment on.' })
  openedFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Opened before this moment.' })
  openedTo?: Date | null;
}
