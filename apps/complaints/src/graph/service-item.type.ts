import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { LocalDate, Money, ProcessingPeriodInput, ProcessingPeriodType, PublicFor, UserError } from '@charter/service';
import type { ComplaintKind, ServiceItem } from '../domain/service-item';
import { KindEnum } from './enums';

@PublicFor(60)
@ObjectType('ServiceItem', { description: 'A service that citizens can ask for (민원사무).' })
export class ServiceItemType {
  @Field(() => String, { description: 'Its code, which never changes.' })
  code: string;

  @Field(() => KindEnum, { description: 'Its kind.' })
  kind: ComplaintKind;

  @Field(() => String, { description: 'Its name in Korean.' })
  nameKo: string;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn: string;

  @Field(() => ProcessingPeriodType, { description: 'The law’s period (법정 처리기간).' })
  statutoryPeriod: ProcessingPeriodType;

  @Field(() => ProcessingPeriodType, { description: 'The charter’s own period, never longer (단축 처리기간).' })
  charterPeriod: ProcessingPeriodType;

  @Field(() => [String], { description: 'The documents to bring (구비서류), in Korean.' })
  documents: readonly string[];

  @Field(() => Money, { description: 'The fee (수수료).' })
  fee: number;

  @Field(() => LocalDate, { description: 'The first day of this version.' })
  validFrom: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day of this version: the day before the next begins, or the end; null without an end.',
  })
  validTo: string | null;

  guidanceKo: string;
  guidanceEn: string;
  departmentCode: string;
}

const toPeriod = ({ unit, length, firstDayCounts = true }: ServiceItem['statutoryPeriod']): ProcessingPeriodType => ({
  unit,
  length,
  firstDayCounts,
});

export const toServiceItemType = (item: ServiceItem): ServiceItemType => ({
  code: item.code,
  kind: item.kind,
  nameKo: item.nameKo,
  nameEn: item.nameEn,
  statutoryPeriod: toPeriod(item.statutoryPeriod),
  charterPeriod: toPeriod(item.charterPeriod),
  documents: item.documents,
  fee: item.fee,
  validFrom: item.validFrom,
  validTo: item.validTo,
  guidanceKo: item.guidanceKo,
  guidanceEn: item.guidanceEn,
  departmentCode: item.departmentCode,
});

@InputType({ description: 'A version of a service of the catalogue.' })
export class SaveServiceItemInput {
  @Field(() => String, { description: 'Its code: capitals, digits, underscores.' })
  code: string;

  @Field(() => KindEnum, { description: 'Its kind.' })
  kind: ComplaintKind;

  @Field(() => String, { description: 'The department that handles it, by code.' })
  departmentCode: string;

  @Field(() => String, { description: 'Its name in Korean, 1 to 100 characters.' })
  nameKo: string;

  @Field(() => String, { description: 'Its name in English, 1 to 100 characters.' })
  nameEn: string;

  @Field(() => String, { description: 'Guidance in plain Korean.' })
  guidanceKo: string;

  @Field(() => String, { description: 'Guidance in plain English.' })
  guidanceEn: string;

  @Field(() => ProcessingPeriodInput, { description: 'The law’s period.' })
  statutoryPeriod: ProcessingPeriodInput;

  @Field(() => ProcessingPeriodInput, { description: 'The charter’s own period, never longer.' })
  charterPeriod: ProcessingPeriodInput;

  @Field(() => [String], { defaultValue: [], description: 'The documents to bring, in Korean.' })
  documents: string[];

  @Field(() => Money, { defaultValue: 0, description: 'The fee.' })
  fee: number;

  @Field(() => LocalDate, {
    description: 'The first day of this version; a day to come leaves alone what is in force until then.',
  })
  validFrom: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day on which it is offered; without it, until another version begins.',
  })
  validTo?: string | null;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which services.' })
export class ServiceItemFilterInput {
  @Field(() => String, { nullable: true, description: 'Only those of this department, by code.' })
  departmentCode?: string | null;

  @Field(() => KindEnum, { nullable: true, description: 'Only those of this kind.' })
  kind?: ComplaintKind | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only those with all these words in code, name or guidance, in either language; 100 characters at most.',
  })
  search?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day; without it, today.' })
  inForceOn?: string | null;
}

@ObjectType({ description: 'The answer of saveServiceItem.' })
export class SaveServiceItemPayload {
  @Field(() => ServiceItemType, { nullable: true, description: 'The service as it is now.' })
  serviceItem: ServiceItemType | null;

  @Field(() => [UserError], { description: 'Why it was not saved; empty when it was.' })
  errors: UserError[];
}
