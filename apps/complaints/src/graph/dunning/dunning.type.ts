import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, ReceiptNumber, connectionType } from '@charter/service';
import type { DunningStage } from '../../domain/dunning/dunning';
import type { DunningEntity, InspectionCaseEntity } from '../../store/dunning/dunning.entity';
import { DepartmentType } from '../stubs.type';

const StageEnum = { DEPARTMENT_HEAD: 'DEPARTMENT_HEAD', AUDIT_OFFICE: 'AUDIT_OFFICE' } as const;
registerEnumType(StageEnum, {
  name: 'DunningStage',
  description: 'To whom a dunning letter goes (독촉장).',
  valuesConfig: {
    DEPARTMENT_HEAD: { description: 'To the head of the department, at the moment of lateness (부서장).' },
    AUDIT_OFFICE: { description: 'To the audit office, when it was still not done (감사 부서).' },
  },
});

@ObjectType('Dunning', { description: 'A dunning letter of the petition auditor about a late complaint (독촉장).' })
export class DunningType {
  @Field(() => StageEnum, { description: 'To whom.' })
  stage: DunningStage;

  @Field(() => DateTime, { description: 'The date that was missed.' })
  dueAt: Date;

  @Field(() => DateTime, { description: 'When it was sent.' })
  dunnedAt: Date;
}

export const toDunningType = ({ stage, dueAt, dunnedAt }: DunningEntity): DunningType => ({ stage, dueAt, dunnedAt });

@ObjectType('InspectionCase', {
  description: 'A late complaint as it stood at the end of a month: facts alone, nothing personal.',
})
export class InspectionCaseType {
  @Field(() => ID, { description: 'The complaint.' })
  complaintId: string;

  @Field(() => ReceiptNumber, { description: 'Its receipt number.' })
  receiptNumber: string;

  @Field(() => DepartmentType, { nullable: true, description: 'The department that had it.' })
  department: DepartmentType | null;

  @Field(() => String, { description: 'The service that was asked for, by code.' })
  serviceCode: string;

  @Field(() => ID, { nullable: true, description: 'The officer who had it.' })
  officerId: string | null;

  @Field(() => DateTime, { description: 'The law’s date that was missed.' })
  dueAt: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was closed in that month; null where it was still open.',
  })
  closedAt: Date | null;

  @Field(() => Int, { description: 'Dunning letters until the end of the month.' })
  dunnings: number;
}

export const toInspectionCase = (found: InspectionCaseEntity): InspectionCaseType => ({
  complaintId: found.complaintId,
  receiptNumber: found.receiptNumber,
  department: { code: found.departmentCode },
  serviceCode: found.serviceCode,
  officerId: found.officerId,
  dueAt: found.dueAt,
  closedAt: found.closedAt,
  dunnings: found.dunnings,
});

export const InspectionCaseConnection = connectionType('InspectionCase', () => InspectionCaseType);
