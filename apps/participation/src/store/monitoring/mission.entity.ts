import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChecklistItem, MissionStatus } from '../../domain/monitoring/mission';

/** What monitors are sent to look at (점검 과제). */
@Entity('monitoring_mission')
export class MissionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'recruitment_id' })
  recruitmentId: string;

  /** The department that recruited the monitors, and verifies. */
  @Column('text', { name: 'department_code' })
  departmentCode: string;

  /** The department whose service is looked at, and that answers. */
  @Column('text', { name: 'watched_code' })
  watchedCode: string;

  @Column('text')
  title: string;

  @Column('text')
  instructions: string;

  @Column('text', { name: 'place_name' })
  placeName: string;

  @Column('text', { name: 'place_address' })
  placeAddress: string;

  /** Degrees, WGS 84. Found by an index over them as a PostgreSQL `point`. */
  @Column('double precision')
  latitude: number;

  @Column('double precision')
  longitude: number;

  @Column('integer', { name: 'radius_metres' })
  radiusMetres: number;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  @Column('jsonb')
  checklist: readonly ChecklistItem[];

  @Column('text', { array: true })
  districts: readonly string[];

  @Column('integer', { name: 'photos_needed' })
  photosNeeded: number;

  @Column('integer', { name: 'answer_days' })
  answerDays: number;

  @Column('text')
  status: MissionStatus;

  @Column('text', { name: 'cancelled_reason', nullable: true })
  cancelledReason: string | null;

  @Column('uuid', { name: 'opened_by' })
  openedBy: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  /** When those who have not reported are reminded; null when they were, or never are. */
  @Column('timestamptz', { name: 'remind_at', nullable: true })
  remindAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}
