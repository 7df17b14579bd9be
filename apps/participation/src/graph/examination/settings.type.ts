import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDate, Money, UserError } from '@charter/service';
import { AwardGradeType, ThresholdType } from './examination.type';

@InputType({ description: 'From how many endorsements on a department answers.' })
export class SetEndorsementThresholdInput {
  @Field(() => String, { nullable: true, description: 'The department, by code; none: all without their own.' })
  departmentCode?: string | null;

  @Field(() => Int, { description: 'How many, from 1.' })
  endorsements: number;

  @Field(() => Int, { description: 'Within how many working days it answers, 1 to 90.' })
  answerDays: number;

  @Field(() => LocalDate, { description: 'The first day on which it holds: today or later.' })
  validFrom: string;
}

@ObjectType({ description: 'The answer of setEndorsementThreshold.' })
export class SetEndorsementThresholdPayload {
  @Field(() => ThresholdType, { nullable: true, description: 'The threshold.' })
  threshold: ThresholdType | null;

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}

@InputType({ description: 'A grade of awards (시상 등급), from a day on.' })
export class SetAwardGradeInput {
  @Field(() => String, { description: 'Its code: capital letters, digits and _, up to 32.' })
  code: string;

  @Field(() => String, { description: 'Its name in Korean, 1 to 50 characters.' })
  nameKo: string;

  @Field(() => String, { description: 'Its name in English, 1 to 50 characters.' })
  nameEn: string;

  @Field(() => Money, { description: 'The award in KRW, up to 8,000,000 by the ordinance.' })
  amount: number;

  @Field(() => LocalDate, { description: 'The first day on which it holds: today or later.' })
  validFrom: string;
}

@ObjectType({ description: 'The answer of setAwardGrade.' })
export class SetAwardGradePayload {
  @Field(() => AwardGradeType, { nullable: true, description: 'The grade.' })
  grade: AwardGradeType | null;

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}
