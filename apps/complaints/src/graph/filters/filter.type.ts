import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, UserError, connectionType } from '@charter/service';
import type { Status } from '../../domain/handling';
import { type ComplaintFilter, fromStored } from '../../store/complaint.store';
import type { SavedFilterEntity } from '../../store/filters/saved-filter.entity';
import { ComplaintFilterInput } from '../complaint.input';
import { StatusEnum } from '../enums';

@ObjectType('ComplaintFilterValues', {
  description: 'What a saved filter says, field by field as ComplaintFilterInput.',
})
export class FilterValues {
  @Field(() => [StatusEnum], { nullable: true, description: 'Only in these statuses.' })
  status: readonly Status[] | null;

  @Field(() => String, { nullable: true, description: 'Only of this service, by code.' })
  serviceCode: string | null;

  @Field(() => String, { nullable: true, description: 'Only of this department, by code.' })
  departmentCode: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only open and past the law’s date, or only the others.' })
  overdue: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'Received from this moment on.' })
  receivedFrom: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Received before this moment.' })
  receivedTo: Date | null;
}

@ObjectType('SavedComplaintFilter', { description: 'A filter of complaints under a name (저장한 검색조건).' })
export class SavedFilterType {
  @Field(() => ID, { description: 'Its id, for complaints(savedFilterId).' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => Boolean, { description: 'Whether the department shares it.' })
  shared: boolean;

  @Field(() => Boolean, { description: 'Whether it is the caller’s own, to change and delete.' })
  own: boolean;

  @Field(() => FilterValues, { description: 'What it says.' })
  filter: FilterValues;

  @Field(() => DateTime, { description: 'When it was last saved.' })
  savedAt: Date;

  @Field(() => Int, { description: 'Give it with a change, so that nobody’s change is overwritten.' })
  version: number;
}

const toValues = (filter: ComplaintFilter): FilterValues => ({
  status: filter.status ?? null,
  serviceCode: filter.serviceCode ?? null,
  departmentCode: filter.departmentCode ?? null,
  overdue: filter.overdue ?? null,
  receivedFrom: filter.receivedFrom ?? null,
  receivedTo: filter.receivedTo ?? null,
});

export const toFilterType = (row: SavedFilterEntity, callerId: string | undefined): SavedFilterType => ({
  id: row.id,
  name: row.name,
  shared: row.shared,
  own: row.ownerId === callerId,
  filter: toValues(fromStored(row.filter)),
  savedAt: row.savedAt,
  version: row.version,
});

export const SavedFilterConnection = connectionType('SavedComplaintFilter', () => SavedFilterType);

@InputType({ description: 'A filter to keep, or to change.' })
export class SaveComplaintFilterInput {
  @Field(() => ID, { nullable: true, description: 'The filter to change; without it, a new one.' })
  id?: string | null;

  @Field(() => String, { description: 'Its name, 1 to 100 characters.' })
  name: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the whole department may use it.' })
  shared: boolean;

  @Field(() => ComplaintFilterInput, { description: 'What it says.' })
  filter: ComplaintFilterInput;

  @Field(() => Int, { nullable: true, description: 'The version that was read, for a change.' })
  version?: number | null;

  @Field(() => ID, { nullable: true, description: 'For a new one: the same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A filter to delete.' })
export class DeleteComplaintFilterInput {
  @Field(() => ID, { description: 'Which one.' })
  id: string;
}

@ObjectType({ description: 'The answer of saveComplaintFilter.' })
export class SaveComplaintFilterPayload {
  @Field(() => SavedFilterType, { nullable: true, description: 'The filter as it is now.' })
  savedFilter: SavedFilterType | null;

  @Field(() => [UserError], { description: 'Why it was not saved; empty when it was.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of deleteComplaintFilter.' })
export class DeleteComplaintFilterPayload {
  @Field(() => ID, { description: 'The filter that is gone.' })
  deletedId: string;

  @Field(() => [UserError], { description: 'Always empty: a filter that is there can be deleted.' })
  errors: UserError[];
}
