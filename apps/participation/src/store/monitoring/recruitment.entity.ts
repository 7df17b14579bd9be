import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ApplicationStatus } from '../../domain/monitoring/application';
import type { DistrictQuota, RecruitmentStatus } from '../../domain/monitoring/recruitment';

/** A recruitment of monitors (시정 모니터 모집) and their term. */
@Entity('monitor_recruitment')
export class RecruitmentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  @Column('jsonb')
  districts: DistrictQuota[];

  @Column('integer', { name: 'selection_days' })
  selectionDays: number;

  @Column('date', { name: 'term_from' })
  termFrom: string;

  @Column('date', { name: 'term_to' })
  termTo: string;

  @Column('integer', { name: 'allowance_per_report' })
  allowancePerReport: number;

  @Column('integer', { name: 'allowance_monthly_cap', nullable: true })
  allowanceMonthlyCap: number | null;

  @Column('text')
  status: RecruitmentStatus;

  @Column('uuid', { name: 'announced_by' })
  announcedBy: string;

  @Column('timestamptz', { name: 'announced_at' })
  announcedAt: Date;

  @Column('uuid', { name: 'closing_id' })
  closingId: string;

  @Column('uuid', { name: 'appointment_id', nullable: true })
  appointmentId: string | null;

  @Column('text', { name: 'cancelled_reason', nullable: true })
  cancelledReason: string | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** Somebody who applied; appointed, a monitor for the term. Name and contacts sealed for this row. */
@Entity('monitor_application')
export class ApplicationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'recruitment_id' })
  recruitmentId: string;

  @Column('uuid', { name: 'citizen_id' })
  citizenId: string;

  @Column('text')
  district: string;

  @Column('text')
  motivation: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text')
  status: ApplicationStatus;

  @Column('timestamptz', { name: 'applied_at' })
  appliedAt: Date;

  @Column('timestamptz', { name: 'appointed_at', nullable: true })
  appointedAt: Date | null;

  /** When it ended before the term did, and why. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { name: 'ended_reason', nullable: true })
  endedReason: string | null;
}

/** Every step of a recruitment: who, when, from, to, why. Append-only. */
@Entity('monitor_recruitment_history')
export class RecruitmentHistoryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('uuid', { name: 'recruitment_id' })
  recruitmentId: string;

  /** A person's id, or `system`. */
  @Column('text', { name: 'changed_by' })
  changedBy: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('text', { name: 'from_status', nullable: true })
  fromStatus: RecruitmentStatus | null;

  @Column('text', { name: 'to_status' })
  toStatus: RecruitmentStatus;

  @Column('text')
  step: string;

  /** In words that everybody reads. */
  @Column('text', { nullable: true })
  reason: string | null;
}

/** What the accepted reports of a month earned one monitor (활동비 내역). Never changed once it is issued. */
@Entity('allowance_statement')
export class AllowanceStatementEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'recruitment_id' })
  recruitmentId: string;

  @Column('uuid', { name: 'citizen_id' })
  citizenId: string;

  /** YYYY-MM. */
  @Column('text')
  month: string;

  @Column('integer')
  reports: number;

  /** KRW before the monthly limit. */
  @Column('integer')
  earned: number;

  /** KRW owed. */
  @Column('integer')
  amount: number;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;
}
