import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A filter of complaints that somebody keeps, for themselves or for the department. */
@Entity('saved_filter')
export class SavedFilterEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId: string;

  @Column('text', { name: 'department_code', nullable: true })
  departmentCode: string | null;

  @Column('text')
  name: string;

  @Column('boolean')
  shared: boolean;

  @Column('jsonb')
  filter: object;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}
