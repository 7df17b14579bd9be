import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, Money, connectionType } from '@charter/service';
import type { Breach } from '../domain/rule';
import type { ClaimEntity } from '../store/compensation.entity';
import { BreachEnum, ClaimStatusEnum } from './enums';

@Directive('@key(fields: "id")')
@ObjectType('CompensationClaim', { description: 'A claim to compensation (서비스 보상 청구).' })
export class ClaimType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => BreachEnum, { description: 'What was broken.' })
  breach: Breach;

  @Field(() => ClaimStatusEnum, { description: 'How far it is.' })
  status: 'OPENED';

  @Field(() => Money, { description: 'What it is worth.' })
  amount: number;

  @Field(() => String, { description: 'The rule that decided, by code.' })
  ruleCode: string;

  @Field(() => Int, { description: 'The version of the rule that decided.' })
  ruleVersion: number;

  @Field(() => DateTime, { description: 'The due moment that was missed.' })
  missedAt: Date;

  @Field(() => DateTime, { description: 'When it was opened.' })
  openedAt: Date;

  complaintId: string;
  citizenId: string;
  departmentCode: string;
}

export const toClaimType = (claim: ClaimEntity): ClaimType => ({
  id: claim.id,
  breach: claim.breach,
  status: claim.status,
  amount: claim.amount,
  ruleCode: claim.ruleCode,
  ruleVersion: claim.ruleVersion,
  missedAt: claim.missedAt,
  openedAt: claim.openedAt,
  complaintId: claim.complaintId,
  citizenId: claim.citizenId,
  departmentCode: claim.departmentCode,
});

export const ClaimConnection = connectionType('CompensationClaim', () => ClaimType);

@InputType({ description: 'Which claims, of those that the caller may see.' })
export class ClaimFilterInput {
  @Field(() => BreachEnum, { nullable: true, description: 'Only for this breach.' })
  breach?: Breach | null;
}

@Directive('@key(fields: "id")')
@ObjectType('Complaint', { description: 'A complaint (민원).' })
export class ComplaintType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Citizen', { description: 'A citizen (시민).' })
export class CitizenType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

@Directive('@key(fields: "code", resolvable: false)')
@ObjectType('Department', { description: 'A department of the city (부서).' })
export class DepartmentType {
  @Field(() => String, { description: 'Its code.' })
  code: string;
}
