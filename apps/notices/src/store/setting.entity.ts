import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SettingKey } from '../domain/setting';

/** A setting that somebody has set. What it was before, by whom and why, is told by the record of administrators. */
@Entity('setting')
export class SettingEntity {
  @PrimaryColumn('text')
  key: SettingKey;

  @Column('integer')
  value: number;

  @Column('uuid', { name: 'saved_by' })
  savedBy: string;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;
}
