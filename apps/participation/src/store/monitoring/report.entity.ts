import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { AnswerOutcome, Finding, Observation, ReportStatus } from '../../domain/monitoring/report';

/** What a monitor reports of a mission (활동 보고). */
@Entity('monitoring_report')
export class ReportEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'mission_id' })
  missionId: string;

  @Column('uuid', { name: 'recruitment_id' })
  recruitmentId: string;

  /** The monitor. */
  @Column('uuid', { name: 'citizen_id' })
  citizenId: string;

  /** The department that verifies, and the one that was watched: as the mission has them. */
  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('text', { name: 'watched_code' })
  watchedCode: string;

  @Column('text')
  summary: string;

  /** Where it was sent from, by the device’s own word; degrees, WGS 84. */
  @Column('double precision')
  latitude: number;

  @Column('double precision')
  longitude: number;

  /** From there to the place of the mission, in whole metres. */
  @Column('integer', { name: 'distance_metres' })
  distanceMetres: number;

  @Column('text')
  status: ReportStatus;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;

  @Column('timestamptz', { name: 'verified_at', nullable: true })
  verifiedAt: Date | null;

  @Column('uuid', { name: 'verified_by', nullable: true })
  verifiedBy: string | null;

  /** How often it was sent back. */
  @Column('integer', { default: 0 })
  returns: number;

  /** What is missing, or why it was rejected: the office’s words. */
  @Column('text', { name: 'verdict_reason', nullable: true })
  verdictReason: string | null;

  @Column('text', { name: 'answer_outcome', nullable: true })
  answerOutcome: AnswerOutcome | null;

  @Column('text', { name: 'answer_text', nullable: true })
  answerText: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  /** What it earned, in KRW; null until it is accepted. */
  @Column('integer', { nullable: true })
  allowance: number | null;

  /** The statement that states it. */
  @Column('uuid', { name: 'statement_id', nullable: true })
  statementId: string | null;

  @Column('uuid', { name: 'verification_id' })
  verificationId: string;

  @Column('uuid', { name: 'revision_id', nullable: true })
  revisionId: string | null;

  @Column('uuid', { name: 'answer_id', nullable: true })
  answerId: string | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** What was found of one point of the checklist; the standard beside it, so that figures need no checklist. */
@Entity('monitoring_observation')
export class ObservationEntity {
  @PrimaryColumn('uuid', { name: 'report_id' })
  reportId: string;

  @PrimaryColumn('integer')
  item: number;

  @Column('text', { name: 'standard_code' })
  standardCode: string;

  @Column('text')
  finding: Finding;

  @Column('text', { nullable: true })
  note: string | null;
}

/** What a report said before it was completed. */
@Entity('monitoring_report_version')
export class ReportVersionEntity {
  @PrimaryColumn('uuid', { name: 'report_id' })
  reportId: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('text')
  summary: string;

  @Column('jsonb')
  observations: Observation[];

  @Column('timestamptz', { name: 'replaced_at' })
  replacedAt: Date;
}

/** Every step of a report: who, when, from, to, why. Append-only. */
@Entity('monitoring_report_history')
export class ReportHistoryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('uuid', { name: 'report_id' })
  reportId: string;

  @Column('uuid', { name: 'changed_by' })
  changedBy: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('text', { name: 'from_status', nullable: true })
  fromStatus: ReportStatus | null;

  @Column('text', { name: 'to_status' })
  toStatus: ReportStatus;

  @Column('text')
  step: string;

  /** In the words of who did it. */
  @Column('text', { nullable: true })
  reason: string | null;
}
