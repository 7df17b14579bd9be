import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Language } from '@charter/contracts';
import type { Channel, Visibility } from '../domain/filing';
import type { Status } from '../domain/handling';
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

  @Column('integer', { default: 1 })
  version: number;
}

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

  @Column('text', { nullable: true })
  reason: string | null;
}
