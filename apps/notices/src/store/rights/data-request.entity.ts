import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ErasedRecords, KeptRecords, MyDataRequest, ServiceName } from '@charter/contracts';
import type { DataRequestKind, DataRequestState } from '../../domain/rights/data-request';

/** What a service did to erase somebody's data. */
export interface ErasureReport {
  readonly erased: readonly ErasedRecords[];
  readonly kept: readonly KeptRecords[];
}

/** What somebody asked of all services at once. */
@Entity('data_request')
export class DataRequestEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  kind: DataRequestKind;

  @Column('text')
  state: DataRequestState;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  /** Until when an archive can be fetched. */
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  /** The size of an archive. */
  @Column('integer', { nullable: true })
  bytes: number | null;
}

/** How far a service is with a request. */
@Entity('data_request_service')
export class DataRequestServiceEntity {
  @PrimaryColumn('uuid', { name: 'request_id' })
  requestId: string;

  @PrimaryColumn('text')
  service: ServiceName;

  /** Where its next page begins; null for the first. */
  @Column('jsonb', { nullable: true })
  next: MyDataRequest['from'];

  @Column('integer', { default: 0 })
  pages: number;

  @Column('integer', { default: 0 })
  records: number;

  /** How often it was asked in vain since its last answer. */
  @Column('integer', { default: 0 })
  attempts: number;

  /** When it is asked again; null when it is not asked any more. */
  @Column('timestamptz', { name: 'next_try_at', nullable: true })
  nextTryAt: Date | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt: Date | null;

  /** What it erased and what it kept; null for a copy, and while it is at work. */
  @Column('jsonb', { nullable: true })
  report: ErasureReport | null;
}

/** A page that a service told, sealed for its row. */
@Entity('data_page')
export class DataPageEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'request_id' })
  requestId: string;

  @Column('text')
  service: ServiceName;

  @Column('integer')
  number: number;

  @Column('text')
  content: string;
}

/** A piece of an archive, sealed for its row. */
@Entity('data_archive')
export class DataArchiveEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'request_id' })
  requestId: string;

  @Column('integer')
  number: number;

  @Column('text')
  content: string;
}
