import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Account, AnyAccount, EntryKind } from '../../domain/ledger/entry';
import type { StockForm } from '../../domain/stock/stock';
import { won } from '../won';

/** What stands on one account of a department and year. It follows the postings by a trigger, and is never negative. */
@Entity('ledger_account')
export class LedgerAccountEntity {
  @PrimaryColumn('text', { name: 'department_code' })
  departmentCode: string;

  @PrimaryColumn('integer')
  year: number;

  @PrimaryColumn('text')
  account: Account;

  @Column('bigint', { transformer: won, default: 0 })
  balance: number;
}

/** An entry of the ledger. The database takes no change of it. */
@Entity('ledger_entry')
export class LedgerEntryEntity {
  @PrimaryColumn('bigint', { transformer: won })
  seq: number;

  @Column('uuid', { unique: true })
  id: string;

  @Column('text')
  kind: EntryKind;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('integer')
  year: number;

  /** Of which stock it is; null for a budget. */
  @Column('text', { nullable: true })
  form: StockForm | null;

  @Column('bigint', { name: 'face_value', nullable: true, transformer: won })
  faceValue: number | null;

  @Column('uuid', { name: 'claim_id', nullable: true })
  claimId: string | null;

  /** The entry that it takes back. */
  @Column('bigint', { nullable: true, unique: true, transformer: won })
  reverses: number | null;

  @Column('timestamptz', { name: 'posted_at' })
  postedAt: Date;

  @Column('text', { name: 'posted_by' })
  postedBy: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { name: 'previous_hash', unique: true })
  previousHash: string;

  @Column('text', { unique: true })
  hash: string;
}

/** One side of an entry. */
@Entity('ledger_posting')
export class LedgerPostingEntity {
  @PrimaryColumn('bigint', { name: 'entry_seq', transformer: won })
  entrySeq: number;

  @PrimaryColumn('text')
  account: AnyAccount;

  @PrimaryColumn('text')
  side: 'DEBIT' | 'CREDIT';

  @Column('bigint', { transformer: won })
  amount: number;
}

/** The last entry: who writes locks it, so that entries have one order. */
@Entity('ledger_head')
export class LedgerHeadEntity {
  @PrimaryColumn('boolean', { default: true })
  one: boolean;

  @Column('bigint', { transformer: won })
  seq: number;

  @Column('text')
  hash: string;
}
