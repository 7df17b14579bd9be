import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime, LocalDate } from '@charter/service';
import type { ConsultationStatus, Method } from '../../domain/consultations/consultation';
import { PetitionerInput } from '../complaint.input';
import { ConsultationStatusEnum, MethodEnum } from './consultation.type';

const KEY = { nullable: true, description: 'The same key and input give the same answer again.' };
const VERSION = { nullable: true, description: 'The version that was read: with it, nobody’s change is overwritten.' };

@InputType({ description: 'A series of slots, one after the other, within office hours.' })
export class OpenConsultationSlotsInput {
  @Field(() => DateTime, { description: 'The beginning of the first, within 90 days.' })
  startsAt: Date;

  @Field(() => Int, { description: 'How many minutes each takes, 10 to 120.' })
  minutes: number;

  @Field(() => Int, { defaultValue: 1, description: 'How many, 1 to 100.' })
  count: number;

  @Field(() => MethodEnum, { description: 'How citizen and office meet.' })
  method: Method;

  @Field(() => String, {
    description: 'Where to come, which number is called, or the link of the call: shown to who is booked alone.',
  })
  place: string;

  @Field(() => ID, { nullable: true, description: 'The expert; without it anybody of the department takes it.' })
  officerId?: string | null;

  @Field(() => ID, KEY)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A slot to close.' })
export class CloseConsultationSlotInput {
  @Field(() => ID, { description: 'The slot.' })
  slotId: string;

  @Field(() => String, { description: 'Why, in words that who booked it reads: 1 to 500 characters.' })
  reason: string;
}

@InputType({ description: 'A consultation to book.' })
export class BookConsultationInput {
  @Field(() => ID, { description: 'The slot, one of consultationSlots.' })
  slotId: string;

  @Field(() => String, { description: 'What it is about, 1 to 500 characters. Never a resident registration number.' })
  topic: string;

  @Field(() => PetitionerInput, { description: 'Who comes. Kept encrypted.' })
  petitioner: PetitionerInput;

  @Field(() => ID, { nullable: true, description: 'One of your complaints that it is about.' })
  complaintId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether to join the waiting list when the slot is taken, instead of SLOT_TAKEN.',
  })
  waitIfTaken: boolean;

  @Field(() => ID, KEY)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A consultation to cancel.' })
export class CancelConsultationInput {
  @Field(() => ID, { description: 'The consultation.' })
  consultationId: string;

  @Field(() => String, { nullable: true, description: 'Why; the office has to say it, 1 to 500 characters.' })
  reason?: string | null;

  @Field(() => Int, VERSION)
  version?: number | null;
}

@InputType({ description: 'How a consultation went.' })
export class RecordConsultationInput {
  @Field(() => ID, { description: 'The consultation.' })
  consultationId: string;

  @Field(() => Boolean, { description: 'Whether it was held; false when the citizen did not come.' })
  held: boolean;

  @Field(() => Int, VERSION)
  version?: number | null;
}

@InputType({ description: 'Which consultations.' })
export class ConsultationFilterInput {
  @Field(() => [ConsultationStatusEnum], { nullable: true, description: 'Only in these statuses.' })
  status?: ConsultationStatus[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'From this day on.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Until this day, included.' })
  to?: string | null;
}
