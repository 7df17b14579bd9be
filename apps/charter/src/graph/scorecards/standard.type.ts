import { Field, ObjectType } from 'type-graphql';
import { PublicWithin } from '@charter/service';
import type { MeasuredBy, Standard, StandardCategory } from '../../domain/standard';
import { MeasuredByEnum, StandardCategoryEnum, StandardTargetType } from '../standard.type';

@PublicWithin()
@ObjectType('ScorecardStandard', { description: 'A standard as it was promised when the figures were taken.' })
export class ScorecardStandardType {
  @Field(() => String, { description: 'Its code.' })
  code: string;

  @Field(() => StandardCategoryEnum, { description: 'What it is about.' })
  category: StandardCategory;

  @Field(() => String, { description: 'What is promised, in Korean.' })
  promiseKo: string;

  @Field(() => String, { description: 'What is promised, in English.' })
  promiseEn: string;

  @Field(() => StandardTargetType, { description: 'When it counts as kept.' })
  target: StandardTargetType;

  @Field(() => MeasuredByEnum, { description: 'What keeps it measured.' })
  measuredBy: MeasuredBy;

  @Field(() => String, { nullable: true, description: 'The department that promises it; null: the whole city.' })
  departmentCode: string | null;
}

export const toScorecardStandard = (standard: Standard): ScorecardStandardType => ({
  ...{ code: standard.code, category: standard.category, departmentCode: standard.departmentCode },
  ...{ promiseKo: standard.promiseKo, promiseEn: standard.promiseEn },
  ...{ target: standard.target, measuredBy: standard.measuredBy },
});
