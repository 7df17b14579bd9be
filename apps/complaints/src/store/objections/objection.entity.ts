import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { PeriodUnit } from '@charter/calendar';
import type { Basis, ObjectionCommand, ObjectionStatus } from '../../domain/objections/objection';
import type { ObjectionRule } from '../../domain/objections/period';

/** An objection to the handling of a complaint (이의신청). Its date is a deadline. */
@Entity('objection')
export class ObjectionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('uuid', { name: 'citizen_id' })
  citizenId: string;

  /** Whose handling it is about, also after the complaint has moved on. */
  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('text')
  basis: Basis;

  @Column('text')
  status: ObjectionStatus;

  /** What the citizen objects to, and why. */
  @Column('text')
  reason: string;

  @Column('timestamptz', { name: 'filed_at' })
  filedAt: Date;

  /** Which rejection it is about; null for an objection by the charter. */
  @Column('timestamptz', { name: 'rejected_at', nullable: true })
  rejectedAt: Date | null;

  /** Who had the complaint when it was filed. */
  @Column('uuid', { name: 'officer_id', nullable: true })
  officerId: string | null;

  /** Who had closed the complaint when it was filed. */
  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy: string | null;

  /** Who decides it. */
  @Column('uuid', { name: 'handler_id', nullable: true })
  handlerId: string | null;

  /** By how much it may be extended, as the rule said when it was filed. */
  @Column('integer', { name: 'longest_extension' })
  longestExtension: number;

  @Column('text', { name: 'extension_reason', nullable: true })
  extensionReason: string | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason: string | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** Every step of an objection: who, when, from, to, why. Append-only. */
@Entity('objection_history')
export class ObjectionHistoryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('uuid', { name: 'objection_id' })
  objectionId: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('uuid', { name: 'changed_by' })
  changedBy: string;

  /** What was done; `pass`: the department was closed, and its successor carries on. */
  @Column('text')
  command: 'file' | 'pass' | ObjectionCommand['type'];

  @Column('text', { name: 'from_status', nullable: true })
  fromStatus: ObjectionStatus | null;

  @Column('text', { name: 'to_status' })
  toStatus: ObjectionStatus;

  @Column('text', { nullable: true })
  reason: string | null;
}

/** Within what an objection by the charter is decided, from a day on. Append-only: of several for one day the last one holds. */
@Entity('objection_rule')
export class ObjectionRuleEntity implements ObjectionRule {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('jsonb')
  period: { readonly unit: PeriodUnit; readonly length: number | null; readonly firstDayCounts: boolean };

  @Column('integer', { name: 'longest_extension' })
  longestExtension: number;

  /** A person's id, or `system`. */
  @Column('text', { name: 'changed_by' })
  changedBy: string;

  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' })
  changedAt: Date;
}
