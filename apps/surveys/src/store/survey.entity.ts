import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Question, Quota, Section } from '../domain/questionnaires/question';
import type { Audience } from '../domain/questionnaires/questionnaire';
import type { Answer } from '../domain/responses/answer';

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

/** An invitation after an answered complaint: once for each. It knows who was asked, and not even whether they answered. */
@Entity('survey_invitation')
export class InvitationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'survey_id' })
  surveyId: string;

  @Column('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('uuid', { name: 'citizen_id' })
  citizenId: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('text', { name: 'service_code' })
  serviceCode: string;

  @Column('timestamptz', { name: 'invited_at' })
  invitedAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}

/**
 * That some invitation was answered: its mark, which only the service's key leads back to the invitation. It stands in a table of
 * its own because PostgreSQL shows which rows one transaction wrote: an answer written with its invitation would name it.
 */
@Entity('survey_used_token')
export class UsedTokenEntity {
  @PrimaryColumn('text')
  mark: string;

  /** Tells the same request again from a second one; null when it came without an idempotency key. */
  @Column('text', { nullable: true })
  request: string | null;
}

/** What somebody said: no invitation, no citizen, no complaint, and the day instead of the moment. */
@Entity('survey_response')
export class ResponseEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'survey_id' })
  surveyId: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('text', { name: 'service_code' })
  serviceCode: string;

  @Column('date', { name: 'answered_on' })
  answeredOn: string;

  @Column('jsonb')
  answers: Answer[];

  @Column('double precision', { nullable: true })
  mean: number | null;
}
