import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, PublicWithin, UserError } from '@charter/service';
import type { FigureState } from '../../domain/scorecards/figure';
import type { FigureUnit } from '../../domain/scorecards/measures';
import type { Compliance } from '../../scorecards/compliance.service';
import type { CountEntity } from '../../store/scorecards/count.entity';
import { StandardTargetType } from '../standard.type';
import { FigureStateEnum, ScorecardUnitEnum } from './enums';
import { FigureSourceType } from './scorecard.type';

@PublicWithin()
@ObjectType('StandardCompliance', { description: 'How a standard was kept in a period (이행실적).' })
export class StandardComplianceType {
  @Field(() => FigureStateEnum, { description: 'Whether it is there, and why not.' })
  state: FigureState;

  @Field(() => Float, {
    nullable: true,
    description: 'The figure, with two decimals, in `unit`; null unless it is shown.',
  })
  value: number | null;

  @Field(() => ScorecardUnitEnum, {
    description:
      'In what it counts. Not always the target’s: monitors say whether a promise was kept, not in how many minutes.',
  })
  unit: FigureUnit;

  @Field(() => StandardTargetType, { description: 'The target.' })
  target: StandardTargetType;

  @Field(() => Int, { description: 'On how many cases it rests.' })
  n: number;

  @Field(() => Int, { nullable: true, description: 'Of these, how many kept the promise, where that is the question.' })
  kept: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of its interval of 95 %; null where it has none.' })
  low: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of its interval of 95 %; null where it has none.' })
  high: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the target is reached; null where it cannot be said.',
  })
  reached: boolean | null;

  @Field(() => FigureSourceType, { description: 'Where it comes from and how it was made.' })
  source: FigureSourceType;
}

export const toComplianceType = (
  { figure, origin, takenAt }: Compliance,
  target: StandardTargetType,
): StandardComplianceType => ({
  ...{ state: figure.state, value: figure.value, unit: figure.unit, target, n: figure.n!, kept: figure.kept },
  ...{ low: figure.low, high: figure.high, reached: figure.reached },
  source: { ...origin, takenAt: new Date(takenAt) },
});

@ObjectType('StandardCount', { description: 'What a department counted by hand in a month (직접 집계). For staff.' })
export class StandardCountType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'The standard, by code.' })
  standardCode: string;

  @Field(() => String, { description: 'The department, by code.' })
  departmentCode: string;

  @Field(() => String, { description: 'The month, such as 2026-03.' })
  month: string;

  @Field(() => Int, { description: '1 for the first of its month, and one more for each correction.' })
  edition: number;

  @Field(() => Int, { description: 'How many cases there were.' })
  n: number;

  @Field(() => Int, { nullable: true, description: 'How many kept the promise; of standards in percent.' })
  kept: number | null;

  @Field(() => Float, { nullable: true, description: 'Their mean, in the target’s unit; of all other standards.' })
  mean: number | null;

  @Field(() => String, { description: 'Where it can be looked up.' })
  evidence: string;

  @Field(() => ID, { description: 'Who entered it.' })
  recordedBy: string;

  @Field(() => DateTime, { description: 'When it was entered.' })
  recordedAt: Date;
}

export const toCountType = (row: CountEntity): StandardCountType => ({
  ...{ id: row.id, standardCode: row.standardCode, departmentCode: row.departmentCode, month: row.month },
  ...{ edition: row.edition, n: row.n, kept: row.kept, mean: row.mean, evidence: row.evidence },
  ...{ recordedBy: row.recordedBy, recordedAt: row.recordedAt },
});

@InputType({ description: 'What a department counted by hand in a month.' })
export class RecordStandardCountInput {
  @Field(() => String, { description: 'A standard that is counted by hand, by code.' })
  standardCode: string;

  @Field(() => String, { description: 'The own department, by code.' })
  departmentCode: string;

  @Field(() => String, { description: 'A month that is over, such as 2026-03.' })
  month: string;

  @Field(() => Int, { description: 'How many cases there were.' })
  n: number;

  @Field(() => Int, { nullable: true, description: 'How many kept the promise; of standards in percent.' })
  kept?: number | null;

  @Field(() => Float, { nullable: true, description: 'Their mean, in the target’s unit; of all other standards.' })
  mean?: number | null;

  @Field(() => String, { description: 'Where it can be looked up: a register, a log, a file.' })
  evidence: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The edition that this one corrects, as it was last seen; what was entered before is kept.',
  })
  corrects?: number | null;

  @Field(() => ID, { nullable: true, description: 'The same key and input enters once.' })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The answer of recordStandardCount.' })
export class RecordStandardCountPayload {
  @Field(() => StandardCountType, { nullable: true, description: 'What was entered.' })
  count: StandardCountType | null;

  @Field(() => [UserError], { description: 'Why it was not entered; empty when it was.' })
  errors: UserError[];
}
