import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ClaimStatus, RefusalGround } from '../domain/claims/claim';
import type { Breach, DistanceBand, Exclusion, Form, LatenessStep, Rule } from '../domain/rule';
import { won } from './won';

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

  @Column('jsonb', { nullable: true })
  lateness: LatenessStep[] | null;

  @Column('jsonb', { nullable: true })
  distance: DistanceBand[] | null;

  @Column('text', { array: true, default: ['OTHER_REMEDY', 'CAUSED_BY_CITIZEN'] })
  exclusions: Exclusion[];

  /** The charter's standards that it backs, by code. */
  @Column('text', { name: 'standard_codes', array: true, default: [] })
  standardCodes: string[];

  @Column('integer', { name: 'decision_days', default: 14 })
  decisionDays: number;

  @Column('integer', { name: 'claim_days', default: 60 })
  claimDays: number;

  @Column('text', { name: 'evidence_ko', nullable: true })
  evidenceKo: string | null;

  @Column('text', { name: 'evidence_en', nullable: true })
  evidenceEn: string | null;

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

  /** How it is paid, as its rule says. */
  @Column('text')
  form: Form;

  /** When the promise was broken: for lateness, the due moment. */
  @Column('timestamptz', { name: 'missed_at' })
  missedAt: Date;

  /** What the amount of lateness rests on, from 1 day; null for any other breach. */
  @Column('integer', { name: 'late_working_days', nullable: true })
  lateWorkingDays: number | null;

  @Column('double precision', { name: 'late_working_hours', nullable: true })
  lateWorkingHours: number | null;

  /** How far the citizen came, one way; null where nobody said, or nobody came. */
  @Column('integer', { name: 'distance_km', nullable: true })
  distanceKm: number | null;

  /** Whether the citizen said that they seek another remedy for the same. */
  @Column('boolean', { name: 'other_remedy_sought', default: false })
  otherRemedySought: boolean;

  /** What the review found that the rule does not pay for; null when nothing. */
  @Column('text', { nullable: true })
  exclusion: Exclusion | null;

  /** When people were erased from it. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  /** The event that opened it; null for one that a citizen made, and for one of an imported history. */
  @Column('uuid', { name: 'opened_by_event', nullable: true })
  openedByEvent: string | null;

  /** The citizen who made it; null for one that opened by itself. */
  @Column('uuid', { name: 'filed_by', nullable: true })
  filedBy: string | null;

  @Column('text', { nullable: true })
  statement: string | null;

  @Column('text', { nullable: true })
  evidence: string | null;

  /** The deadline by which it is decided; null for one of an imported history. */
  @Column('uuid', { name: 'decision_id', nullable: true })
  decisionId: string | null;

  @Column('uuid', { name: 'reviewed_by', nullable: true })
  reviewedBy: string | null;

  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt: Date | null;

  /** What the review found: for the office. */
  @Column('text', { name: 'review_note', nullable: true })
  reviewNote: string | null;

  /** Of which year's budget it is paid: the year of its approval; null before that. */
  @Column('integer', { name: 'budget_year', nullable: true })
  budgetYear: number | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  /** Who refused it: somebody else decides an objection. */
  @Column('uuid', { name: 'refused_by', nullable: true })
  refusedBy: string | null;

  @Column('text', { name: 'refusal_ground', nullable: true })
  refusalGround: RefusalGround | null;

  /** Why it was refused, for the citizen. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** Until when the citizen can object; null while it is not refused, and after an objection. */
  @Column('timestamptz', { name: 'object_until', nullable: true })
  objectUntil: Date | null;

  @Column('timestamptz', { name: 'objected_at', nullable: true })
  objectedAt: Date | null;

  @Column('text', { nullable: true })
  objection: string | null;

  @Column('timestamptz', { name: 'paid_at', nullable: true })
  paidAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** A promise that was broken, whether a rule paid for it or not. */
@Entity('broken_promise')
export class BrokenPromiseEntity {
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  @PrimaryColumn('text')
  breach: Breach;

  @Column('uuid', { name: 'citizen_id' })
  citizenId: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('timestamptz', { name: 'broken_at' })
  brokenAt: Date;
}

/** When a late complaint was no longer open: its lateness ended. */
@Entity('complaint_ending')
export class ComplaintEndingEntity {
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('timestamptz', { name: 'ended_at' })
  endedAt: Date;
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

  /** Its place in the history of its claim, from 1; the database gives it, and the hashes, when the line is written. */
  @Column({ type: 'integer', insert: false, update: false })
  seq: number;

  @Column({ type: 'text', name: 'previous_hash', insert: false, update: false })
  previousHash: string;

  @Column({ type: 'text', insert: false, update: false })
  hash: string;
}
