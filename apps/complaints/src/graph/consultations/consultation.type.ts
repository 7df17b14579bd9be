import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, UserError, connectionType } from '@charter/service';
import {
  CONSULTATION_STATUSES,
  type ConsultationStatus,
  METHODS,
  type Method,
} from '../../domain/consultations/consultation';
import type { ConsultationEntity, ConsultationSlotEntity } from '../../store/consultations/consultation.entity';
import { enumOf } from '../enums';
import { DepartmentType } from '../stubs.type';

export const MethodEnum = enumOf<Method>(METHODS);
registerEnumType(MethodEnum, {
  name: 'ConsultationMethod',
  description: 'How citizen and office meet.',
  valuesConfig: {
    IN_PERSON: { description: 'At the office (방문).' },
    PHONE: { description: 'By phone: the office calls (전화).' },
    VIDEO: { description: 'By video call (화상).' },
  },
});

export const ConsultationStatusEnum = enumOf<ConsultationStatus>(CONSULTATION_STATUSES);
registerEnumType(ConsultationStatusEnum, {
  name: 'ConsultationStatus',
  description: 'How a consultation stands.',
  valuesConfig: {
    WAITING: { description: 'In the waiting list: it is booked by itself when the slot becomes free (대기).' },
    BOOKED: { description: 'Booked (예약).' },
    CANCELLED: { description: 'Cancelled, by the citizen or the office (취소).' },
    HELD: { description: 'Held (상담 완료).' },
    MISSED: { description: 'The citizen did not come (불참).' },
  },
});

@ObjectType('ConsultationSlot', { description: 'A time at which a department can be consulted (상담 시간).' })
export class SlotType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => DepartmentType, { nullable: true, description: 'The department.' })
  department: DepartmentType;

  @Field(() => ID, { nullable: true, description: 'The expert; null where anybody of the department takes it.' })
  officerId: string | null;

  @Field(() => MethodEnum, { description: 'How citizen and office meet.' })
  method: Method;

  @Field(() => DateTime, { description: 'Its beginning.' })
  startsAt: Date;

  @Field(() => DateTime, { description: 'Its end.' })
  endsAt: Date;
}

export const toSlotType = (slot: ConsultationSlotEntity): SlotType => ({
  id: slot.id,
  department: { code: slot.departmentCode },
  officerId: slot.officerId,
  method: slot.method,
  startsAt: slot.startsAt,
  endsAt: slot.endsAt,
});

export const SlotConnection = connectionType('ConsultationSlot', () => SlotType);

@ObjectType('Consultation', {
  description: 'A citizen’s booking of a consultation, or their place in a waiting list (상담 예약).',
})
export class ConsultationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ConsultationStatusEnum, { description: 'How it stands.' })
  status: ConsultationStatus;

  @Field(() => DateTime, { description: 'Its beginning.' })
  startsAt: Date;

  @Field(() => DateTime, { description: 'Its end.' })
  endsAt: Date;

  @Field(() => String, { description: 'What it is about.' })
  topic: string;

  @Field(() => String, { nullable: true, description: 'Why the office cancelled it.' })
  reason: string | null;

  @Field(() => DepartmentType, { nullable: true, description: 'The department.' })
  department: DepartmentType;

  @Field(() => Int, { description: 'Give it with a change, so that nobody’s change is overwritten.' })
  version: number;

  entity: ConsultationEntity;
}

export const toConsultationType = (entity: ConsultationEntity): ConsultationType => ({
  id: entity.id,
  status: entity.status,
  startsAt: entity.startsAt,
  endsAt: entity.endsAt,
  topic: entity.topic,
  reason: entity.reason,
  department: { code: entity.departmentCode },
  version: entity.version,
  entity,
});

export const ConsultationConnection = connectionType('Consultation', () => ConsultationType);

@ObjectType()
abstract class ConsultationPayload {
  @Field(() => ConsultationType, { nullable: true, description: 'The consultation as it is now.' })
  consultation: ConsultationType | null;

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of bookConsultation.' })
export class BookConsultationPayload extends ConsultationPayload {}

@ObjectType({ description: 'The answer of cancelConsultation.' })
export class CancelConsultationPayload extends ConsultationPayload {}

@ObjectType({ description: 'The answer of recordConsultation.' })
export class RecordConsultationPayload extends ConsultationPayload {}

@ObjectType({ description: 'The answer of openConsultationSlots.' })
export class OpenConsultationSlotsPayload {
  @Field(() => [SlotType], { description: 'The slots that were opened, first to last.' })
  slots: SlotType[];

  @Field(() => [UserError], { description: 'Why none was opened; empty when they were.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of closeConsultationSlot.' })
export class CloseConsultationSlotPayload {
  @Field(() => SlotType, { nullable: true, description: 'The slot that was closed.' })
  slot: SlotType | null;

  @Field(() => [UserError], { description: 'Why it was not closed; empty when it was.' })
  errors: UserError[];
}
