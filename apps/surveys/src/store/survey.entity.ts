import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Question, Quota, Section } from '../domain/questionnaires/question';
import type { Audience } from '../domain/questionnaires/questionnaire';

export type SurveyStatus = 'DRAFT' | 'PUBLISHED' | 'REPLACED' | 'CLOSED';

/** A version of a questionnaire (설문). A published one never changes. */
@Entity('survey')
export class SurveyEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  code: string;

  @Column('integer')
  version: number;

  @Column('text')
  audience: Audience;

  @Column('text')
  status: SurveyStatus;

  @Column('text', { name: 'title_ko' })
  titleKo: string;

  @Column('text', { name: 'title_en' })
  titleEn: string;

  @Column('integer', { name: 'answer_days' })
  answerDays: number;

  @Column('boolean', { name: 'once_per_person' })
  oncePerPerson: boolean;

  @Column('boolean', { name: 'by_token' })
  byToken: boolean;

  @Column('jsonb')
  sections: Section[];

  @Column('jsonb')
  questions: Question[];

  @Column('jsonb')
  quotas: Quota[];

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  /** From this moment on nothing is taken any more, not even a second later. */
  @Column('timestamptz', { name: 'closes_at', nullable: true })
  closesAt: Date | null;
}

/** Every step of a version: who, when, from, to. Append-only. */
@Entity('survey_history')
export class SurveyHistoryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('uuid', { name: 'survey_id' })
  surveyId: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('uuid', { name: 'changed_by' })
  changedBy: string;

  @Column('text', { name: 'from_status', nullable: true })
  fromStatus: SurveyStatus | null;

  @Column('text', { name: 'to_status' })
  toStatus: SurveyStatus;
}

/**
 * An invitation: once for each answered complaint, or once for each citizen of a questionnaire's audience. It knows who was asked, and not
 * even whether they answered.
 */
@Entity('survey_invitation')
export class InvitationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'survey_id' })
  surveyId: string;

  /** The complaint that it follows from; null for one of an audience. */
  @Column('uuid', { name: 'complaint_id', nullable: true })
  complaintId: string | null;

  @Column('uuid', { name: 'audience_id', nullable: true })
  audienceId: string | null;

  @Column('uuid', { name: 'citizen_id' })
  citizenId: string;

  /** Of a sample: a complaint whose contact reaches the citizen, where they have no profile. */
  @Column('uuid', { name: 'reached_by', nullable: true })
  reachedBy: string | null;

  /** When people were erased from it. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  /** By whom, for what and how the citizen was served; of a sample, as far as it holds for at least five who were drawn. */
  @Column('text', { name: 'department_code', nullable: true })
  departmentCode: string | null;

  @Column('text', { name: 'service_code', nullable: true })
  serviceCode: string | null;

  @Column('text', { nullable: true })
  channel: string | null;

  @Column('timestamptz', { name: 'invited_at' })
  invitedAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
