import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '@charter/contracts';
import type { ConsultationStatus, Method, ReminderStage } from '../../domain/consultations/consultation';

/** A time at which somebody can be consulted (상담 시간). */
@Entity('consultation_slot')
export class ConsultationSlotEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  /** The expert; null where anybody of the department takes it. */
  @Column('uuid', { name: 'officer_id', nullable: true })
  officerId: string | null;

  @Column('text')
  method: Method;

  /** Where to come, which number is called, or the link of the call: for who is booked alone. */
  @Column('text')
  place: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('uuid', { name: 'opened_by' })
  openedBy: string;

  @Column('integer', { default: 1 })
  version: number;
}

/** A citizen's booking of a slot, or their place in its waiting list. Name and contacts are sealed for this row. */
@Entity('consultation')
export class ConsultationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'slot_id' })
  slotId: string;

  @Column('uuid', { name: 'citizen_id' })
  citizenId: string;

  @Column('uuid', { name: 'complaint_id', nullable: true })
  complaintId: string | null;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('text')
  topic: string;

  @Column('text')
  status: ConsultationStatus;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  @Column('text', { name: 'cancelled_by', nullable: true })
  cancelledBy: 'CITIZEN' | 'OFFICE' | null;

  /** Why the office cancelled it. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text')
  language: Language;

  /** When to remind next, and of what; null when nothing is left to say. */
  @Column('timestamptz', { name: 'remind_at', nullable: true })
  remindAt: Date | null;

  @Column('text', { name: 'remind_stage', nullable: true })
  remindStage: ReminderStage | null;

  @Column('integer', { default: 1 })
  version: number;
}
