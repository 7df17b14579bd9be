import { Field, InputType } from 'type-graphql';
import { DateTime, LocalDate } from '@charter/service';

@InputType({ description: 'A holiday for one day (임시공휴일).' })
export class DeclareHolidayInput {
  @Field(() => LocalDate, { description: 'The day, today or later.' })
  date: string;

  @Field(() => String, { description: 'Its name in Korean.' })
  nameKo: string;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn: string;
}

@InputType({ description: 'A declared holiday to take back.' })
export class RevokeHolidayInput {
  @Field(() => LocalDate, { description: 'The day, later than today.' })
  date: string;
}

@InputType({ description: 'A time that does not count: a supplement, an inspection, a hearing.' })
export class PauseInput {
  @Field(() => DateTime, { description: 'Its first moment.' })
  from: Date;

  @Field(() => DateTime, { nullable: true, description: 'Its last moment; leave it out while it is open.' })
  to: Date | null;
}
