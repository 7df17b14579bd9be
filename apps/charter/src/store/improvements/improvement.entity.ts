import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ImprovementSourceKind } from '@charter/contracts';
import type { ImprovementKind, ImprovementStatus } from '../../domain/improvements/action';

/** An improvement action (개선과제). */
@Entity('improvement_action')
export class ImprovementEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  /** Who has it. */
  /** Who has it; null while its head has given it to nobody. */
  @Column('uuid', { name: 'officer_id', nullable: true })
  officerId: string | null;

  @Column('text')
  title: string;

  @Column('text')
  description: string;

  @Column('text')
  kind: ImprovementKind;

  @Column('text', { name: 'standard_code', nullable: true })
  standardCode: string | null;

  @Column('text', { nullable: true })
  plan: string | null;

  @Column('text')
  status: ImprovementStatus;

  @Column('integer', { default: 0 })
  percent: number;

  @Column('text', { nullable: true })
  result: string | null;

  @Column('text', { name: 'cancelled_reason', nullable: true })
  cancelledReason: string | null;

  @Column('text', { name: 'source_kind', nullable: true })
  sourceKind: ImprovementSourceKind | null;

  @Column('uuid', { name: 'source_id', nullable: true })
  sourceId: string | null;

  /** Whether everybody could know of the source when the action was opened. */
  @Column('boolean', { name: 'source_public', default: false })
  sourcePublic: boolean;

  /** Whose matter it came from. */
  @Column('uuid', { name: 'citizen_ids', array: true, default: [] })
  citizenIds: string[];

  @Column('uuid', { name: 'deadline_id' })
  deadlineId: string;

  @Column('uuid', { name: 'opened_by' })
  openedBy: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column('timestamptz', { name: 'extended_at', nullable: true })
  extendedAt: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** How far an action was at a moment. Append-only. */
@Entity('improvement_progress')
export class ImprovementProgressEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('uuid', { name: 'action_id' })
  actionId: string;

  @Column('integer')
  percent: number;

  @Column('text')
  text: string;

  @Column('uuid', { name: 'reported_by' })
  reportedBy: string;

  @Column('timestamptz', { name: 'reported_at' })
  reportedAt: Date;
}

/** Every step of an action. Append-only. */
@Entity('improvement_history')
export class ImprovementHistoryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('uuid', { name: 'action_id' })
  actionId: string;

  @Column('uuid', { name: 'changed_by' })
  changedBy: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('text', { name: 'from_status', nullable: true })
  fromStatus: ImprovementStatus | null;

  @Column('text', { name: 'to_status' })
  toStatus: ImprovementStatus;

  /** The command, or `open`. */
  @Column('text')
  step: string;

  /** The office's words: a reason, a plan, a result. */
  @Column('text', { nullable: true })
  said: string | null;
}
