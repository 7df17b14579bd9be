import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { PublicFor } from '@charter/service';

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

@PublicFor(30)
@Directive('@key(fields: "code")')
@ObjectType('Standard', { description: 'A service standard of the charter (이행기준).' })
export class StandardType {
  @Field(() => String, { description: 'Its code.' })
  code: string;
}

@PublicFor(30)
@Directive('@key(fields: "code")')
@ObjectType('Department', { description: 'A department of the city (부서).' })
export class DepartmentType {
  @Field(() => String, { description: 'Its code.' })
  code: string;
}
