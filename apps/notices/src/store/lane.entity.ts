import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Channel } from '../domain/channels';

/** How fast a channel may go, and how it has fared: one row that all workers share. */
@Entity('channel_lane')
export class LaneEntity {
  @PrimaryColumn('text')
  channel: Channel;

  /** Notices a second in the long run; null without a limit. */
  @Column('double precision', { name: 'per_second', nullable: true })
  perSecond: number | null;

  /** How many may go at once after a quiet while. */
  @Column('integer')
  burst: number;

  /** How many may go now, as of `filledAt`. */
  @Column('double precision')
  tokens: number;

  @Column('timestamptz', { name: 'filled_at' })
  filledAt: Date;

  @Column('integer')
  faults: number;

  @Column('integer')
  rests: number;

  /** Until then nothing is sent; after it one notice at a time, until one is answered. */
  @Column('timestamptz', { name: 'rests_until', nullable: true })
  restsUntil: Date | null;
}
