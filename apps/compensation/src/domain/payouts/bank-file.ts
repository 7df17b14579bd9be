import { createHash } from 'node:crypto';
import { type Outcome, accepted, refusal, refused } from '@charter/contracts';

/** One transfer. Amount in KRW. */
export interface Transfer {
  /** Its place in the batch, from 1. */
  readonly seq: number;
  readonly bankCode: string;
  readonly account: string;
  readonly amount: number;
}

export interface Heading {
  /** The batch: six digits of the month, a dash, three digits. */
  readonly number: string;
  /** YYYY-MM-DD. */
  readonly payOn: string;
}

/** What the bank says of one transfer. */
export interface ResultRow {
  /** The line in the file, from 1. */
  readonly line: number;
  readonly seq: number;
  readonly code: string;
  readonly amount: number;
}

/** The bank paid. */
const PAID_CODE = '0000';

const digits = (value: number, width: number): string => String(value).padStart(width, '0');
const day = (date: string): string => date.replaceAll('-', '');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The last line: how many, how much, and the SHA-256 of all lines before it. */
function closed(lines: readonly string[], count: number, total: number): string {
  const body = lines.map((line) => `${line}\n`).join('');
  return `${body}T${digits(count, 7)}${digits(total, 15)}${sha256(body)}\n`;
}

/** The file for the bank, in the fixed format of docs/bank-file.md. */
export const writeBankFile = ({ number, payOn }: Heading, transfers: readonly Transfer[]): string =>
  closed(
    [
      `H01${number}${day(payOn)}`,
      ...transfers.map(
        ({ seq, bankCode, account, amount }) =>
          `D${digits(seq, 7)}${bankCode}${account.padEnd(16)}${digits(amount, 13)}`,
      ),
    ],
    transfers.length,
    transfers.reduce((sum, { amount }) => sum + amount, 0),
  );

/** The bank's answer in the same format: what a bank writes, and what tests and demonstrations need. */
export const writeConfirmation = ({ number, payOn }: Heading, rows: readonly Omit<ResultRow, 'line'>[]): string =>
  closed(
    [
      `R01${number}${day(payOn)}`,
      ...rows.map(({ seq, code, amount }) => `C${digits(seq, 7)}${code}${digits(amount, 13)}`),
    ],
    rows.length,
    rows.reduce((sum, { amount }) => sum + amount, 0),
  );

const wrong = (ko: string, en: string): Outcome<never> => refused(refusal('INVALID_VALUE', ko, en, 'content'));

/** Reads the bank's answer. A file that is cut, changed or of another batch is refused whole; rows are looked at one by one later. */
export function readConfirmation(text: string, number: string): Outcome<readonly ResultRow[]> {
  const normalised = text.replaceAll('\r\n', '\n');
  const lines = normalised.trimEnd().split('\n');
  const trailer = /^T(\d{7})(\d{15})([0-9a-f]{64})$/.exec(lines.at(-1) ?? '');
  if (!trailer)
    return wrong(
      '끝줄(T)이 없거나 형식이 다릅니다. 파일이 잘렸는지 확인해 주십시오.',
      'The last line (T) is missing or malformed: the file may have been cut.',
    );
  const body = lines.slice(0, -1);
  if (sha256(body.map((line) => `${line}\n`).join('')) !== trailer[3])
    return wrong(
      '체크섬이 맞지 않습니다. 은행에서 받은 파일을 그대로 올려 주십시오.',
      'The checksum does not fit: give the file as the bank sent it.',
    );
  const heading = /^R01(\d{6}-\d{3})\d{8}$/.exec(body[0] ?? '');
  if (heading?.[1] !== number)
    return wrong(`이 지급 묶음(${number})의 파일이 아닙니다.`, `This is not the file of batch ${number}.`);
  const rows = body.slice(1).map((line, at) => {
    const row = /^C(\d{7})(\d{4})(\d{13})$/.exec(line);
    return row && { line: at + 1, seq: Number(row[1]), code: row[2]!, amount: Number(row[3]) };
  });
  const malformed = rows.findIndex((row) => row === null);
  if (malformed >= 0) return wrong(`${malformed + 2}번째 줄의 형식이 다릅니다.`, `Line ${malformed + 2} is malformed.`);
  const read = rows.filter((row) => row !== null);
  if (read.length !== Number(trailer[1]) || read.reduce((sum, { amount }) => sum + amount, 0) !== Number(trailer[2]))
    return wrong('건수나 합계가 맞지 않습니다.', 'The number of rows or their total does not fit.');
  return accepted(read);
}

/** What came of a row of the bank's answer. */
export const ROW_OUTCOMES = [
  'PAID',
  'FAILED',
  'UNKNOWN_ROW',
  'DUPLICATE_ROW',
  'AMOUNT_DIFFERS',
  'ALREADY_SETTLED',
] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** Decides one row. Only a transfer that waits, for the amount that was sent, named the first time, is settled. Pure. */
export function decideRow(
  row: ResultRow,
  sent: { readonly amount: number; readonly status: 'SENT' | 'PAID' | 'FAILED' | 'SENT_BACK' } | undefined,
  seenBefore: boolean,
): RowOutcome {
  if (!sent) return 'UNKNOWN_ROW';
  if (seenBefore) return 'DUPLICATE_ROW';
  if (sent.status !== 'SENT') return 'ALREADY_SETTLED';
  if (sent.amount !== row.amount) return 'AMOUNT_DIFFERS';
  return row.code === PAID_CODE ? 'PAID' : 'FAILED';
}
