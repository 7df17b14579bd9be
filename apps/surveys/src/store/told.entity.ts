import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What was told of a department on a day: of a standing questionnaire, in batches of five answers and more. Written once for
 * a batch, never with each answer: a count of one would show in PostgreSQL when it was written (`xmin`).
 */
@Entity('survey_told')
export class ToldEntity {
  @PrimaryColumn('uuid', { name: 'survey_id' })
  surveyId: string;

  @PrimaryColumn('text', { name: 'department_code' })
  departmentCode: string;

  @PrimaryColumn('date', { name: 'told_on' })
  toldOn: string;

  /** A question by its code, the responses or their means: see `domain/telling/tally.ts`. */
  @PrimaryColumn('text')
  question: string;

  @Column('integer')
  n: number;

  @Column('double precision')
  sum: number;
}
