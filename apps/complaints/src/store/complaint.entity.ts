import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Language } from '@charter/contracts';
import type { Channel, Visibility } from '../domain/filing';
import type { Status, StepName, Suspension } from '../domain/handling';
import type { ComplaintKind } from '../domain/service-item';

/** A complaint (민원). Who filed it stands apart, sealed; its dates are deadlines. */
@Entity('complaint')
export class ComplaintEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'receipt_number' })
  receiptNumber: string;

  @Column('uuid', { name: 'citizen_id' })
  citizenId: string;

  /** The service's kind when it was filed: it decides which rules hold for it. */
  @Column('text')
  kind: ComplaintKind;

  @Column('text', { name: 'service_code' })
  serviceCode: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('uuid', { name: 'officer_id', nullable: true })
  officerId: string | null;

  @Column('text')
  channel: Channel;

  @Column('text')
  visibility: Visibility;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  @Column('text')
  status: Status;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  /** Its two promises: the deadlines that run now. A complaint that is opened again gets new ones. */
  @Column('uuid', { name: 'statutory_id' })
  statutoryId: string;

  @Column('uuid', { name: 'charter_id' })
  charterId: string;

  /** When the present department got it: what is passed on or asked back is measured from here. */
  @Column('timestamptz', { name: 'arrived_at' })
  arrivedAt: Date;

  /** When it was closed, in whatever way; null while something is to be done. */
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('integer', { default: 0 })
  extensions: number;

  /** A second extension that waits for the citizen's consent, in the unit of the law's period. */
  @Column('integer', { name: 'proposed_extension', nullable: true })
  proposedExtension: number | null;

  @Column('integer', { name: 'supplement_rounds', default: 0 })
  supplementRounds: number;

  @Column('integer', { name: 'supplement_extensions', default: 0 })
  supplementExtensions: number;

  @Column('text', { nullable: true })
  suspension: Suspension | null;

  @Column('boolean', { name: 'suspension_extended', default: false })
  suspensionExtended: boolean;

  /** The body outside the city that it was passed to. */
  @Column('text', { name: 'transferred_to', nullable: true })
  transferredTo: string | null;

  @Column('boolean', { name: 'opinion_given', default: false })
  opinionGiven: boolean;

  /** 다수인관련민원. */
  @Column('boolean', { default: false })
  collective: boolean;

  /** When people were erased from it, at the end of its retention. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** What nobody has decided yet. */
export const UNHANDLED = {
  ...{ answer: null, answeredAt: null, closedAt: null, extensions: 0, proposedExtension: null },
  ...{ supplementRounds: 0, supplementExtensions: 0, suspension: null, suspensionExtended: false },
  ...{ transferredTo: null, opinionGiven: false, collective: false, erasedAt: null },
} satisfies Partial<ComplaintEntity>;

/** Name and contacts of who filed, sealed for this row, with keyed hashes to find a person's earlier filing by. */
@Entity('petitioner')
export class PetitionerEntity {
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  /** In which language to write to somebody who has no profile. */
  @Column('text')
  language: Language;

  @Column('text', { name: 'name_hash' })
  nameHash: string;

  @Column('text', { name: 'phone_hash', nullable: true })
  phoneHash: string | null;

  @Column('text', { name: 'email_hash', nullable: true })
  emailHash: string | null;
}

/** Every step of a complaint: who, when, from, to, why. Append-only. */
@Entity('complaint_history')
export class ComplaintHistoryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  /** When it was written down, by the database's clock: later than it happened for a visit, call or letter. */
  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' })
  recordedAt: Date;

  @Column('uuid', { name: 'changed_by' })
  changedBy: string;

  @Column('text', { name: 'from_status', nullable: true })
  fromStatus: Status | null;

  @Column('text', { name: 'to_status' })
  toStatus: Status;

  /** What was done. */
  @Column('text')
  step: StepName;

  @Column('boolean', { name: 'had_officer', default: false })
  hadOfficer: boolean;

  /** What the citizen reads with the step: an answer, what to supplement, why it takes longer. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** The law's date from then on; null while the period stands still, and for steps that have none. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  /** OFFICE where the office's own omission made the step necessary: the city pays for a repeated supplement. */
  @Column('text', { nullable: true })
  cause: 'OFFICE' | null;
}

/** What the citizen thinks of the result (결과 의견), once for each complaint. */
@Entity('complaint_opinion')
export class ComplaintOpinionEntity {
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('boolean')
  satisfied: boolean;

  @Column('text', { nullable: true })
  text: string | null;

  @Column('timestamptz', { name: 'given_at' })
  givenAt: Date;
}
