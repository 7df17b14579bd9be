import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language, Role } from '@charter/contracts';

/** An export of a list of complaints: who, when, which ones, how many. Kept as a record of who took data out. */
@Entity('complaint_export')
export class ComplaintExportEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'requested_by' })
  requestedBy: string;

  @Column('text', { name: 'department_code', nullable: true })
  departmentCode: string | null;

  @Column('text', { name: 'requested_role', nullable: true })
  requestedRole: Role | null;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  /** As it was asked for. */
  @Column('jsonb')
  filter: object;

  /** What the caller may see of it: this is what is exported. */
  @Column('jsonb')
  scope: object;

  @Column('boolean')
  masked: boolean;

  @Column('text')
  language: Language;

  /** An address is used once: from then on it opens nothing. */
  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  /** Null for a download that broke off. */
  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('integer', { nullable: true })
  rows: number | null;
}
