import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ProposalStatus } from '../domain/conversions/conversion';

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
  status: ProposalStatus;

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

  @Column('integer', { default: 1 })
  version: number;
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

  @Column('text', { nullable: true })
  reason: string | null;
}
