import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '@charter/service';
import type { Channel, Visibility } from '../domain/filing';
import type { Status } from '../domain/handling';
import { ComplaintOriginInput } from './origins/origin.type';
import { CoPetitionerInput, LocationInput } from './parties/parties.input';
import { OfflineChannelEnum, StatusEnum, VisibilityEnum } from './enums';

@InputType({ description: 'Who files. The name and one contact are required; they are kept encrypted.' })
export class PetitionerInput {
  @Field(() => String, { description: 'Name, 1 to 100 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Phone number, such as 010-1234-5678.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string | null;
}

/** What every complaint says, however it comes in. */
@InputType()
export abstract class ComplaintInput {
  @Field(() => String, { description: 'The service, one of serviceItems, by code.' })
  serviceCode: string;

  @Field(() => String, { description: 'What it is about, 1 to 200 characters.' })
  title: string;

  @Field(() => String, {
    description: 'What you ask for, 1 to 10,000 characters. Never a resident registration number.',
  })
  body: string;

  @Field(() => PetitionerInput, { description: 'Who files.' })
  petitioner: PetitionerInput;

  @Field(() => VisibilityEnum, { defaultValue: 'PRIVATE', description: 'Who may read it besides those concerned.' })
  visibility: Visibility;

  @Field(() => [CoPetitionerInput], { nullable: true, description: 'Who files it together with the petitioner.' })
  coPetitioners?: CoPetitionerInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many households it concerns. With 5 and 5 signers it is a collective complaint (다수인관련민원).',
  })
  households?: number | null;

  @Field(() => LocationInput, { nullable: true, description: 'Where the matter is.' })
  location?: LocationInput | null;

  @Field(() => [ID], { nullable: true, description: 'Files that the caller uploaded: see requestAttachmentUpload.' })
  attachmentIds?: string[] | null;

  @Field(() => ComplaintOriginInput, {
    nullable: true,
    description:
      'What it comes from: one’s own entry of a contest or monitor’s report; for officers, one that their department has.',
  })
  origin?: ComplaintOriginInput | null;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A complaint to file online.' })
export class FileComplaintInput extends ComplaintInput {
  @Field(() => ID, {
    nullable: true,
    description: 'What suggestRouting had told: whether suggestions are taken is measured.',
  })
  suggestionId?: string | null;
}

@InputType({ description: 'A complaint that came in at the counter, by phone or by letter.' })
export class RegisterComplaintInput extends ComplaintInput {
  @Field(() => OfflineChannelEnum, { description: 'How it came in.' })
  channel: Exclude<Channel, 'ONLINE'>;

  @Field(() => DateTime, { description: 'The real moment of receipt, not in the future.' })
  receivedAt: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'The citizen, where known. Without it, who filed before under the same name and contact.',
  })
  citizenId?: string | null;
}

const VERSION = { nullable: true, description: 'The version that was read: with it, nobody’s change is overwritten.' };

@InputType({ description: 'Who handles a complaint from now on.' })
export class AssignComplaintInput {
  @Field(() => ID, { description: 'The complaint.' })
  complaintId: string;

  @Field(() => ID, { nullable: true, description: 'The officer; without it, the caller takes it on.' })
  officerId?: string | null;

  @Field(() => Int, VERSION)
  version?: number | null;
}

@InputType({ description: 'The answer to a complaint.' })
export class AnswerComplaintInput {
  @Field(() => ID, { description: 'The complaint.' })
  complaintId: string;

  @Field(() => String, { description: 'The answer, 1 to 20,000 characters.' })
  answer: string;

  @Field(() => Int, VERSION)
  version?: number | null;
}

@InputType({ description: 'A complaint to take back.' })
export class WithdrawComplaintInput {
  @Field(() => ID, { description: 'The complaint.' })
  complaintId: string;

  @Field(() => Int, VERSION)
  version?: number | null;
}

@InputType({ description: 'Which complaints, of those that the caller may see.' })
export class ComplaintFilterInput {
  @Field(() => [StatusEnum], { nullable: true, description: 'Only in these statuses.' })
  status?: Status[] | null;

  @Field(() => String, { nullable: true, description: 'Only of this service, by code.' })
  serviceCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Only of this department, by code.' })
  departmentCode?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only open and past the law’s date, or only the others.' })
  overdue?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'Received from this moment on.' })
  receivedFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Received before this moment.' })
  receivedTo?: Date | null;
}

@InputType({ description: 'Which open complaints of the officer’s department.' })
export class OfficerInboxFilterInput {
  @Field(() => Boolean, { defaultValue: false, description: 'Only those assigned to the caller.' })
  mine: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Only past the law’s date, or only the others.' })
  overdue?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Only of this service, by code.' })
  serviceCode?: string | null;
}
