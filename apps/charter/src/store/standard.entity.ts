import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { MeasuredBy, Standard, StandardCategory } from '../domain/standard';
import type { TargetDirection, TargetUnit } from '../domain/standard-target';

@Entity('standard')
export class StandardEntity {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  category: StandardCategory;

  @Column('text', { name: 'department_code', nullable: true })
  departmentCode: string | null;

  @Column('text', { name: 'promise_ko' })
  promiseKo: string;

  @Column('text', { name: 'promise_en' })
  promiseEn: string;

  @Column('text', { name: 'measure_ko' })
  measureKo: string;

  @Column('text', { name: 'measure_en' })
  measureEn: string;

  @Column('text', { name: 'target_direction' })
  targetDirection: TargetDirection;

  @Column('double precision', { name: 'target_value' })
  targetValue: number;

  @Column('text', { name: 'target_unit' })
  targetUnit: TargetUnit;

  @Column('text', { name: 'measured_by' })
  measuredBy: MeasuredBy;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** What a standard said from a moment on: nobody can change afterwards what was promised. Append-only. */
@Entity('standard_history')
export class StandardHistoryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('text')
  code: string;

  @Column('uuid', { name: 'changed_by' })
  changedBy: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('jsonb')
  after: Standard;
}

export const toStandard = ({ version: _, ...row }: StandardEntity): Standard => {
  const { targetDirection, targetValue, targetUnit, ...rest } = row;
  return { ...rest, target: { direction: targetDirection, value: targetValue, unit: targetUnit } };
};

export const fromStandard = ({ target, ...rest }: Standard): Omit<StandardEntity, 'version'> => ({
  ...rest,
  targetDirection: target.direction,
  targetValue: target.value,
  targetUnit: target.unit,
});
