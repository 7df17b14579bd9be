import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Breach, Form, Rule } from '../domain/rule';

/** KRW come from PostgreSQL's bigint as text. */
const won = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** A version of a rule. The one that decided a claim never changes. */
@Entity('compensation_rule')
export class RuleEntity implements Rule {
  @PrimaryColumn('text')
  code: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('text', { name: 'name_ko' })
  nameKo: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @Column('text')
  breach: Breach;

  @Column('text')
  form: Form;

  @Column('bigint', { name: 'base_amount', transformer: won })
  baseAmount: number;

  @Column('bigint', { name: 'step_amount', transformer: won })
  stepAmount: number;

  @Column('bigint', { transformer: won })
  cap: number;

  @Column('bigint', { name: 'yearly_ceiling', nullable: true, transformer: won })
  yearlyCeiling: number | null;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
}

/** A claim (보상 청구): once for each complaint and breach. */
@Entity('compensation_claim')
export class ClaimEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('text', { name: 'receipt_number' })
  receiptNumber: string;

  @Column('uuid', { name: 'citizen_id' })
  citizenId: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('text')
  breach: Breach;

  @Column('text', { name: 'rule_code' })
  ruleCode: string;

  @Column('integer', { name: 'rule_version' })
  ruleVersion: number;

  @Column('bigint', { transformer: won })
  amount: number;

  @Column('text')
  status: 'OPENED';

  @Column('timestamptz', { name: 'missed_at' })
  missedAt: Date;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  /** The event that opened it. */
  @Column('uuid', { name: 'opened_by_event' })
  openedByEvent: string;
}
