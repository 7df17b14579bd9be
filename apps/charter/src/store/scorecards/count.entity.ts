import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MonthlyCount } from '../../domain/scorecards/count';

/** What a department counted by hand in a month; the newest edition counts. Append-only. */
@Entity('standard_count')
export class CountEntity implements MonthlyCount {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'standard_code' })
  standardCode: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('text')
  month: string;

  @Column('integer')
  edition: number;

  @Column('integer')
  n: number;

  @Column('integer', { nullable: true })
  kept: number | null;

  @Column('double precision', { nullable: true })
  mean: number | null;

  @Column('text')
  evidence: string;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
