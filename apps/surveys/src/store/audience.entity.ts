import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SampleGroup } from '../domain/invitations/sampling';

/** An answered complaint: who was served by whom, over which channel, on which day. Samples are drawn of it. */
@Entity('survey_served')
export class ServedEntity {
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('uuid', { name: 'citizen_id' })
  citizenId: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  /** How the complaint came in; `UNKNOWN` where nobody said. */
  @Column('text')
  channel: string;

  @Column('date', { name: 'answered_on' })
  answeredOn: string;
}

/** Those who are asked one questionnaire together, and how far inviting them is. */
@Entity('survey_audience')
export class AudienceEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'survey_id' })
  surveyId: string;

  /** The department that asks. */
  @Column('text', { name: 'department_code' })
  departmentCode: string;

  /** Of a sample: the period in which its citizens were served, both days included, and what makes the draw the same again. */
  @Column('date', { name: 'served_from', nullable: true })
  servedFrom: string | null;

  @Column('date', { name: 'served_to', nullable: true })
  servedTo: string | null;

  @Column('text', { nullable: true })
  seed: string | null;

  /** How many could have been asked, and how many are. */
  @Column('integer')
  population: number;

  @Column('integer')
  size: number;

  /** How many have been invited so far, and how many had been by another way before. */
  @Column('integer')
  invited: number;

  @Column('integer')
  known: number;

  /** Of a sample: its groups. What was drawn of how many is what results are weighted by. */
  @Column('jsonb')
  groups: SampleGroup[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}

/** Somebody who is still to be invited. The row goes in the transaction that writes the invitation. */
@Entity('survey_to_invite')
export class ToInviteEntity {
  @PrimaryColumn('uuid', { name: 'audience_id' })
  audienceId: string;

  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId: string;

  @Column('uuid', { name: 'complaint_id', nullable: true })
  complaintId: string | null;

  @Column('text', { name: 'department_code', nullable: true })
  departmentCode: string | null;

  @Column('text', { nullable: true })
  channel: string | null;
}
