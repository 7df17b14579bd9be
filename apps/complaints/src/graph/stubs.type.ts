import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { PublicFor, PublicWithin } from '@charter/service';
import type { Performance } from '../store/performance';

@Directive('@key(fields: "id")')
@ObjectType('Citizen', { description: 'A citizen (시민).' })
export class CitizenType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

@PublicFor(30)
@Directive('@key(fields: "code")')
@ObjectType('Department', { description: 'A department of the city (부서).' })
export class DepartmentType {
  @Field(() => String, { description: 'Its code.' })
  code: string;
}

@PublicWithin()
@ObjectType('ComplaintPerformance', {
  description: 'How a department kept the complaints that it received in a period.',
})
export class PerformanceType implements Performance {
  @Field(() => Int, { description: 'Received in the period.' })
  received: number;

  @Field(() => Int, { description: 'Of these, answered.' })
  answered: number;

  @Field(() => Int, { description: 'Of these, refused with a reason (거부).' })
  rejected: number;

  @Field(() => Int, { description: 'Of these, withdrawn.' })
  withdrawn: number;

  @Field(() => Int, {
    description: 'Of these, brought to an end by the office: what the rates are of, together with the open late ones.',
  })
  closed: number;

  @Field(() => Int, { description: 'Of these, still open.' })
  open: number;

  @Field(() => Int, { description: 'Of these, still open and past the law’s date.' })
  openLate: number;

  @Field(() => Int, { description: 'Of these, still open and past the charter’s shorter date.' })
  charterOpenLate: number;

  @Field(() => Int, { description: 'Of these, closed in time by the law’s date.' })
  inTime: number;

  @Field(() => Int, { description: 'Of these, closed in time by the charter’s shorter date.' })
  charterInTime: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Closed in time ÷ (closed + open and late), by the law’s date, 0 to 1; null when there is nothing to rate.',
  })
  onTimeRate: number | null;

  @Field(() => Float, { nullable: true, description: 'The same by the charter’s shorter date.' })
  charterOnTimeRate: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Median working hours from receipt to result. Figures are kept in steps of half an hour up to a working day, of two hours up to ten.',
  })
  medianHours: number | null;

  @Field(() => Float, { nullable: true, description: 'Working hours within which nine of ten had their result.' })
  p90Hours: number | null;
}
