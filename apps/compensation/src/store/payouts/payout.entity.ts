import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { RowOutcome } from '../../domain/payouts/bank-file';
import { won } from '../won';

/** Where a citizen is paid: number and holder are sealed. */
@Entity('payout_account')
export class PayoutAccountEntity {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId: string;

  @Column('text', { name: 'bank_code' })
  bankCode: string;

  @Column('text')
  number: string;

  @Column('text')
  holder: string;

  @Column('text')
  masked: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}

/** How far a batch is: being filled, ready for the bank, answered for every row. */
export const BATCH_STATUSES = ['PREPARING', 'READY', 'SETTLED'] as const;
export type BatchStatus = (typeof BATCH_STATUSES)[number];

/** A month's payments (지급 묶음). */
@Entity('payout_batch')
export class PayoutBatchEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** As the bank sees it: month and run. */
  @Column('text', { unique: true })
  number: string;

  /** YYYY-MM. */
  @Column('text')
  month: string;

  @Column('integer')
  run: number;

  @Column('date', { name: 'pay_on' })
  payOn: string;

  @Column('text')
  status: BatchStatus;

  @Column('integer', { default: 0 })
  rows: number;

  @Column('bigint', { default: 0, transformer: won })
  total: number;

  @Column('integer', { name: 'paid_rows', default: 0 })
  paidRows: number;

  @Column('bigint', { name: 'paid_total', default: 0, transformer: won })
  paidTotal: number;

  @Column('integer', { name: 'failed_rows', default: 0 })
  failedRows: number;

  @Column('text', { name: 'prepared_by' })
  preparedBy: string;

  @Column('timestamptz', { name: 'prepared_at' })
  preparedAt: Date;

  @Column('timestamptz', { name: 'ready_at', nullable: true })
  readyAt: Date | null;
}

/** One transfer of a batch, with the account as it was then, sealed. */
@Entity('payout_item')
export class PayoutItemEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'batch_id' })
  batchId: string;

  @Column('integer')
  seq: number;

  @Column('uuid', { name: 'claim_id' })
  claimId: string;

  @Column('bigint', { transformer: won })
  amount: number;

  @Column('text', { name: 'bank_code' })
  bankCode: string;

  @Column('text')
  account: string;

  @Column('text')
  masked: string;

  @Column('text')
  status: 'SENT' | 'PAID' | 'FAILED' | 'SENT_BACK';

  @Column('text', { name: 'result_code', nullable: true })
  resultCode: string | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;
}

/** A file of the bank's answers: each once. */
@Entity('payout_confirmation')
export class PayoutConfirmationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'batch_id' })
  batchId: string;

  @Column('text')
  sha256: string;

  @Column('integer')
  rows: number;

  @Column('integer', { default: 0 })
  applied: number;

  @Column('text', { name: 'imported_by' })
  importedBy: string;

  @Column('timestamptz', { name: 'imported_at' })
  importedAt: Date;
}

/** One row of it, and what came of it; null until it was looked at. */
@Entity('payout_result')
export class PayoutResultEntity {
  @PrimaryColumn('uuid', { name: 'confirmation_id' })
  confirmationId: string;

  @PrimaryColumn('integer')
  line: number;

  @Column('integer')
  seq: number;

  @Column('text')
  code: string;

  @Column('bigint', { transformer: won })
  amount: number;

  @Column('text', { nullable: true })
  outcome: RowOutcome | null;
}

/** Who took a file with accounts, and when. */
@Entity('bank_file_access')
export class BankFileAccessEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  @Column('uuid', { name: 'batch_id' })
  batchId: string;

  @Column('uuid', { name: 'read_by' })
  readBy: string;

  @Column('timestamptz', { name: 'read_at' })
  readAt: Date;

  @Column('text')
  sha256: string;

  @Column('text', { nullable: true })
  address: string | null;
}
