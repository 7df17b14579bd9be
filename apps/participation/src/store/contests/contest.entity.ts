import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ContestStatus, Criterion, Prize } from '../../domain/contests/contest';

/** A contest (공모전). */
@Entity('contest')
export class ContestEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  @Column('text')
  eligibility: string;

  @Column('text', { array: true })
  categories: string[];

  @Column('jsonb')
  prizes: Prize[];

  @Column('jsonb')
  criteria: Criterion[];

  @Column('bigint')
  budget: string;

  @Column('integer', { name: 'judging_days' })
  judgingDays: number;

  @Column('integer', { name: 'objection_days' })
  objectionDays: number;

  @Column('text')
  status: ContestStatus;

  @Column('uuid', { name: 'announced_by' })
  announcedBy: string;

  @Column('timestamptz', { name: 'announced_at' })
  announcedAt: Date;

  @Column('uuid', { name: 'closing_id' })
  closingId: string;

  @Column('uuid', { name: 'judging_id', nullable: true })
  judgingId: string | null;

  @Column('uuid', { name: 'objection_id', nullable: true })
  objectionId: string | null;

  @Column('timestamptz', { name: 'unsealed_at', nullable: true })
  unsealedAt: Date | null;

  /** When the date of judging came: from then on more than half of the judges are enough. */
  @Column('timestamptz', { name: 'judging_ended_at', nullable: true })
  judgingEndedAt: Date | null;

  @Column('text', { name: 'cancelled_reason', nullable: true })
  cancelledReason: string | null;

  @Column('integer', { name: 'entry_count', default: 0 })
  entryCount: number;

  @Column('integer', { default: 1 })
  version: number;
}

/** What somebody handed in. Who, stands apart, sealed. `rank` and `score` are written when the scores are unsealed. */
@Entity('contest_entry')
export class ContestEntryEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'contest_id' })
  contestId: string;

  @Column('integer')
  number: number;

  @Column('uuid', { name: 'citizen_id' })
  citizenId: string;

  @Column('text')
  category: string;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;

  @Column('timestamptz', { name: 'changed_at', nullable: true })
  changedAt: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column('integer', { nullable: true })
  rank: number | null;

  @Column('integer', { nullable: true })
  score: number | null;

  @Column('text', { nullable: true })
  prize: string | null;

  @Column('bigint', { nullable: true })
  amount: string | null;

  @Column('text', { nullable: true })
  certificate: string | null;

  /** Why it was taken out of the contest. */
  @Column('text', { name: 'excluded_reason', nullable: true })
  excludedReason: string | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** What an entry said before it was changed. */
@Entity('contest_entry_version')
export class ContestEntryVersionEntity {
  @PrimaryColumn('uuid', { name: 'entry_id' })
  entryId: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  @Column('timestamptz', { name: 'replaced_at' })
  replacedAt: Date;
}

/** Somebody who takes part, once in a contest by the primary key; the name sealed. */
@Entity('contest_entrant')
export class ContestEntrantEntity {
  @PrimaryColumn('uuid', { name: 'contest_id' })
  contestId: string;

  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId: string;

  @Column('uuid', { name: 'entry_id' })
  entryId: string;

  @Column('integer')
  position: number;

  @Column('text')
  name: string;

  @Column('text', { name: 'department_code', nullable: true })
  departmentCode: string | null;
}

/** A judge, who is a letter in what is published. */
@Entity('contest_judge')
export class ContestJudgeEntity {
  @PrimaryColumn('uuid', { name: 'contest_id' })
  contestId: string;

  @PrimaryColumn('uuid', { name: 'judge_id' })
  judgeId: string;

  @Column('text')
  letter: string;

  @Column('text', { name: 'department_code', nullable: true })
  departmentCode: string | null;

  @Column('timestamptz', { name: 'assigned_at' })
  assignedAt: Date;

  /** Whether the scores count; null while they are sealed. */
  @Column('boolean', { nullable: true })
  counted: boolean | null;
}

/** Why a judge does not judge an entry: derived, or declared. */
@Entity('contest_conflict')
export class ContestConflictEntity {
  @PrimaryColumn('uuid', { name: 'entry_id' })
  entryId: string;

  @PrimaryColumn('uuid', { name: 'judge_id' })
  judgeId: string;

  @Column('text')
  kind: 'SAME_TEAM' | 'SAME_DEPARTMENT' | 'DECLARED';

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { name: 'found_at' })
  foundAt: Date;
}

/** What one judge gives one entry: sealed until all are in. */
@Entity('contest_score')
export class ContestScoreEntity {
  @PrimaryColumn('uuid', { name: 'entry_id' })
  entryId: string;

  @PrimaryColumn('uuid', { name: 'judge_id' })
  judgeId: string;

  @Column('integer', { array: true })
  points: number[];

  @Column('timestamptz', { name: 'scored_at' })
  scoredAt: Date;
}

/** An objection to an entry in the published ranking: once by each who takes part. */
@Entity('contest_objection')
export class ContestObjectionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'contest_id' })
  contestId: string;

  @Column('uuid', { name: 'entry_id' })
  entryId: string;

  @Column('uuid', { name: 'citizen_id' })
  citizenId: string;

  @Column('text')
  reason: string;

  @Column('timestamptz', { name: 'filed_at' })
  filedAt: Date;

  @Column('boolean', { nullable: true })
  upheld: boolean | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason: string | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;
}

/** Every step of a contest: who, when, from, to, why. Append-only. */
@Entity('contest_history')
export class ContestHistoryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('uuid', { name: 'contest_id' })
  contestId: string;

  /** A person's id, or `system`. */
  @Column('text', { name: 'changed_by' })
  changedBy: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('text', { name: 'from_status', nullable: true })
  fromStatus: ContestStatus | null;

  @Column('text', { name: 'to_status' })
  toStatus: ContestStatus;

  @Column('text')
  step: string;

  /** In words that everybody reads. */
  @Column('text', { nullable: true })
  reason: string | null;
}
