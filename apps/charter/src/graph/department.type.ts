import { Directive, Field, ObjectType } from 'type-graphql';
import { LocalDate, UserError } from '@charter/service';
import type { Department } from '../domain/department';

@Directive('@key(fields: "code")')
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

@ObjectType({ description: 'The answer of saveDepartment.' })
export class SaveDepartmentPayload {
  @Field(() => DepartmentType, { nullable: true, description: 'The department as it is now.' })
  department: DepartmentType | null;

  @Field(() => [UserError], { description: 'Why it was not saved; empty when it was.' })
  errors: UserError[];
}
