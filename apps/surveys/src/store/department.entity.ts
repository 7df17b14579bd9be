import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the charter service says of a department, as far as surveys need it. */
@Entity('known_department')
export class KnownDepartmentEntity {
  @PrimaryColumn('text')
  code: string;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @Column('text', { name: 'successor_code', nullable: true })
  successorCode: string | null;

  /** When the charter service said so: an older word that comes later changes nothing. */
  @Column('timestamptz', { name: 'as_of' })
  asOf: Date;
}
