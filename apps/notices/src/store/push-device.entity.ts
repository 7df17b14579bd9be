import { Column, Entity, PrimaryColumn } from 'typeorm';

export const PUSH_PLATFORMS = ['ANDROID', 'IOS', 'WEB'] as const;
export type PushPlatform = (typeof PUSH_PLATFORMS)[number];

/** A device on which somebody wants to be told: its address sealed for this row, and hashed to be found. */
@Entity('push_device')
export class PushDeviceEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  platform: PushPlatform;

  @Column('text')
  token: string;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt: Date;
}
