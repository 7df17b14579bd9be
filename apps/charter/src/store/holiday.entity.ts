import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A declared holiday (임시공휴일). A revoked one stays as a row: who, when. */
@Entity('holiday_declaration')
export class HolidayDeclarationEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('date')
  date: string;

  @Column('text', { name: 'name_ko' })
  nameKo: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @Column('uuid', { name: 'declared_by' })
  declaredBy: string;

  @Column('timestamptz', { name: 'declared_at' })
  declaredAt: Date;

  @Column('uuid', { name: 'revoked_by', nullable: true })
  revokedBy: string | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
