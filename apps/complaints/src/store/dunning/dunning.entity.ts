import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DunningStage } from '../../domain/dunning/dunning';

/** A dunning letter (독촉장): once for each missed date and stage. */
@Entity('dunning')
export class DunningEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('uuid', { name: 'deadline_id' })
  deadlineId: string;

  @Column('text')
  stage: DunningStage;

  /** Who had it then. */
  @Column('text', { name: 'department_code' })
  departmentCode: string;

  /** The date that was missed. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  @Column('timestamptz', { name: 'dunned_at' })
  dunnedAt: Date;
}

/** A case of a month's inspection (월별 점검), as it stood when the list was made: it never changes. */
@Entity('inspection_case')
export class InspectionCaseEntity {
  /** The first day of the month. */
  @PrimaryColumn('date')
  month: string;

  @PrimaryColumn('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('text', { name: 'receipt_number' })
  receiptNumber: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('text', { name: 'service_code' })
  serviceCode: string;

  @Column('uuid', { name: 'officer_id', nullable: true })
  officerId: string | null;

  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  /** When it was closed; null where it was still open at the month's end. */
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  /** Dunning letters until the month's end. */
  @Column('integer')
  dunnings: number;
}

/** A month whose list was made. */
@Entity('inspection')
export class InspectionEntity {
  @PrimaryColumn('date')
  month: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;
}
