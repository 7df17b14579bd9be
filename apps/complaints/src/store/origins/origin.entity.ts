import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OriginKind } from '../../domain/origins/origin';

/** What of the participation service a complaint comes from. */
@Entity('complaint_origin')
export class OriginEntity {
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('text')
  kind: OriginKind;

  @Column('uuid', { name: 'origin_id' })
  originId: string;
}
