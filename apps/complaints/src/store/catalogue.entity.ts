import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { PeriodUnit } from '@charter/calendar';
import type { ComplaintKind, ServiceItem } from '../domain/service-item';

interface StoredPeriod {
  readonly unit: PeriodUnit;
  readonly length: number | null;
  readonly firstDayCounts: boolean;
}

/** The code of a service: what complaints refer to, whatever version of it holds. */
@Entity('service_code')
export class ServiceCodeEntity {
  @PrimaryColumn('text')
  code: string;
}

/** A version of a service of the catalogue (민원사무): on each day one holds at most. */
@Entity('service_item')
export class ServiceItemEntity implements ServiceItem {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  kind: ComplaintKind;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('text', { name: 'name_ko' })
  nameKo: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @Column('text', { name: 'guidance_ko' })
  guidanceKo: string;

  @Column('text', { name: 'guidance_en' })
  guidanceEn: string;

  @Column('jsonb', { name: 'statutory_period' })
  statutoryPeriod: StoredPeriod;

  @Column('jsonb', { name: 'charter_period' })
  charterPeriod: StoredPeriod;

  @Column('jsonb', { default: [] })
  documents: string[];

  @Column('integer')
  fee: number;

  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
}

/** Every change of a service: who, when, from what to what. Append-only: periods decide people's dates. */
@Entity('service_item_history')
export class ServiceItemHistoryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('text')
  code: string;

  @Column('uuid', { name: 'changed_by' })
  changedBy: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('jsonb', { nullable: true })
  before: ServiceItem | null;

  @Column('jsonb')
  after: ServiceItem;
}

/** What the charter service says of a department, as far as complaints need it. */
@Entity('known_department')
export class KnownDepartmentEntity {
  @PrimaryColumn('text')
  code: string;

  @Column('text', { name: 'name_ko' })
  nameKo: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @Column('text', { name: 'successor_code', nullable: true })
  successorCode: string | null;

  /** When the charter service said so: news that comes late does not overwrite newer news. */
  @Column('timestamptz', { name: 'as_of' })
  asOf: Date;
}
