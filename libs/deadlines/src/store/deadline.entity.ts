import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { PeriodUnit } from '@charter/calendar';
import type { Deadline, DeadlineState } from '../domain/deadline';

@Entity('deadline')
export class DeadlineEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: string;

  @Column('text', { name: 'subject_type' })
  subjectType: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('text', { name: 'period_unit' })
  periodUnit: PeriodUnit;

  @Column('integer', { name: 'period_length', nullable: true })
  periodLength: number | null;

  @Column('boolean', { name: 'first_day_counts' })
  firstDayCounts: boolean;

  @Column('integer', { default: 0 })
  extension: number;

  @Column('jsonb', { default: [] })
  pauses: { from: string; to: string | null }[];

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  @Column('timestamptz', { name: 'announced_due_at', nullable: true })
  announcedDueAt: Date | null;

  @Column('boolean')
  provisional: boolean;

  @Column('text')
  state: DeadlineState;

  @Column('timestamptz', { name: 'missed_at', nullable: true })
  missedAt: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('timestamptz', { name: 'next_action_at', nullable: true })
  nextActionAt: Date | null;

  @Column('text', { name: 'next_stage', nullable: true })
  nextStage: string | null;

  @Column('timestamptz', { name: 'reached_at', nullable: true })
  reachedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** Every change of a deadline. Append-only. */
@Entity('deadline_history')
export class DeadlineHistoryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('uuid', { name: 'deadline_id' })
  deadlineId: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  /** A person's id, or `system`. */
  @Column('text', { name: 'changed_by' })
  changedBy: string;

  /** The command, or the stage that the sweep reached. */
  @Column('text')
  change: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { name: 'from_state', nullable: true })
  fromState: DeadlineState | null;

  @Column('text', { name: 'to_state' })
  toState: DeadlineState;

  @Column('timestamptz', { name: 'old_due_at', nullable: true })
  oldDueAt: Date | null;

  @Column('timestamptz', { name: 'new_due_at', nullable: true })
  newDueAt: Date | null;
}

/** The declared holidays that this service has heard of; a revoked one stays, so that an older message cannot bring it back. */
@Entity('declared_holiday')
export class KnownHolidayEntity {
  @PrimaryColumn('date')
  date: string;

  @Column('text', { name: 'name_ko' })
  nameKo: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @Column('boolean', { name: 'in_force', default: true })
  inForce: boolean;

  /** When the charter service last declared or revoked it. */
  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}

export const toDeadline = (row: DeadlineEntity): Deadline => {
  const { periodUnit, periodLength, firstDayCounts, pauses, ...rest } = row;
  return {
    ...rest,
    period: { unit: periodUnit, length: periodLength, firstDayCounts },
    pauses: pauses.map(({ from, to }) => ({ from: new Date(from), to: to === null ? null : new Date(to) })),
  };
};

export const fromDeadline = ({ period, pauses, ...rest }: Deadline): DeadlineEntity => ({
  ...rest,
  periodUnit: period.unit,
  periodLength: period.length,
  firstDayCounts: period.firstDayCounts ?? true,
  pauses: pauses.map(({ from, to }) => ({ from: from.toISOString(), to: to?.toISOString() ?? null })),
});
