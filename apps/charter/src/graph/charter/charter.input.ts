import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '@charter/service';
import type { CharterDraft, CommonSection, Duty } from '../../domain/charter/charter';
import { StandardCategoryEnum } from '../standard.type';

@InputType({ description: 'What somebody has to do.' })
export class CharterDutyInput {
  @Field(() => String, { description: 'Its code: capitals, digits, underscores. Keep it when the words change.' })
  code: string;

  @Field(() => String, { defaultValue: '', description: 'What it says in Korean, up to 500 characters.' })
  textKo: string;

  @Field(() => String, { defaultValue: '', description: 'What it says in English, up to 500 characters.' })
  textEn: string;
}

@InputType({ description: 'A sentence of the common standards.' })
export class CharterClauseInput extends CharterDutyInput {
  @Field(() => String, {
    nullable: true,
    description: 'The standard of the whole city that keeps it measured, by code.',
  })
  standardCode?: string | null;
}

@InputType({ description: 'The common standards about one thing.' })
export class CharterSectionInput {
  @Field(() => StandardCategoryEnum, { description: 'What they are about: any but SERVICE.' })
  category: CommonSection;

  @Field(() => [CharterClauseInput], { description: 'Its sentences, in their order, at most 100.' })
  clauses: CharterClauseInput[];
}

@InputType({ description: 'A department’s own standards.' })
export class CharterDepartmentInput {
  @Field(() => String, { description: 'The department, by code.' })
  departmentCode: string;

  @Field(() => [String], { description: 'Its standards, by code, in their order, at most 100.' })
  standardCodes: string[];
}

@InputType({ description: 'The draft of the charter, whole: what is left out is not in it.' })
export class SaveCharterInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The revision that you have seen, 0 for a new draft: STALE_VERSION when it is another.',
  })
  revision?: number | null;

  @Field(() => String, { defaultValue: '', description: 'Its title in Korean, up to 100 characters.' })
  titleKo: string;

  @Field(() => String, { defaultValue: '', description: 'Its title in English, up to 100 characters.' })
  titleEn: string;

  @Field(() => String, { defaultValue: '', description: 'Its preamble in Korean, up to 5,000 characters.' })
  preambleKo: string;

  @Field(() => String, { defaultValue: '', description: 'Its preamble in English, up to 5,000 characters.' })
  preambleEn: string;

  @Field(() => [CharterSectionInput], {
    defaultValue: [],
    description: 'The common standards (공통이행기준), in their order.',
  })
  commonStandards: CharterSectionInput[];

  @Field(() => [CharterDepartmentInput], {
    defaultValue: [],
    description: 'The departments’ own (개별이행기준), in their order.',
  })
  departmentStandards: CharterDepartmentInput[];

  @Field(() => [CharterDutyInput], {
    defaultValue: [],
    description: 'What else the city binds itself to, in its order.',
  })
  cityDuties: CharterDutyInput[];

  @Field(() => [CharterDutyInput], {
    defaultValue: [],
    description: 'What is asked of the citizen (시민 협조사항), in its order.',
  })
  citizenDuties: CharterDutyInput[];

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A draft to publish.' })
export class PublishCharterInput {
  @Field(() => Int, { description: 'Its number.' })
  version: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The revision that you have seen: STALE_VERSION when it is another.',
  })
  revision?: number | null;

  @Field(() => LocalDate, {
    description: 'The first day on which it holds: today or later, and later than that of every version before.',
  })
  inForceFrom: string;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

const toDuty = ({ code, textKo, textEn }: CharterDutyInput): Duty => ({ code, text: { ko: textKo, en: textEn } });

/** The draft that an input writes. */
export const toDraft = (input: SaveCharterInput): CharterDraft => ({
  title: { ko: input.titleKo, en: input.titleEn },
  preamble: { ko: input.preambleKo, en: input.preambleEn },
  common: input.commonStandards.map(({ category, clauses }) => ({
    section: category,
    clauses: clauses.map((clause) => ({ ...toDuty(clause), standardCode: clause.standardCode ?? null })),
  })),
  departments: input.departmentStandards.map(({ departmentCode, standardCodes }) => ({
    departmentCode,
    standardCodes,
  })),
  cityDuties: input.cityDuties.map(toDuty),
  citizenDuties: input.citizenDuties.map(toDuty),
});
