import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { RecordKindName } from '@charter/contracts';

/** How long records of a kind are kept, from a day on, and by which article. Append-only. */
@Entity('retention_rule')
export class RetentionRuleEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('text')
  kind: RecordKindName;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('integer')
  months: number;

  @Column('text')
  article: string;

  @Column('text', { name: 'changed_by' })
  changedBy: string;

  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' })
  changedAt: Date;
}

/** How many records of a kind were erased, when, and for which request; without one, because their period had ended. Append-only. */
@Entity('erasure_entry')
export class ErasureEntryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('text')
  kind: RecordKindName;

  @Column('integer')
  count: number;

  @Column('timestamptz', { name: 'erased_at' })
  erasedAt: Date;

  @Column('uuid', { name: 'request_id', nullable: true })
  requestId: string | null;
}
