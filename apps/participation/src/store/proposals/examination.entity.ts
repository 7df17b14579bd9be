import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Jury, Stance } from '../../domain/proposals/command';

/** The opinion of a department that was asked, before and after it is given. */
@Entity('proposal_opinion')
export class OpinionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'proposal_id' })
  proposalId: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('uuid', { name: 'asked_by' })
  askedBy: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  @Column('text', { nullable: true })
  stance: Stance | null;

  @Column('text', { nullable: true })
  text: string | null;

  @Column('uuid', { name: 'given_by', nullable: true })
  givenBy: string | null;

  @Column('timestamptz', { name: 'given_at', nullable: true })
  givenAt: Date | null;
}

/** The award of an adopted proposal (부상금), with the jury that decided it. */
@Entity('proposal_award')
export class AwardEntity {
  @PrimaryColumn('uuid', { name: 'proposal_id' })
  proposalId: string;

  @Column('text')
  grade: string;

  /** KRW; bigint comes as a string. */
  @Column('bigint')
  amount: string;

  @Column('jsonb')
  jury: Jury;

  @Column('uuid', { name: 'awarded_by' })
  awardedBy: string;

  @Column('timestamptz', { name: 'awarded_at' })
  awardedAt: Date;
}

/** A grade of awards from a day on: data of the city's ordinance. */
@Entity('award_grade')
export class AwardGradeEntity {
  @PrimaryColumn('text')
  grade: string;

  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  @Column('text', { name: 'name_ko' })
  nameKo: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  /** KRW; bigint comes as a string. */
  @Column('bigint')
  amount: string;
}

/** From how many endorsements on a department answers; of every department where none is named. */
@Entity('endorsement_threshold')
export class ThresholdEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'department_code', nullable: true })
  departmentCode: string | null;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('integer')
  endorsements: number;

  /** Working days. */
  @Column('integer', { name: 'answer_days' })
  answerDays: number;
}

/** A step of carrying out what was adopted; its date is a deadline too. */
@Entity('milestone')
export class MilestoneEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'proposal_id' })
  proposalId: string;

  @Column('integer')
  position: number;

  @Column('text')
  title: string;

  @Column('date', { name: 'due_on' })
  dueOn: string;

  @Column('integer', { default: 0 })
  percent: number;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt: Date | null;
}

/** What the department tells of carrying it out. Published. */
@Entity('progress_report')
export class ProgressReportEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('uuid', { name: 'proposal_id' })
  proposalId: string;

  @Column('uuid', { name: 'milestone_id', nullable: true })
  milestoneId: string | null;

  @Column('text')
  text: string;

  @Column('integer')
  percent: number;

  @Column('uuid', { name: 'reported_by' })
  reportedBy: string;

  @Column('timestamptz', { name: 'reported_at' })
  reportedAt: Date;
}
