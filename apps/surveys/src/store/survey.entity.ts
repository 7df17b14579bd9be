import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Answer, Question } from '../domain/questionnaire';

export const SURVEY_STATUSES = ['DRAFT', 'PUBLISHED', 'REPLACED'] as const;
export type SurveyStatus = (typeof SURVEY_STATUSES)[number];

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
  status: SurveyStatus;

  @Column('text', { name: 'title_ko' })
  titleKo: string;

  @Column('text', { name: 'title_en' })
  titleEn: string;

  @Column('integer', { name: 'answer_days' })
  answerDays: number;

  @Column('jsonb')
  questions: Question[];

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;
}

/** An invitation after an answered complaint: once for each. It knows who was asked, and never what they said. */
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

  @Column('boolean', { default: false })
  answered: boolean;
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
