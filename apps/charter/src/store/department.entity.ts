import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Department } from '../domain/department';

@Entity('department')
export class DepartmentEntity implements Department {
  @PrimaryColumn('text')
  code: string;

  @Column('text', { name: 'name_ko' })
  nameKo: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { name: 'duties_ko', nullable: true })
  dutiesKo: string | null;

  @Column('text', { name: 'duties_en', nullable: true })
  dutiesEn: string | null;

  @Column('text', { name: 'parent_code', nullable: true })
  parentCode: string | null;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @Column('text', { name: 'successor_code', nullable: true })
  successorCode: string | null;
}

/** What a department was before and after each change: moves and mergers keep their history. Append-only. */
@Entity('department_history')
export class DepartmentHistoryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('text')
  code: string;

  @Column('uuid', { name: 'changed_by' })
  changedBy: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('jsonb', { nullable: true })
  before: Department | null;

  @Column('jsonb')
  after: Department;
}
