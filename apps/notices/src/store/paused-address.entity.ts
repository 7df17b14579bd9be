import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Channel } from '../domain/channels';

/** An address to which nothing is sent for now, by its keyed hash: the address itself is not kept here. */
@Entity('paused_address')
export class PausedAddressEntity {
  @PrimaryColumn('text')
  channel: Channel;

  @PrimaryColumn('text', { name: 'address_hash' })
  addressHash: string;

  /** The codes of who refused it, without personal data. */
  @Column('text')
  reason: string;

  @Column('timestamptz', { name: 'paused_at' })
  pausedAt: Date;
}
