import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScorecardPart } from '../../domain/scorecards/period';

/** A published scorecard (이행실적). Nothing of it ever changes. */
@Entity('scorecard')
export class ScorecardEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  year: number;

  @Column('text')
  part: ScorecardPart;

  /** 1 for the first of a period, and one more for each that takes the place of another. */
  @Column('integer')
  edition: number;

  @Column('boolean')
  complete: boolean;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt: Date;

  @Column('uuid', { name: 'published_by' })
  publishedBy: string;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt: Date;

  @Column('uuid', { nullable: true })
  replaces: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  /** All that it says, as JSON of one form. Read only where it is asked for. */
  @Column('text', { select: false })
  content: string;

  @Column('text', { name: 'content_hash' })
  contentHash: string;
}
