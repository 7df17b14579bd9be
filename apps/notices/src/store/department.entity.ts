import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What notices say of a department, as the charter last told it. */
@Entity('department')
export class DepartmentEntity {
  @PrimaryColumn('text')
  code: string;

  @Column('text', { name: 'name_ko' })
  nameKo: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('timestamptz', { name: 'told_at' })
  toldAt: Date;
}
