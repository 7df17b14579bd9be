import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StockAccount } from '../../domain/ledger/entry';
import type { StockForm } from '../../domain/stock/stock';
import { won } from '../won';

/** What stands on one account of a department's stock, in KRW at face value. It follows the postings by a trigger, and is never negative. */
@Entity('stock_account')
export class StockAccountEntity {
  @PrimaryColumn('text', { name: 'department_code' })
  departmentCode: string;

  @PrimaryColumn('text')
  form: StockForm;

  @PrimaryColumn('bigint', { name: 'face_value', transformer: won })
  faceValue: number;

  @PrimaryColumn('text')
  account: StockAccount;

  @Column('bigint', { transformer: won, default: 0 })
  balance: number;
}

/** What was handed over for a claim (교부): once, until it is taken back. */
@Entity('handout')
export class HandoutEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'claim_id' })
  claimId: string;

  @Column('text')
  form: StockForm;

  @Column('bigint', { transformer: won })
  amount: number;

  @Column('uuid', { name: 'handed_by' })
  handedBy: string;

  @Column('timestamptz', { name: 'handed_at' })
  handedAt: Date;

  @Column('uuid', { name: 'taken_back_by', nullable: true })
  takenBackBy: string | null;

  @Column('timestamptz', { name: 'taken_back_at', nullable: true })
  takenBackAt: Date | null;

  @Column('text', { name: 'taken_back_why', nullable: true })
  takenBackWhy: string | null;
}

/** One certificate, or the card or wallet that was charged: its number is sealed. */
@Entity('handout_piece')
export class HandoutPieceEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'handout_id' })
  handoutId: string;

  @Column('text')
  form: StockForm;

  /** In KRW; of a charge, the whole amount. */
  @Column('bigint', { name: 'face_value', transformer: won })
  faceValue: number;

  @Column('text')
  reference: string;

  @Column('text', { name: 'reference_hash' })
  referenceHash: string;

  @Column('text')
  masked: string;

  /** Whether the citizen has it: false once it was taken back. */
  @Column('boolean', { default: true })
  held: boolean;
}
