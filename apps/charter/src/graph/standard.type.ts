import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTime, graphEnum, LocalDate, PublicFor, PublicWithin, UserError } from '@charter/service';
import {
  MEASURED_BY,
  type MeasuredBy,
  STANDARD_CATEGORIES,
  type Standard,
  type StandardCategory,
} from '../domain/standard';
import { TARGET_DIRECTIONS, TARGET_UNITS, type TargetDirection, type TargetUnit } from '../domain/standard-target';
import type { StandardEntity, StandardHistoryEntity } from '../store/standard.entity';
import { toStandard } from '../store/standard.entity';

export const StandardCategoryEnum = graphEnum('StandardCategory', 'What a standard is about.', STANDARD_CATEGORIES, {
  VISIT: { description: 'Receiving visitors (방문).' },
  PHONE: { description: 'Answering the phone (전화).' },
  MAIL: { description: 'Answering letters (우편).' },
  ONLINE: { description: 'Answering online (온라인).' },
  HANDLING: { description: 'Handling complaints in time (민원 처리).' },
  REDRESS: { description: 'Correcting mistakes and paying for them (시정 및 보상).' },
  SERVICE: { description: 'A department’s own service (개별 서비스).' },
});

export const MeasuredByEnum = graphEnum('MeasuredBy', 'What keeps a standard measured.', MEASURED_BY, {
  COMPLAINT_DEADLINES: { description: 'The deadlines of complaints (민원 처리기한).' },
  SURVEY: { description: 'Questions of surveys (설문).' },
  MONITORING: { description: 'Reports of monitors (시정 모니터링).' },
  MANUAL: { description: 'Counted by hand (직접 집계).' },
});

export const TargetUnitEnum = graphEnum('TargetUnit', 'What a target counts.', TARGET_UNITS, {
  PERCENT: { description: 'Percent, 0 to 100.' },
  POINTS: { description: 'Points of a hundred (점).' },
  MINUTES: { description: 'Minutes (분).' },
  HOURS: { description: 'Hours (시간).' },
  DAYS: { description: 'Working days (근무일).' },
  TIMES: { description: 'How often, such as the rings of a phone (회).' },
  KRW: { description: 'Korean won (원).' },
});

export const TargetDirectionEnum = graphEnum('TargetDirection', 'Which side of a target is kept.', TARGET_DIRECTIONS, {
  AT_LEAST: { description: 'The value or more (이상).' },
  AT_MOST: { description: 'The value or less (이하).' },
});

@PublicWithin()
@ObjectType('StandardTarget', {
  description: 'When a standard counts as kept (목표): 95 % at least, 5 minutes at most.',
})
export class StandardTargetType {
  @Field(() => TargetDirectionEnum, { description: 'Which side is kept.' })
  direction: TargetDirection;

  @Field(() => Float, { description: 'The value.' })
  value: number;

  @Field(() => TargetUnitEnum, { description: 'What it counts.' })
  unit: TargetUnit;
}

/** What a standard says, now or at some time. */
@ObjectType()
export abstract class StandardTextType {
  @Field(() => String, { description: 'What is promised, in Korean.' })
  promiseKo: string;

  @Field(() => String, { description: 'What is promised, in English.' })
  promiseEn: string;

  @Field(() => String, { description: 'How it is measured, in Korean.' })
  measureKo: string;

  @Field(() => String, { description: 'How it is measured, in English.' })
  measureEn: string;

  @Field(() => StandardTargetType, { description: 'When it counts as kept.' })
  target: StandardTargetType;

  @Field(() => MeasuredByEnum, { description: 'What keeps it measured.' })
  measuredBy: MeasuredBy;

  @Field(() => LocalDate, { description: 'The first day on which it holds.' })
  validFrom: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last day on which it holds; null without an end.' })
  validTo: string | null;
}

@PublicWithin()
@ObjectType('StandardVersion', { description: 'What a standard said from a moment on.' })
export class StandardVersionType extends StandardTextType {
  @Field(() => DateTime, { description: 'When it was saved so.' })
  savedAt: Date;
}

@Directive('@key(fields: "code")')
@PublicFor(60)
@ObjectType('Standard', { description: 'A service standard of the charter (이행기준).' })
export class StandardType extends StandardTextType {
  @Field(() => String, { description: 'Its code, which never changes.' })
  code: string;

  @Field(() => StandardCategoryEnum, { description: 'What it is about.' })
  category: StandardCategory;

  @Field(() => Int, { description: 'Grows with every change; send it back to change what you have seen.' })
  version: number;

  departmentCode: string | null;
}

export const toStandardText = (standard: Standard): StandardTextType => ({
  promiseKo: standard.promiseKo,
  promiseEn: standard.promiseEn,
  measureKo: standard.measureKo,
  measureEn: standard.measureEn,
  target: standard.target,
  measuredBy: standard.measuredBy,
  validFrom: standard.validFrom,
  validTo: standard.validTo,
});

export const toStandardType = (row: StandardEntity): StandardType => ({
  ...toStandardText(toStandard(row)),
  code: row.code,
  category: row.category,
  version: row.version,
  departmentCode: row.departmentCode,
});

export const toStandardVersionType = ({ after, changedAt }: StandardHistoryEntity): StandardVersionType => ({
  ...toStandardText(after),
  savedAt: changedAt,
});

@ObjectType({ description: 'The answer of saveStandard.' })
export class SaveStandardPayload {
  @Field(() => StandardType, { nullable: true, description: 'The standard as it is now.' })
  standard: StandardType | null;

  @Field(() => [UserError], { description: 'Why it was not saved; empty when it was.' })
  errors: UserError[];
}
