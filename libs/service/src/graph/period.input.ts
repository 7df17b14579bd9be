import { Field, InputType } from 'type-graphql';
import { badInput } from './errors';
import { LocalDate } from './scalars';

const LONGEST_DAYS = 3_660;

@InputType('PeriodInput', { description: 'From a day to a day, both included.' })
export class PeriodInput {
  @Field(() => LocalDate, { description: 'The first day.' })
  from: string;

  @Field(() => LocalDate, { description: 'The last day, included.' })
  to: string;
}

/** @throws BAD_USER_INPUT for a period that ends before it begins, or is longer than ten years */
export function checkPeriod({ from, to }: PeriodInput): void {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days < 0) throw badInput('`period.to` is before `period.from`.');
  if (days > LONGEST_DAYS) throw badInput('`period` is at most ten years long.');
}
