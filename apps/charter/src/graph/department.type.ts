import { Directive, Field, ObjectType } from 'type-graphql';
import { DateTime, LocalDate, PublicFor, PublicWithin, UserError } from '@charter/service';
import type { Department } from '../domain/department';
import type { DepartmentHistoryEntity } from '../store/department.entity';

@Directive('@key(fields: "code")')
@PublicFor(60)
@ObjectType('Department', { description: 'A department of the city (부서).' })
export class DepartmentType {
  @Field(() => String, { description: 'Its code, which never changes.' })
  code: string;

  @Field(() => String, { description: 'Its name in Korean.' })
  nameKo: string;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn: string;

  @Field(() => String, { nullable: true, description: 'The phone number to call.' })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'What it does (담당 업무), in Korean.' })
  dutiesKo: string | null;

  @Field(() => String, { nullable: true, description: 'What it does, in English.' })
  dutiesEn: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day from which it takes no new work (폐지일).' })
  closedOn: string | null;

  parentCode: string | null;
  successorCode: string | null;
}

export const toDepartmentType = (department: Department): DepartmentType => ({
  code: department.code,
  nameKo: department.nameKo,
  nameEn: department.nameEn,
  phone: department.phone,
  dutiesKo: department.dutiesKo,
  dutiesEn: department.dutiesEn,
  closedOn: department.closedOn,
  parentCode: department.parentCode,
  successorCode: department.successorCode,
});

@PublicWithin()
@ObjectType('DepartmentVersion', { description: 'What a department was from a moment on.' })
export class DepartmentVersionType {
  @Field(() => DateTime, { description: 'When it was saved so.' })
  savedAt: Date;

  @Field(() => String, { description: 'Its name then, in Korean.' })
  nameKo: string;

  @Field(() => String, { description: 'Its name then, in English.' })
  nameEn: string;

  @Field(() => String, { nullable: true, description: 'The code of the department above it.' })
  parentCode: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day from which it was to take no new work.' })
  closedOn: string | null;

  @Field(() => String, { nullable: true, description: 'The code of who was to carry on what it had.' })
  successorCode: string | null;
}

export const toDepartmentVersionType = ({ after, changedAt }: DepartmentHistoryEntity): DepartmentVersionType => {
  const { nameKo, nameEn, parentCode, closedOn, successorCode } = after;
  return { savedAt: changedAt, nameKo, nameEn, parentCode, closedOn, successorCode };
};

@ObjectType({ description: 'The answer of saveDepartment.' })
export class SaveDepartmentPayload {
  @Field(() => DepartmentType, { nullable: true, description: 'The department as it is now.' })
  department: DepartmentType | null;

  @Field(() => [UserError], { description: 'Why it was not saved; empty when it was.' })
  errors: UserError[];
}
