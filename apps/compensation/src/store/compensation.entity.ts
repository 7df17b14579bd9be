import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Breach, Form, Rule } from '../domain/rule';

/** How far a claim is. */
export type ClaimStatus = 'OPENED';

/** KRW come from PostgreSQL's bigint as text. */
const won = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** A version of a rule. The one that decided a claim never changes. */
@Entity('compensation_rule')
export class RuleEntity implements Rule {
  @PrimaryColumn('text')
  code: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('text', { name: 'name_ko' })
  nameKo: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @Column('text')
  breach: Breach;

  @Column('text')
  form: Form;

  @Column('bigint', { name: 'base_amount', transformer: won })
  baseAmount: number;

  @Column('bigint', { name: 'step_amount', transformer: won })
  stepAmount: number;

  @Column('bigint', { transformer: won })
  cap: number;

  @Column('bigint', { name: 'yearly_ceiling', nullable: true, transformer: won })
  yearlyCeiling: number | null;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** Who made this version, and when: with the versions before it, the history of the rule. */
  @Column('uuid', { name: 'saved_by' })
  savedBy: string;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;
}

/** A claim (보상 청구): once for each complaint and breach. */
@Entity('compensation_claim')
export class ClaimEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('text', { name: 'receipt_number' })
  receiptNumber: string;

  @Column('uuid', { name: 'citizen_id' })
  citizenId: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('text')
  breach: Breach;

  @Column('text', { name: 'rule_code' })
  ruleCode: string;

  @Column('integer', { name: 'rule_version' })
  ruleVersion: number;

  @Column('bigint', { transformer: won })
  amount: number;

  @Column('text')
  status: ClaimStatus;

  @Column('timestamptz', { name: 'missed_at' })
  missedAt: Date;

  /** Working days of lateness begun when it was opened, from 1: what the amount rests on. */
  @Column('integer', { name: 'late_working_days' })
  lateWorkingDays: number;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  /** The event that opened it; null for one of an imported history. */
  @Column('uuid', { name: 'opened_by_event', nullable: true })
  openedByEvent: string | null;
}

/** Every step of a claim: who, when, from, to, why. Append-only. */
@Entity('compensation_claim_history')
export class ClaimHistoryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('uuid', { name: 'claim_id' })
  claimId: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  /** A person's id, or `system`. */
  @Column('text', { name: 'changed_by' })
  changedBy: string;

  @Column('text', { name: 'from_status', nullable: true })
  fromStatus: ClaimStatus | null;

  @Column('text', { name: 'to_status' })
  toStatus: ClaimStatus;

  @Column('text', { nullable: true })
  reason: string | null;
}
