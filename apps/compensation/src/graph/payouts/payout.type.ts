import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate, Money, UserError, connectionType, graphEnum } from '@charter/service';
import { ROW_OUTCOMES, type RowOutcome } from '../../domain/payouts/bank-file';
import {
  BATCH_STATUSES,
  type BatchStatus,
  type PayoutAccountEntity,
  type PayoutBatchEntity,
  type PayoutResultEntity,
} from '../../store/payouts/payout.entity';

const BatchStatusEnum = graphEnum('PayoutBatchStatus', 'How far a batch is.', BATCH_STATUSES, {
  PREPARING: { description: 'It is being filled (작성 중).' },
  READY: { description: 'Ready for the bank (이체 의뢰).' },
  SETTLED: { description: 'The bank has answered for every row (완료).' },
});

export const RowOutcomeEnum = graphEnum('PayoutRowOutcome', 'What came of a row of the bank’s answer.', ROW_OUTCOMES, {
  PAID: { description: 'Paid (이체 완료).' },
  FAILED: { description: 'The bank could not pay: back to the claim (이체 실패).' },
  UNKNOWN_ROW: { description: 'There is no such row in the batch: nothing was changed (없는 행).' },
  DUPLICATE_ROW: { description: 'The row stands in the file twice: the first counts (중복 행).' },
  AMOUNT_DIFFERS: { description: 'Another amount than was sent: nothing was changed (금액 불일치).' },
  ALREADY_SETTLED: { description: 'The row was settled before: nothing was changed (이미 처리).' },
});

@ObjectType('PayoutBatch', { description: 'A month’s payments by bank transfer (지급 묶음).' })
export class PayoutBatchType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'Its number, as the bank sees it: month and run.' })
  number: string;

  @Field(() => LocalDate, { description: 'When the bank pays: the last working day of the month.' })
  payOn: string;

  @Field(() => BatchStatusEnum, { description: 'How far it is.' })
  status: BatchStatus;

  @Field(() => Int, { description: 'How many payments are in it.' })
  rows: number;

  @Field(() => Money, { description: 'What they add up to.' })
  total: number;

  @Field(() => Int, { description: 'How many the bank has paid.' })
  paidRows: number;

  @Field(() => Money, { description: 'What those add up to.' })
  paidTotal: number;

  @Field(() => Int, { description: 'How many the bank could not pay.' })
  failedRows: number;

  @Field(() => DateTime, { description: 'When it was begun.' })
  preparedAt: Date;
}

/** An allow-list. */
export const toPayoutBatchType = (batch: PayoutBatchEntity): PayoutBatchType => ({
  ...{
    id: batch.id,
    number: batch.number,
    payOn: batch.payOn,
    status: batch.status,
    rows: batch.rows,
    total: batch.total,
  },
  ...{
    paidRows: batch.paidRows,
    paidTotal: batch.paidTotal,
    failedRows: batch.failedRows,
    preparedAt: batch.preparedAt,
  },
});

export const PayoutBatchConnection = connectionType('PayoutBatch', () => PayoutBatchType);

@ObjectType('PayoutResult', { description: 'A row of the bank’s answer.' })
export class PayoutResultType {
  @Field(() => Int, { description: 'Its line in the file, from 1.' })
  line: number;

  @Field(() => Int, { description: 'The place in the batch that it names.' })
  seq: number;

  @Field(() => String, { description: 'The bank’s code: 0000 is paid.' })
  code: string;

  @Field(() => Money, { description: 'The amount that it names.' })
  amount: number;

  @Field(() => RowOutcomeEnum, {
    nullable: true,
    description: 'What came of it; null until a worker has looked at it.',
  })
  outcome: RowOutcome | null;
}

/** An allow-list. */
export const toPayoutResultType = ({ line, seq, code, amount, outcome }: PayoutResultEntity): PayoutResultType => ({
  ...{ line, seq, code, amount, outcome },
});

export const PayoutResultConnection = connectionType('PayoutResult', () => PayoutResultType);

@ObjectType('PayoutAccount', { description: 'Where a citizen is paid.' })
export class PayoutAccountType {
  @Field(() => String, { description: 'The bank’s code.' })
  bankCode: string;

  @Field(() => String, { description: 'The last digits of the account.' })
  masked: string;

  @Field(() => DateTime, { description: 'When it was given.' })
  changedAt: Date;
}

/** An allow-list: number and holder never leave the service but in the bank’s file. */
export const toPayoutAccountType = ({ bankCode, masked, changedAt }: PayoutAccountEntity): PayoutAccountType => ({
  ...{ bankCode, masked, changedAt },
});

@InputType({ description: 'Where one wants to be paid.' })
export class GiveAccountInput {
  @Field(() => String, { description: 'The three digits of the bank.' })
  bankCode: string;

  @Field(() => String, { description: 'The account: 8 to 16 digits, dashes allowed.' })
  number: string;

  @Field(() => String, { description: 'Whose account it is.' })
  holder: string;
}

@ObjectType({ description: 'What giveAccount answers.' })
export class GiveAccountPayload {
  @Field(() => PayoutAccountType, { nullable: true, description: 'The account, masked.' })
  account: PayoutAccountType | null;

  @Field(() => [UserError], { description: 'Why it was not taken; empty when it was.' })
  errors: UserError[];
}

@InputType({ description: 'A further batch of the month.' })
export class PreparePayoutInput {
  @Field(() => ID, { nullable: true, description: 'The same key gives the same batch again.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A batch whose file is wanted.' })
export class IssueBankFileInput {
  @Field(() => ID, { description: 'The batch.' })
  batchId: string;
}

@ObjectType('BankFile', { description: 'The file for the bank, with whole account numbers.' })
export class BankFileType {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { description: 'Its text, ASCII; the format is in docs/bank-file.md.' })
  content: string;

  @Field(() => String, { description: 'SHA-256 of the whole text, in hexadecimal.' })
  sha256: string;
}

@ObjectType({ description: 'What issueBankFile answers.' })
export class IssueBankFilePayload {
  @Field(() => BankFileType, { nullable: true, description: 'The file.' })
  file: BankFileType | null;

  @Field(() => [UserError], { description: 'Why there is none; empty when there is.' })
  errors: UserError[];
}

@InputType({ description: 'The bank’s answer.' })
export class ConfirmPayoutInput {
  @Field(() => ID, { description: 'The batch.' })
  batchId: string;

  @Field(() => String, { description: 'The file as the bank sent it.' })
  content: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the content is gzip in base64: above some 9,000 rows it has to be.',
  })
  compressed: boolean;
}

@ObjectType({ description: 'What preparePayout and confirmPayout answer.' })
export class PayoutBatchPayload {
  @Field(() => PayoutBatchType, { nullable: true, description: 'The batch as it is now: a worker does the rest.' })
  batch: PayoutBatchType | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty when it was.' })
  errors: UserError[];
}
