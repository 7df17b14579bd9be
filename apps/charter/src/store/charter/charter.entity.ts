import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { CharterDraft, CharterText } from '../../domain/charter/charter';

/** A version of the charter. A published one never changes: the database refuses it. */
@Entity('charter')
export class CharterEntity {
  @PrimaryColumn('integer')
  version: number;

  /** Grows with every change of the draft. */
  @Column('integer', { default: 1 })
  revision: number;

  @Column('jsonb')
  draft: CharterDraft;

  /** What it says, written out; null while it is a draft. */
  @Column('jsonb', { nullable: true })
  text: CharterText | null;

  @Column('date', { name: 'in_force_from', nullable: true })
  inForceFrom: string | null;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;
}

/** Who wrote and published which version, and when. Append-only. */
@Entity('charter_history')
export class CharterHistoryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('integer')
  version: number;

  @Column('integer')
  revision: number;

  @Column('text')
  step: 'SAVED' | 'PUBLISHED';

  @Column('uuid', { name: 'changed_by' })
  changedBy: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
