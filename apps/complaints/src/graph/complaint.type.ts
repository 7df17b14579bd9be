import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, ReceiptNumber, UserError, connectionType } from '@charter/service';
import type { Channel, Visibility } from '../domain/filing';
import type { Status, Suspension } from '../domain/handling';
import type { ComplaintKind } from '../domain/service-item';
import type { ComplaintEntity } from '../store/complaint.entity';
import { ChannelEnum, KindEnum, StatusEnum, SuspensionEnum, VisibilityEnum } from './enums';

@ObjectType('Petitioner', {
  description: 'Who filed (민원인): in full for themselves and for who handles it, masked for everybody else.',
})
export class PetitionerType {
  @Field(() => String, { description: 'Name: 홍길동, or masked 홍*동.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Phone number: digits, or masked 010-****-5678.' })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address, or masked h***@example.kr.' })
  email: string | null;
}

@ObjectType('ComplaintStep', { description: 'A step of handling, as it happened (처리 과정).' })
export class StepType {
  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => DateTime, {
    description:
      'When it was written down: later than `at` for a visit, call or letter that was registered afterwards.',
  })
  recordedAt: Date;

  @Field(() => StatusEnum, { description: 'The status from then on.' })
  status: Status;

  @Field(() => String, { description: 'In plain words, in the language of Accept-Language.' })
  text: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The words that go with it: an answer, what to supplement, why it takes longer. Null for a step without, and where only the receipt number was shown.',
  })
  detail: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it is due by law from then on; null while the period stands still, and for steps without a date.',
  })
  dueAt: Date | null;
}

@Directive('@key(fields: "id")')
@ObjectType('Complaint', { description: 'A complaint (민원): anything a citizen asks of the city.' })
export class ComplaintType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ReceiptNumber, { description: 'Its receipt number (접수번호).' })
  receiptNumber: string;

  @Field(() => KindEnum, { description: 'Its kind when it was filed.' })
  kind: ComplaintKind;

  @Field(() => StatusEnum, { description: 'How far it is.' })
  status: Status;

  @Field(() => ChannelEnum, { description: 'How it came in.' })
  channel: Channel;

  @Field(() => VisibilityEnum, { description: 'Who may read it besides those concerned.' })
  visibility: Visibility;

  @Field(() => String, { description: 'What it is about.' })
  title: string;

  @Field(() => String, { description: 'What the citizen wrote.' })
  body: string;

  @Field(() => DateTime, { description: 'The real moment of receipt.' })
  receivedAt: Date;

  @Field(() => String, { nullable: true, description: 'The answer.' })
  answer: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered.' })
  answeredAt: Date | null;

  @Field(() => ID, { nullable: true, description: 'The officer who handles it (담당자).' })
  officerId: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed, in whatever way; null while it is open.' })
  closedAt: Date | null;

  @Field(() => Int, { description: 'How often the period was extended (연장): twice at most.' })
  extensions: number;

  @Field(() => SuspensionEnum, { nullable: true, description: 'Why the periods stand still, while they do.' })
  suspension: Suspension | null;

  @Field(() => String, { nullable: true, description: 'The body outside the city that it was passed to (이송).' })
  transferredTo: string | null;

  @Field(() => Boolean, { description: 'Whether it is a complaint of many people (다수인관련민원).' })
  collective: boolean;

  @Field(() => Int, { description: 'Give it with a change, so that nobody’s change is overwritten.' })
  version: number;

  citizenId: string;
  serviceCode: string;
  departmentCode: string;
  statutoryId: string;
  charterId: string;
  proposedExtension: number | null;
  supplementRounds: number;
}

export const toComplaintType = (complaint: ComplaintEntity): ComplaintType => ({
  id: complaint.id,
  receiptNumber: complaint.receiptNumber,
  kind: complaint.kind,
  status: complaint.status,
  channel: complaint.channel,
  visibility: complaint.visibility,
  title: complaint.title,
  body: complaint.body,
  receivedAt: complaint.receivedAt,
  answer: complaint.answer,
  answeredAt: complaint.answeredAt,
  officerId: complaint.officerId,
  version: complaint.version,
  citizenId: complaint.citizenId,
  serviceCode: complaint.serviceCode,
  departmentCode: complaint.departmentCode,
  statutoryId: complaint.statutoryId,
  charterId: complaint.charterId,
  closedAt: complaint.closedAt,
  extensions: complaint.extensions,
  suspension: complaint.suspension,
  transferredTo: complaint.transferredTo,
  collective: complaint.collective,
  proposedExtension: complaint.proposedExtension,
  supplementRounds: complaint.supplementRounds,
});

export const ComplaintConnection = connectionType('Complaint', () => ComplaintType);

@ObjectType('ComplaintStatusByReceipt', {
  description: 'What somebody with the receipt number and the last digits of the phone may see.',
})
export class ReceiptStatusType {
  @Field(() => ReceiptNumber, { description: 'The receipt number.' })
  receiptNumber: string;

  @Field(() => StatusEnum, { description: 'How far it is.' })
  status: Status;

  @Field(() => DateTime, { description: 'When it was received.' })
  receivedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it is due by law; null while it is paused.' })
  dueAt: Date | null;

  @Field(() => [StepType], { description: 'The steps so far.' })
  timeline: StepType[];
}

@ObjectType()
export abstract class ComplaintPayload {
  @Field(() => ComplaintType, { nullable: true, description: 'The complaint as it is now.' })
  complaint: ComplaintType | null;

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}

/** What a citizen is told when a complaint is taken in. */
@ObjectType()
abstract class TakenPayload extends ComplaintPayload {
  @Field(() => String, {
    nullable: true,
    description: 'A greeting with the receipt number, in the language of Accept-Language.',
  })
  greeting: string | null;

  @Field(() => String, { nullable: true, description: 'What happens next and what to prepare.' })
  guidance: string | null;

  @Field(() => DateTime, { nullable: true, description: 'By when the answer is expected: the charter’s date.' })
  expectedAt: Date | null;
}

@ObjectType({ description: 'The answer of fileComplaint.' })
export class FileComplaintPayload extends TakenPayload {}

@ObjectType({ description: 'The answer of registerComplaint.' })
export class RegisterComplaintPayload extends TakenPayload {}

@ObjectType({ description: 'The answer of assignComplaint.' })
export class AssignComplaintPayload extends ComplaintPayload {}

@ObjectType({ description: 'The answer of answerComplaint.' })
export class AnswerComplaintPayload extends ComplaintPayload {}

@ObjectType({ description: 'The answer of withdrawComplaint.' })
export class WithdrawComplaintPayload extends ComplaintPayload {}
