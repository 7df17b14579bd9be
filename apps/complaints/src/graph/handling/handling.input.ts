import { Field, ID, InputType, Int } from 'type-graphql';
import type { Suspension } from '../../domain/handling';
import { SuspensionEnum } from '../enums';

/** Which complaint a step is about. */
@InputType()
export abstract class StepInput {
  @Field(() => ID, { description: 'The complaint.' })
  complaintId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was read: with it, nobody’s change is overwritten.',
  })
  version?: number | null;
}

const REASON = { description: 'Why, in words that the citizen reads: 1 to 2,000 characters.' };

@InputType({ description: 'Where a complaint is passed on to: a department of the city, or a body outside it.' })
export class TransferComplaintInput extends StepInput {
  @Field(() => String, { nullable: true, description: 'The department of the city, by code.' })
  departmentCode?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the body outside the city, 1 to 200 characters.' })
  body?: string | null;

  @Field(() => String, REASON)
  reason: string;
}

@InputType({ description: 'What is missing.' })
export class RequestSupplementInput extends StepInput {
  @Field(() => String, { description: 'What to give, in words that the citizen reads: 1 to 2,000 characters.' })
  text: string;

  @Field(() => Int, {
    defaultValue: 10,
    description: 'How many calendar days the citizen has, 1 to 90; asked again, 10.',
  })
  days: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it is asked again only by the office’s own omission: the city pays for that.',
  })
  causedByOffice: boolean;
}

@InputType({ description: 'A longer period for a supplement.' })
export class ExtendSupplementInput extends StepInput {
  @Field(() => Int, { description: 'How many calendar days longer, 1 to 90.' })
  days: number;

  @Field(() => String, { description: 'Why: 1 to 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'A supplement.' })
export class SubmitSupplementInput extends StepInput {
  @Field(() => String, { description: 'What you add, 1 to 10,000 characters. Never a resident registration number.' })
  text: string;

  @Field(() => [ID], { nullable: true, description: 'Files that the caller uploaded: see requestAttachmentUpload.' })
  attachmentIds?: string[] | null;
}

@InputType({ description: 'A complaint to return.' })
export class ReturnComplaintInput extends StepInput {
  @Field(() => String, REASON)
  reason: string;
}

@InputType({ description: 'Why and for how long the periods stand still.' })
export class SuspendComplaintInput extends StepInput {
  @Field(() => SuspensionEnum, { description: 'Why.' })
  suspension: Suspension;

  @Field(() => Int, {
    description: 'How many working days it takes: up to 14 for a field investigation, else up to 60.',
  })
  days: number;

  @Field(() => String, REASON)
  reason: string;
}

@InputType({ description: 'A longer field investigation.' })
export class ExtendSuspensionInput extends StepInput {
  @Field(() => Int, { description: 'How many working days longer, 1 to 7.' })
  days: number;

  @Field(() => String, REASON)
  reason: string;
}

@InputType({ description: 'The end of an investigation, hearing or review.' })
export class ResumeComplaintInput extends StepInput {
  @Field(() => String, { description: 'What came of it, in words that the citizen reads: 1 to 2,000 characters.' })
  result: string;
}

@InputType({ description: 'A longer period.' })
export class ExtendComplaintInput extends StepInput {
  @Field(() => Int, { description: 'How much longer, in the unit of the law’s period, and never longer than it.' })
  length: number;

  @Field(() => String, REASON)
  reason: string;
}

@InputType({ description: 'The citizen’s decision on a second extension.' })
export class ConsentToExtensionInput extends StepInput {
  @Field(() => Boolean, { description: 'Whether you agree.' })
  consent: boolean;
}

@InputType({ description: 'How far a complaint is.' })
export class ReportInterimInput extends StepInput {
  @Field(() => String, { description: 'How far it is and what comes next: 1 to 2,000 characters.' })
  progress: string;
}

@InputType({ description: 'A question how far it is.' })
export class RequestInterimReportInput extends StepInput {}

@InputType({ description: 'A complaint to refuse.' })
export class RejectComplaintInput extends StepInput {
  @Field(() => String, { description: 'Why, in words that the citizen reads: 1 to 20,000 characters.' })
  reason: string;
}

@InputType({ description: 'A repeated complaint to close.' })
export class CloseRepeatedComplaintInput extends StepInput {
  @Field(() => String, REASON)
  reason: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the mediation committee has considered it: needed for a complaint of many people.',
  })
  mediated: boolean;
}

@InputType({ description: 'What you think of the result.' })
export class GiveOpinionInput extends StepInput {
  @Field(() => Boolean, { description: 'Whether it satisfies you.' })
  satisfied: boolean;

  @Field(() => String, { nullable: true, description: 'More, 1 to 2,000 characters.' })
  text?: string | null;
}
