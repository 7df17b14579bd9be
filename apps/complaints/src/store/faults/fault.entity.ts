import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OfficeFault } from '../../domain/faults/fault';

/** A fault of the office that was confirmed (확인된 과실), once for each complaint. Append-only. */
@Entity('confirmed_fault')
export class ConfirmedFaultEntity {
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  @PrimaryColumn('text')
  fault: OfficeFault;

  @Column('date', { name: 'occurred_on' })
  occurredOn: string;

  @Column('text')
  finding: string;

  @Column('uuid', { name: 'confirmed_by' })
  confirmedBy: string;

  @Column('timestamptz', { name: 'confirmed_at' })
  confirmedAt: Date;
}
