import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GroupRef } from '../domain/results/group';
import type { Results } from '../domain/results/results';

/**
 * A month of a questionnaire whose answers have been counted, all at once and after it was over. Counted with each answer, a
 * count of one would show in PostgreSQL when it was written (`xmin`), and so who answered then.
 */
@Entity('survey_counted_month')
export class CountedMonthEntity {
  @PrimaryColumn('uuid', { name: 'survey_id' })
  surveyId: string;

  /** 2026-11 */
  @PrimaryColumn('text')
  month: string;
}

/** How often something was said, by those who are alike in department, channel and service. Empty texts stand for none. */
@Entity('survey_count')
export class CountEntity {
  @PrimaryColumn('uuid', { name: 'survey_id' })
  surveyId: string;

  @PrimaryColumn('text')
  month: string;

  @PrimaryColumn('text')
  question: string;

  @PrimaryColumn('text')
  item: string;

  @PrimaryColumn('text')
  value: string;

  @PrimaryColumn('text', { name: 'department_code' })
  departmentCode: string;

  @PrimaryColumn('text')
  channel: string;

  @PrimaryColumn('text', { name: 'service_code' })
  serviceCode: string;

  @Column('integer')
  n: number;
}

/** Which groups are shown of some months: decided once, and what is decided later gets along with it. Append-only. */
@Entity('survey_shown')
export class ShownEntity {
  @PrimaryColumn('uuid', { name: 'survey_id' })
  surveyId: string;

  @PrimaryColumn('text', { name: 'month_from' })
  monthFrom: string;

  @PrimaryColumn('text', { name: 'month_to' })
  monthTo: string;

  /** Of which cross table; empty for the groups of the questions themselves. */
  @PrimaryColumn('text')
  crossed: string;

  @Column('jsonb')
  groups: Record<string, readonly GroupRef[]>;

  @Column('date', { name: 'decided_on' })
  decidedOn: string;
}

/** Results as they were published. The database refuses to change or delete them: a correction is another one. */
@Entity('survey_publication')
export class PublicationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'survey_id' })
  surveyId: string;

  /** From 1, within the version of the questionnaire. */
  @Column('integer')
  number: number;

  @Column('text', { name: 'month_from' })
  monthFrom: string;

  @Column('text', { name: 'month_to' })
  monthTo: string;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt: Date;

  @Column('uuid', { name: 'published_by' })
  publishedBy: string;

  @Column('uuid', { nullable: true })
  corrects: string | null;

  /** Why it corrects. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** As text, so that it is read byte by byte as it was written. */
  @Column('json')
  results: Results;
}
