import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '@charter/service';

@InputType({ description: 'A department as it should be from now on.' })
export class SaveDepartmentInput {
  @Field(() => String, { description: 'Its code: capitals, digits, underscores. A new code opens a department.' })
  code: string;

  @Field(() => String, { description: 'Its name in Korean, 1 to 100 characters.' })
  nameKo: string;

  @Field(() => String, { description: 'Its name in English, 1 to 100 characters.' })
  nameEn: string;

  @Field(() => String, { nullable: true, description: 'The phone number to call.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'What it does, in Korean.' })
  dutiesKo?: string | null;

  @Field(() => String, { nullable: true, description: 'What it does, in English.' })
  dutiesEn?: string | null;

  @Field(() => String, { nullable: true, description: 'The department above it.' })
  parentCode?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day from which it takes no new work.' })
  closedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Who carries on what a closed department had.' })
  successorCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}
