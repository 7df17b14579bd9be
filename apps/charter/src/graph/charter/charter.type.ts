import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType, DateTime, graphEnum, LocalDate, PublicFor, PublicWithin, UserError } from '@charter/service';
import {
  CHARTER_STATUSES,
  type CharterText,
  type CommonSection,
  type DepartmentPromise,
  type Duty,
} from '../../domain/charter/charter';
import type { Standard, StandardCategory } from '../../domain/standard';
import type { CharterEntity, CharterHistoryEntity } from '../../store/charter/charter.entity';
import { StandardCategoryEnum, StandardTextType, toStandardText } from '../standard.type';

export const CharterStatusEnum = graphEnum('CharterStatus', 'How far a version of the charter is.', CHARTER_STATUSES, {
  DRAFT: { description: 'Being written (초안); for administrators and auditors alone.' },
  PUBLISHED: { description: 'Published (공표): it holds, or will from its first day on.' },
  SUPERSEDED: { description: 'A newer version holds (구판).' },
});

const CharterStepEnum = graphEnum('CharterStepKind', 'What was done with a version.', ['SAVED', 'PUBLISHED'] as const, {
  SAVED: { description: 'Its draft was written.' },
  PUBLISHED: { description: 'It was published.' },
});

@PublicWithin()
@ObjectType('CharterStandard', {
  description: 'What a standard said when the charter was published (이행기준); in a draft, what it says now.',
})
export class CharterStandardType extends StandardTextType {
  @Field(() => String, { description: 'Its code.' })
  code: string;

  @Field(() => StandardCategoryEnum, { description: 'What it is about.' })
  category: StandardCategory;
}

@ObjectType()
abstract class SentenceType {
  @Field(() => String, { description: 'Its code, which stays when the words change.' })
  code: string;

  @Field(() => String, { description: 'What it says in Korean; empty while it is not written.' })
  textKo: string;

  @Field(() => String, { description: 'What it says in English; empty while it is not written.' })
  textEn: string;
}

@PublicWithin()
@ObjectType('CharterClause', { description: 'A sentence of the common standards.' })
export class CharterClauseType extends SentenceType {
  @Field(() => CharterStandardType, {
    nullable: true,
    description:
      'The standard that keeps it measured, as it was when the charter was published; null where there is none.',
  })
  standard: CharterStandardType | null;
}

@PublicWithin()
@ObjectType('CharterDuty', { description: 'What somebody has to do.' })
export class CharterDutyType extends SentenceType {}

@PublicWithin()
@ObjectType('CharterSection', { description: 'The common standards about one thing (공통이행기준).' })
export class CharterSectionType {
  @Field(() => StandardCategoryEnum, { description: 'What they are about.' })
  category: CommonSection;

  @Field(() => [CharterClauseType], { description: 'Its sentences, in their order.' })
  clauses: CharterClauseType[];
}

@PublicWithin()
@ObjectType('CharterDepartment', {
  description:
    'A department’s own standards in the charter (개별이행기준), with its name and phone when it was published.',
})
export class CharterDepartmentType {
  @Field(() => String, { description: 'The department’s code.' })
  departmentCode: string;

  @Field(() => String, { description: 'Its name then, in Korean.' })
  nameKo: string;

  @Field(() => String, { description: 'Its name then, in English.' })
  nameEn: string;

  @Field(() => String, { nullable: true, description: 'Its phone number then.' })
  phone: string | null;

  @Field(() => [CharterStandardType], { description: 'What it promises, in the charter’s order.' })
  standards: CharterStandardType[];
}

@PublicFor(60)
@ObjectType('Charter', { description: 'A version of the service charter (행정서비스헌장).' })
export class CharterType {
  @Field(() => Int, { description: 'Its number: 1, 2, 3.' })
  version: number;

  @Field(() => Int, { description: 'Grows with every change of the draft; send it back to change what you have seen.' })
  revision: number;

  @Field(() => LocalDate, { nullable: true, description: 'The first day on which it holds; null while it is a draft.' })
  inForceFrom: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was published; it has not changed since.' })
  publishedAt: Date | null;

  @Field(() => String, { description: 'Its title in Korean.' })
  titleKo: string;

  @Field(() => String, { description: 'Its title in English.' })
  titleEn: string;

  @Field(() => String, { description: 'Its preamble (전문) in Korean; empty lines part paragraphs.' })
  preambleKo: string;

  @Field(() => String, { description: 'Its preamble in English; empty lines part paragraphs.' })
  preambleEn: string;

  @Field(() => [CharterSectionType], { description: 'What the whole city promises (공통이행기준), in its order.' })
  commonStandards: CharterSectionType[];

  @Field(() => [CharterDepartmentType], { description: 'What departments promise (개별이행기준), in its order.' })
  departmentStandards: CharterDepartmentType[];

  @Field(() => [CharterDutyType], { description: 'What else the city binds itself to (시의 의무).' })
  cityDuties: CharterDutyType[];

  @Field(() => [CharterDutyType], { description: 'What is asked of the citizen (시민 협조사항).' })
  citizenDuties: CharterDutyType[];

  /** What is compared with other versions; never answered as it is. */
  whole: CharterText;
}

export const CharterConnection = connectionType('Charter', () => CharterType, { isPublic: true });

@ObjectType('CharterStep', { description: 'What was done with a version of the charter.' })
export class CharterStepType {
  @Field(() => CharterStepEnum, { description: 'What.' })
  step: CharterHistoryEntity['step'];

  @Field(() => Int, { description: 'The revision that came of it.' })
  revision: number;

  @Field(() => ID, { description: 'Who did it.' })
  by: string;

  @Field(() => DateTime, { description: 'When.' })
  at: Date;
}

@ObjectType()
abstract class CharterPayload {
  @Field(() => CharterType, { nullable: true, description: 'The version as it is now.' })
  charter: CharterType | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of saveCharter.' })
export class SaveCharterPayload extends CharterPayload {}

@ObjectType({ description: 'The answer of publishCharter.' })
export class PublishCharterPayload extends CharterPayload {}

const toSentence = ({ code, text }: Duty): CharterDutyType => ({ code, textKo: text.ko, textEn: text.en });

const toPromised = (standard: Standard): CharterStandardType => ({
  ...toStandardText(standard),
  code: standard.code,
  category: standard.category,
});

const toDepartment = ({ departmentCode, name, phone, standards }: DepartmentPromise): CharterDepartmentType => ({
  ...{ departmentCode, nameKo: name.ko, nameEn: name.en, phone },
  standards: standards.map(toPromised),
});

/** @param text the version’s own, or, of a draft, as it would be written out now */
export const toCharterType = (row: CharterEntity, text: CharterText): CharterType => ({
  version: row.version,
  revision: row.revision,
  inForceFrom: row.inForceFrom,
  publishedAt: row.publishedAt,
  titleKo: text.title.ko,
  titleEn: text.title.en,
  preambleKo: text.preamble.ko,
  preambleEn: text.preamble.en,
  commonStandards: text.common.map(({ section, clauses }) => ({
    category: section,
    clauses: clauses.map((clause) => ({
      ...toSentence(clause),
      standard: clause.standard && toPromised(clause.standard),
    })),
  })),
  departmentStandards: text.departments.map(toDepartment),
  cityDuties: text.cityDuties.map(toSentence),
  citizenDuties: text.citizenDuties.map(toSentence),
  whole: text,
});

export const toCharterStep = ({ step, revision, changedBy, changedAt }: CharterHistoryEntity): CharterStepType => ({
  ...{ step, revision, by: changedBy, at: changedAt },
});
