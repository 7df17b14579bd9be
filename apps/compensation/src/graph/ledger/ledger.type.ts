import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, Money, UserError, connectionType, graphEnum } from '@charter/service';
import { ALL_ACCOUNTS, type AnyAccount, ENTRY_KINDS, type EntryKind } from '../../domain/ledger/entry';
import type { StockForm } from '../../domain/stock/stock';
import { StockFormEnum } from '../enums';
import type { LedgerEntryEntity } from '../../store/ledger/ledger.entity';
import type { Budget } from '../../store/ledger/ledger.store';

const AccountEnum = graphEnum('LedgerAccount', 'Where money or stock of a department is.', ALL_ACCOUNTS, {
  APPROPRIATION: { description: 'What was given for the year (배정): the source of all others.' },
  AVAILABLE: { description: 'What is left (가용).' },
  RESERVED: { description: 'What approved claims will cost (지급 대기).' },
  IN_TRANSIT: { description: 'What the bank has (이체 중).' },
  SPENT: { description: 'What was paid (지급).' },
  SUPPLY: { description: 'Stock that was received (입고): the source of the other accounts of a stock.' },
  IN_STOCK: { description: 'Stock that is left (재고).' },
  SET_ASIDE: { description: 'Stock that is set aside for approved claims (지급 예약).' },
  HANDED_OUT: { description: 'Stock that citizens have (교부).' },
});

const EntryKindEnum = graphEnum('LedgerEntryKind', 'What an entry records.', ENTRY_KINDS, {
  RAISE: { description: 'The budget was raised (증액).' },
  CUT: { description: 'The budget was cut (감액).' },
  RESERVE: { description: 'A claim was approved (승인).' },
  SEND: { description: 'It went to the bank (이체 의뢰).' },
  PAY: { description: 'The bank paid it (이체 완료).' },
  FAIL: { description: 'The bank could not pay it (이체 실패).' },
  HAND_OVER: { description: 'A gift certificate was handed over, or local currency charged (교부).' },
  RECEIVE: { description: 'Stock was received (입고).' },
  WRITE_OFF: { description: 'Stock was written off (출고: 반품·분실·기한 경과).' },
  SET_ASIDE: { description: 'Stock was set aside for a claim that was approved (지급 예약).' },
  ISSUE: { description: 'Stock went to a citizen (교부).' },
  REVERSAL: { description: 'Another entry was taken back (취소).' },
});

const SideEnum = graphEnum('LedgerSide', 'The side of an entry.', ['DEBIT', 'CREDIT'] as const, {
  DEBIT: { description: 'Debit (차변).' },
  CREDIT: { description: 'Credit (대변).' },
});

@ObjectType('LedgerPosting', { description: 'One side of an entry.' })
export class PostingType {
  @Field(() => AccountEnum, { description: 'The account.' })
  account: AnyAccount;

  @Field(() => SideEnum, { description: 'The side.' })
  side: 'DEBIT' | 'CREDIT';

  @Field(() => Money, { description: 'How much.' })
  amount: number;
}

@ObjectType('LedgerEntry', {
  description: 'An entry of the ledger (분개). Nobody changes or deletes one: it is taken back by another.',
})
export class LedgerEntryType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: 'Its place, from 1, without gaps.' })
  seq: number;

  @Field(() => EntryKindEnum, { description: 'What it records.' })
  kind: EntryKind;

  @Field(() => Int, { description: 'The year of the budget; of a stock, the year in which it was written.' })
  year: number;

  @Field(() => StockFormEnum, { nullable: true, description: 'Of which stock it is; null for a budget.' })
  form: StockForm | null;

  @Field(() => Money, { nullable: true, description: 'What one piece of the stock is worth; null for a budget.' })
  faceValue: number | null;

  @Field(() => Int, { nullable: true, description: 'The place of the entry that it takes back.' })
  reverses: number | null;

  @Field(() => DateTime, { description: 'When it was written.' })
  postedAt: Date;

  @Field(() => String, { description: 'By whom: a person’s id, or `system`.' })
  postedBy: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason: string | null;

  @Field(() => String, { description: 'SHA-256 of the entry and the hash before it, in hexadecimal.' })
  hash: string;

  departmentCode: string;
  claimId: string | null;
}

