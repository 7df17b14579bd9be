import { Directive, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { PeriodUnit, ProcessingPeriod } from '@charter/calendar';
import { PublicWithin } from './public-for';

const PeriodUnitEnum: { [U in PeriodUnit]: U } = {
  IMMEDIATE: 'IMMEDIATE',
  HOURS: 'HOURS',
  DAYS: 'DAYS',
  CALENDAR_DAYS: 'CALENDAR_DAYS',
  WEEKS: 'WEEKS',
  MONTHS: 'MONTHS',
  YEARS: 'YEARS',
};

registerEnumType(PeriodUnitEnum, {
  name: 'PeriodUnit',
  description: 'How a period is counted (민원 처리에 관한 법률 제19조).',
  valuesConfig: {
    IMMEDIATE: { description: 'At once (즉시): 3 working hours.' },
    HOURS: { description: 'Working hours (시간).' },
    DAYS: {
      description:
        'Days (일): up to 5 in working hours of 8 a day, from 6 in working days with the first day included.',
    },
    CALENDAR_DAYS: { description: 'Calendar days (역일).' },
    WEEKS: { description: 'Weeks (주).' },
    MONTHS: { description: 'Months (월).' },
    YEARS: { description: 'Years (년).' },
  },
});

@Directive('@shareable')
@PublicWithin()
@ObjectType('ProcessingPeriod', { description: 'A period within which something is done (처리기간).' })
export class ProcessingPeriodType {
  @Field(() => PeriodUnitEnum, { description: 'How it is counted.' })
  unit: PeriodUnit;

  @Field(() => Int, { nullable: true, description: 'How many; null for IMMEDIATE.' })
  length: number | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether the first day counts; false for periods under the Civil Code alone.',
  })
  firstDayCounts: boolean;
}

@InputType('ProcessingPeriodInput', { description: 'A period within which something is done (처리기간).' })
export class ProcessingPeriodInput implements ProcessingPeriod {
  @Field(() => PeriodUnitEnum, { description: 'How it is counted.' })
  unit: PeriodUnit;

  @Field(() => Int, { nullable: true, description: 'How many; leave it out for IMMEDIATE.' })
  length: number | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'False only with calendar units: the period starts on the day after receipt (민법 제157조).',
  })
  firstDayCounts: boolean;
}
