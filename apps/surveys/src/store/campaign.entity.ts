import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StandardScore } from '../domain/campaigns/standard-scores';
import type { StepCode } from '../domain/campaigns/steps';

/** The yearly satisfaction survey as one operation. */
@Entity('survey_campaign')
export class CampaignEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'survey_id' })
  surveyId: string;

  @Column('uuid', { name: 'audience_id' })
  audienceId: string;

  /** The department that asks. */
  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('uuid', { name: 'started_by' })
  startedBy: string;

  @Column('timestamptz', { name: 'closes_at' })
  closesAt: Date;

  /** When a worker looks at it next; null when all is done. */
  @Column('timestamptz', { name: 'next_at', nullable: true })
  nextAt: Date | null;

  @Column('uuid', { name: 'publication_id', nullable: true })
  publicationId: string | null;

  @Column('jsonb', { default: [] })
  scores: StandardScore[];
}

/** One step of a campaign, and how far it is. */
@Entity('survey_campaign_step')
export class CampaignStepEntity {
  @PrimaryColumn('uuid', { name: 'campaign_id' })
  campaignId: string;

  @PrimaryColumn('text')
  code: StepCode;

  @Column('integer')
  position: number;

  @Column('timestamptz', { name: 'begins_at' })
  beginsAt: Date;

  @Column('uuid', { name: 'deadline_id' })
  deadlineId: string;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt: Date | null;

  /** Whether it was left out, because the survey had closed before its turn came. */
  @Column('boolean', { name: 'left_out' })
  leftOut: boolean;

  /** How many have been invited, reminded, scored so far. */
  @Column('integer')
  count: number;

  /** Of a reminder: the invitation up to which everybody was told. */
  @Column('uuid', { name: 'after_id', nullable: true })
  afterId: string | null;

  /** Why it did not work the last time; null since it works. */
  @Column('text', { nullable: true })
  trouble: string | null;
}