/** An allow-list. */
export const toLedgerEntryType = (entry: LedgerEntryEntity): LedgerEntryType => ({
  ...{ id: entry.id, seq: entry.seq, kind: entry.kind, year: entry.year, reverses: entry.reverses },
  ...{ postedAt: entry.postedAt, postedBy: entry.postedBy, reason: entry.reason, hash: entry.hash },
  ...{ form: entry.form, faceValue: entry.faceValue },
  ...{ departmentCode: entry.departmentCode, claimId: entry.claimId },
});

export const LedgerConnection = connectionType('LedgerEntry', () => LedgerEntryType);

@ObjectType('CompensationBudget', { description: 'The budget of a department for a year (보상 예산).' })
export class BudgetType {
  @Field(() => Int, { description: 'The year.' })
  year: number;

  @Field(() => Money, { description: 'What was given for the year.' })
  appropriated: number;

  @Field(() => Money, { description: 'What is left.' })
  available: number;

  @Field(() => Money, { description: 'What approved claims will cost.' })
  reserved: number;

  @Field(() => Money, { description: 'What is on its way to the bank.' })
  inTransit: number;

  @Field(() => Money, { description: 'What was paid.' })
  spent: number;

  departmentCode: string;
}

export const toBudgetType = ({ departmentCode, year, balances }: Budget): BudgetType => ({
  ...{ departmentCode, year, appropriated: balances.APPROPRIATION, available: balances.AVAILABLE },
  ...{ reserved: balances.RESERVED, inTransit: balances.IN_TRANSIT, spent: balances.SPENT },
});

@ObjectType('LedgerAudit', { description: 'Whether the ledger is as it was written.' })
export class LedgerAuditType {
  @Field(() => Int, { description: 'How many entries were looked at.' })
  entries: number;

  @Field(() => Int, { nullable: true, description: 'The first entry whose hash does not fit; null when all do.' })
  firstBroken: number | null;

  @Field(() => Boolean, {
    description: 'Whether every entry balances and every account holds what its postings add up to.',
  })
  balanced: boolean;
}

@InputType('LedgerFilterInput', { description: 'Which entries, of those that the caller may see.' })
export class LedgerFilterInput {
  @Field(() => String, { nullable: true, description: 'Only of this department, by code.' })
  departmentCode?: string | null;

  @Field(() => Int, { nullable: true, description: 'Only of this year.' })
  year?: number | null;

  @Field(() => EntryKindEnum, { nullable: true, description: 'Only of this kind.' })
  kind?: EntryKind | null;

  @Field(() => ID, { nullable: true, description: 'Only of this claim.' })
  claimId?: string | null;
}

@InputType({ description: 'What a department has for a year.' })
export class SetBudgetInput {
  @Field(() => String, { description: 'The department, by code.' })
  departmentCode: string;

  @Field(() => Int, { description: 'The year.' })
  year: number;

  @Field(() => Money, { description: 'The whole of it, not the difference.' })
  amount: number;

  @Field(() => String, { description: 'Why: 1 to 1,000 characters.' })
  reason: string;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'An entry to take back.' })
export class ReverseEntryInput {
  @Field(() => ID, { description: 'The entry.' })
  entryId: string;

  @Field(() => String, { description: 'Why: 1 to 1,000 characters.' })
  reason: string;
}

@ObjectType({ description: 'What setBudget answers.' })
export class SetBudgetPayload {
  @Field(() => BudgetType, { nullable: true, description: 'The budget as it is now.' })
  budget: BudgetType | null;

  @Field(() => [UserError], { description: 'Why it was not set; empty when it was.' })
  errors: UserError[];
}

@ObjectType({ description: 'What reverseEntry answers.' })
export class ReverseEntryPayload {
  @Field(() => LedgerEntryType, { nullable: true, description: 'The entry that takes the other one back.' })
  entry: LedgerEntryType | null;

  @Field(() => [UserError], { description: 'Why it was not taken back; empty when it was.' })
  errors: UserError[];
}
