import { Field, ObjectType } from 'type-graphql';
import type { Segment } from '@charter/calendar';
import { DateTime, LocalDate, PublicFor, PublicWithin, SegmentType, UserError } from '@charter/service';

@PublicFor(60)
@ObjectType('Holiday', { description: 'A day on which the offices are closed (공휴일).' })
export class HolidayType {
  @Field(() => LocalDate, { description: 'The day.' })
  date: string;

  @Field(() => String, { description: 'Its name in Korean.' })
  nameKo: string;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn: string;

  @Field(() => Boolean, { description: 'Whether an administrator declared it (임시공휴일).' })
  declared: boolean;

  @Field(() => Boolean, {
    description: 'True beyond the gazette’s years: computed by rule, and settled when the gazette comes.',
  })
  provisional: boolean;
}

@PublicFor(60)
@ObjectType({ description: 'When something received at a moment would be due, and why.' })
export class DeadlinePreview {
  @Field(() => DateTime, { nullable: true, description: 'The due moment; null while a pause is open.' })
  dueAt: Date | null;

  @Field(() => DateTime, { description: 'The moment of receipt, or the next working moment after it.' })
  effectiveStartAt: Date;

  @Field(() => Boolean, { description: 'Whether it rests on days beyond the gazette’s data.' })
  provisional: boolean;

  @PublicWithin()
  @Field(() => [SegmentType], { description: 'Every stretch that counted or did not, with its article.' })
  segments: readonly Segment[];
}

@ObjectType({ description: 'The answer of declareHoliday.' })
export class DeclareHolidayPayload {
  @Field(() => HolidayType, { nullable: true, description: 'The holiday as declared.' })
  holiday: HolidayType | null;

  @Field(() => [UserError], { description: 'Why it was not declared; empty when it was.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of revokeHoliday.' })
export class RevokeHolidayPayload {
  @Field(() => LocalDate, { nullable: true, description: 'The day that is a working day again.' })
  date: string | null;

  @Field(() => [UserError], { description: 'Why it was not taken back; empty when it was.' })
  errors: UserError[];
}
