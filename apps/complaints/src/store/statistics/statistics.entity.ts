import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Channel } from '../../domain/filing';
import type { Status } from '../../domain/handling';
import type { ComplaintKind } from '../../domain/service-item';

/** How one complaint is counted, so that a change takes away exactly what was added. */
@Entity('complaint_tally')
export class ComplaintTallyEntity {
  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('date', { name: 'received_on' })
  receivedOn: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('text', { name: 'service_code' })
  serviceCode: string;

  @Column('text')
  kind: ComplaintKind;

  @Column('text')
  channel: Channel;

  @Column('text')
  status: Status;

  @Column('boolean')
  closed: boolean;

  @Column('boolean', { name: 'in_time' })
  inTime: boolean;

  @Column('boolean', { name: 'charter_in_time' })
  charterInTime: boolean;

  @Column('smallint', { nullable: true })
  bucket: number | null;
}

/** By what figures are kept: one row for each day, department, service, kind and channel. */
abstract class KeptBy {
  @PrimaryColumn('date', { name: 'received_on' })
  receivedOn: string;

  @PrimaryColumn('text', { name: 'department_code' })
  departmentCode: string;

  @PrimaryColumn('text', { name: 'service_code' })
  serviceCode: string;

  @PrimaryColumn('text')
  kind: ComplaintKind;

  @PrimaryColumn('text')
  channel: Channel;
}

/** The complaints received on a day: how many, and what became of them. */
@Entity('complaint_day')
export class ComplaintDayEntity extends KeptBy {
  @Column('integer')
  received: number;

  @Column('integer')
  answered: number;

  @Column('integer')
  rejected: number;

  @Column('integer')
  withdrawn: number;

  @Column('integer')
  closed: number;

  @Column('integer', { name: 'in_time' })
  inTime: number;

  @Column('integer', { name: 'charter_in_time' })
  charterInTime: number;
}

/** How long those took that were closed by a result: counts in buckets of working hours. */
@Entity('complaint_speed')
export class ComplaintSpeedEntity extends KeptBy {
  @PrimaryColumn('smallint')
  bucket: number;

  @Column('integer')
  count: number;
}
