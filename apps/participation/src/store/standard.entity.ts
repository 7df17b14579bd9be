import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the charter service says of a service standard, as far as participation needs it. */
@Entity('known_standard')
export class KnownStandardEntity {
  @PrimaryColumn('text')
  code: string;

  /** Null: it holds for the whole city. */
  @Column('text', { name: 'department_code', nullable: true })
  departmentCode: string | null;

  /** The promise. */
  @Column('text', { name: 'name_ko' })
  nameKo: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** When the charter service said so: news that comes late does not overwrite newer news. */
  @Column('timestamptz', { name: 'as_of' })
  asOf: Date;
}
