import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Visibility } from '../../domain/moderation/moderation';
import type { ReReviewBasis } from '../../domain/proposals/command';
import type { Decision, ExclusionGround, Status } from '../../domain/proposals/status';

/** A citizen's proposal. Who proposed stands apart, sealed. */
@Entity('proposal')
export class ProposalEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'citizen_id' })
  citizenId: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  @Column('text')
  status: Status;

  /** False for one that came out of a private complaint, until its citizen agrees that everybody reads it. */
  @Column('boolean', { default: true })
  public: boolean;

  /** The complaint that it was, once. */
  @Column('uuid', { name: 'converted_from', nullable: true })
  convertedFrom: string | null;

  /** The complaint that it has become. */
  @Column('uuid', { name: 'converted_to', nullable: true })
  convertedTo: string | null;

  /** Kept beside the endorsements, so that ranking needs no count; changed in the same transaction. */
  @Column('integer', { name: 'endorsement_count', default: 0 })
  endorsementCount: number;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;

  /** The officer who took it on. */
  @Column('uuid', { name: 'officer_id', nullable: true })
  officerId: string | null;

  /** The departments that were asked for their opinion. */
  @Column('text', { array: true, default: [] })
  consulted: string[];

  /** The proposer's own part of an award, in percent. */
  @Column('integer', { default: 100 })
  share: number;

  /** The deadline of the present review; null for history that was imported. */
  @Column('uuid', { name: 'review_id', nullable: true })
  reviewId: string | null;

  @Column('integer', { default: 0 })
  extensions: number;

  @Column('integer', { default: 0 })
  supplements: number;

  @Column('boolean', { name: 'expert_heard', default: false })
  expertHeard: boolean;

  @Column('text', { nullable: true })
  decision: Decision | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('text', { name: 're_reviews', array: true, default: [] })
  reReviews: ReReviewBasis[];

  /** When enough citizens had endorsed it for the first time: from then on the department owes an answer. */
  @Column('timestamptz', { name: 'threshold_reached_at', nullable: true })
  thresholdReachedAt: Date | null;

  @Column('uuid', { name: 'answer_id', nullable: true })
  answerId: string | null;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column('text', { name: 'exclusion_ground', nullable: true })
  exclusionGround: ExclusionGround | null;

  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto: string | null;

  @Column('text', { name: 'award_grade', nullable: true })
  awardGrade: string | null;

  @Column('timestamptz', { name: 'implemented_at', nullable: true })
  implementedAt: Date | null;

  @Column('text', { default: 'VISIBLE' })
  visibility: Visibility;

  @Column('uuid', { name: 'hidden_by', nullable: true })
  hiddenBy: string | null;

  @Column('text', { name: 'hidden_reason', nullable: true })
  hiddenReason: string | null;

  @Column('text', { name: 'appeal_text', nullable: true })
  appealText: string | null;

  /** When people were erased from it. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  /** Comments that are shown. */
  @Column('integer', { name: 'comment_count', default: 0 })
  commentCount: number;

  /** How much it is discussed: see domain/ranking. Kept in the transaction of each comment. */
  @Column('integer', { default: 0 })
  discussion: number;

  /** What it is found by: pairs and triples of letters. */
  @Column('text', { array: true, default: [] })
  terms: string[];

  @Column('integer', { default: 1 })
  version: number;
}

/** Who thought of it with the proposer; the name sealed. */
@Entity('joint_author')
export class JointAuthorEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'proposal_id' })
  proposalId: string;

  @Column('integer')
  position: number;

  @Column('text')
  name: string;

  @Column('integer')
  share: number;
}

/** Name and contacts of a proposer, each sealed for this row. */
@Entity('proposer')
export class ProposerEntity {
  @PrimaryColumn('uuid', { name: 'proposal_id' })
  proposalId: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  email: string | null;
}

/** One citizen's endorsement (공감): the primary key makes it once each. */
@Entity('endorsement')
export class EndorsementEntity {
  @PrimaryColumn('uuid', { name: 'proposal_id' })
  proposalId: string;

  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId: string;

  @Column('timestamptz', { name: 'endorsed_at' })
  endorsedAt: Date;
}

/** Every step of a proposal: who, when, from, to. Append-only. */
@Entity('proposal_history')
export class ProposalHistoryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('uuid', { name: 'proposal_id' })
  proposalId: string;

  @Column('uuid', { name: 'changed_by' })
  changedBy: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('text', { name: 'from_status', nullable: true })
  fromStatus: string | null;

  @Column('text', { name: 'to_status' })
  toStatus: string;

  /** In words that everybody reads. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { default: 'submit' })
  step: string;

  /** The date from then on, where the step set one. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;
}

/** One who is told what happens to a proposal. */
@Entity('proposal_follow')
export class FollowEntity {
  @PrimaryColumn('uuid', { name: 'proposal_id' })
  proposalId: string;

  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId: string;

  @Column('timestamptz', { name: 'followed_at' })
  followedAt: Date;
}
