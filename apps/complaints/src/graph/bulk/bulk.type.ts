import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { USER_ERROR_CODES } from '@charter/contracts';
import { UserError } from '@charter/service';
import { BULK_FAILURES, type BulkCode } from '../../domain/bulk/bulk';
import { ComplaintType } from '../complaint.type';
import { enumOf } from '../enums';

const BulkErrorCode = enumOf<BulkCode>([...USER_ERROR_CODES, ...BULK_FAILURES]);
registerEnumType(BulkErrorCode, {
  name: 'BulkErrorCode',
  description:
    'Why one of many was not done: the codes of ErrorCode, and those that would fail a request about it alone.',
  valuesConfig: {
    INVALID_STATE: { description: 'The complaint is not in a state that allows this.' },
    TOO_LATE: { description: 'The time limit has passed.' },
    TOO_EARLY: { description: 'The time has not come.' },
    ALREADY_DONE: { description: 'It was done before.' },
    LIMIT_REACHED: { description: 'No more are allowed.' },
    INVALID_VALUE: { description: 'A value cannot be accepted: see message and path.' },
    RESIDENT_NUMBER_PRESENT: { description: 'The text contains a resident registration number (주민등록번호).' },
    CONSENT_REQUIRED: { description: 'The citizen has to consent first.' },
    CONFLICT_OF_INTEREST: { description: 'Somebody without an interest has to do this.' },
    SAME_PERSON: { description: 'Another person has to do this (four eyes).' },
    BUDGET_EXCEEDED: { description: 'The budget does not allow it.' },
    SLOT_TAKEN: { description: 'Somebody else took this slot.' },
    NOT_FOUND: { description: 'There is no such complaint, or none that the caller may know of.' },
    FORBIDDEN: { description: 'The caller may not do this to this complaint.' },
    STALE_VERSION: { description: 'Somebody else changed it meanwhile: load it again.' },
    INTERNAL_SERVER_ERROR: { description: 'It failed for a reason of this platform’s own: try this one again.' },
  },
});

@ObjectType({ description: 'Why one of many was not done.' })
export class BulkError {
  @Field(() => BulkErrorCode, { description: 'Stable code to program against.' })
  code: BulkCode;

  @Field(() => String, { description: 'What is wrong and what to do, in the language of Accept-Language.' })
  message: string;

  @Field(() => [String], { nullable: true, description: 'Where in the input, such as ["answer"].' })
  path: string[] | null;
}

@ObjectType({ description: 'What became of one of many complaints.' })
export class BulkComplaintResult {
  @Field(() => ID, { description: 'The id as it was given.' })
  complaintId: string;

  @Field(() => ComplaintType, { nullable: true, description: 'The complaint as it is now; null when it was not done.' })
  complaint: ComplaintType | null;

  @Field(() => [BulkError], { description: 'Why it was not done; empty when it was.' })
  errors: BulkError[];
}

@ObjectType()
export abstract class BulkPayload {
  @Field(() => [BulkComplaintResult], {
    description: 'What became of each, in the order of the input; empty when the list as a whole was refused.',
  })
  results: BulkComplaintResult[];

  @Field(() => Int, { description: 'How many were done.' })
  done: number;

  @Field(() => [UserError], { description: 'Why nothing was done: too many, or one twice.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of assignComplaints.' })
export class AssignComplaintsPayload extends BulkPayload {}

@ObjectType({ description: 'The answer of transferComplaints.' })
export class TransferComplaintsPayload extends BulkPayload {}

@ObjectType({ description: 'The answer of answerComplaints.' })
export class AnswerComplaintsPayload extends BulkPayload {}

@InputType({ description: 'One of many complaints.' })
export class BulkComplaintInput {
  @Field(() => ID, { description: 'The complaint.' })
  complaintId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was read: with it, nobody’s change is overwritten.',
  })
  version?: number | null;
}

@InputType({ description: 'One of many complaints to answer.' })
export class BulkAnswerInput extends BulkComplaintInput {
  @Field(() => String, { nullable: true, description: 'Its own answer; without it, the one for all.' })
  answer?: string | null;
}

const ITEMS = { description: 'Which complaints: 1 to 100, each once.' };

@InputType({ description: 'Who handles many complaints from now on.' })
export class AssignComplaintsInput {
  @Field(() => [BulkComplaintInput], ITEMS)
  items: BulkComplaintInput[];

  @Field(() => ID, { nullable: true, description: 'The officer; without it, the caller takes them on.' })
  officerId?: string | null;
}

@InputType({ description: 'Where many complaints are passed on to.' })
export class TransferComplaintsInput {
  @Field(() => [BulkComplaintInput], ITEMS)
  items: BulkComplaintInput[];

  @Field(() => String, { nullable: true, description: 'The department of the city, by code.' })
  departmentCode?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the body outside the city, 1 to 200 characters.' })
  body?: string | null;

  @Field(() => String, { description: 'Why, in words that the citizens read: 1 to 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'The answers to many complaints.' })
export class AnswerComplaintsInput {
  @Field(() => [BulkAnswerInput], ITEMS)
  items: BulkAnswerInput[];

  @Field(() => String, { nullable: true, description: 'The answer for all that have none of their own.' })
  answer?: string | null;
}
