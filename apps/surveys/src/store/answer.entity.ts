import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Answer } from '../domain/responses/answer';

/**
 * That somebody answered: a mark, which only the service's key leads back to a person. It stands in a table of its own because
 * PostgreSQL shows which rows one transaction wrote: an answer written with its invitation would name it.
 */
@Entity('survey_used_token')
export class UsedTokenEntity {
  @PrimaryColumn('text')
  mark: string;

  /** Tells the same request again from a second one, on the day itself; null when it came without an idempotency key. */
  @Column('text', { nullable: true })
  request: string | null;

  /** The day, until {@link AnswerMixer} has mixed it with the others. */
  @Column('date', { name: 'fresh_on', nullable: true })
  freshOn: string | null;
}

/** What somebody said: no invitation, no citizen, no complaint, no moment, and in an order that says nothing. */
@Entity('survey_response')
export class ResponseEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'survey_id' })
  surveyId: string;

  @Column('text', { name: 'department_code', nullable: true })
  departmentCode: string | null;

  @Column('text', { name: 'service_code', nullable: true })
  serviceCode: string | null;

  @Column('text', { nullable: true })
  channel: string | null;

  /**
   * To a PETITIONER the day on which it was told with at least four others of its department, null while it waits for them; otherwise
   * the day on which the questionnaire was published, the same for all.
   */
  @Column('date', { name: 'answered_on', nullable: true })
  answeredOn: string | null;

  @Column('jsonb')
  answers: Answer[];

  @Column('double precision', { nullable: true })
  mean: number | null;

  /** The day, until {@link AnswerMixer} has mixed it with the others. */
  @Column('date', { name: 'fresh_on', nullable: true })
  freshOn: string | null;
}

/** What somebody has begun to say: sealed, under a mark of its own. */
@Entity('survey_draft_response')
export class DraftResponseEntity {
  @PrimaryColumn('text')
  mark: string;

  @Column('text')
  answers: string;

  /** The last day of a month, so that it does not tell which invitation it belongs to. */
  @Column('date', { name: 'keep_until' })
  keepUntil: string;
}

/** How many answers a quota has taken. */
@Entity('survey_quota')
export class QuotaEntity {
  @PrimaryColumn('uuid', { name: 'survey_id' })
  surveyId: string;

  @PrimaryColumn('text')
  code: string;

  @Column('integer')
  taken: number;
}
