import { createHash, randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { localDate } from '@charter/calendar';
import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import type { Deadlines } from '@charter/deadlines';
import { type ReadingLog, Readings } from '@charter/personal-data';
import { type Clock, type Person, isUuid, once, readerOf } from '@charter/service';
import type { DataSource } from 'typeorm';
import type { ClaimDesk, Handled } from './claim-desk';
import { type GivenAccount, accountFaults } from './domain/payouts/account';
import { readConfirmation, writeBankFile } from './domain/payouts/bank-file';
import { dueBatch, nextPayDay } from './domain/payouts/pay-day';
import type { ClaimStore } from './store/claim.store';
import type { PayoutAccountEntity, PayoutBatchEntity } from './store/payouts/payout.entity';
import type { PayoutStore } from './store/payouts/payout.store';

/** What a compressed answer may grow to: some 100,000 rows. */
const MOST_BYTES = 4_000_000;

export interface PayoutServiceParts {
  readonly dataSource: DataSource;
  readonly payouts: PayoutStore;
  readonly claims: ClaimStore;
  readonly desk: ClaimDesk;
  readonly deadlines: Deadlines;
  readonly readings: ReadingLog;
  readonly clock: Clock;
  readonly secret: string;
}

/** A bank file as it is handed out. */
export interface BankFile {
  readonly name: string;
  readonly content: string;
  readonly sha256: string;
}

/** What people do for payments: citizens give accounts, administrators prepare batches and bring the bank's answers. */
export class PayoutService {
  constructor(private readonly parts: PayoutServiceParts) {}

  /** Keeps where a citizen is paid. What the bank returned before is paid there with the next batch. */
  giveAccount(given: GivenAccount, by: Person): Promise<Outcome<PayoutAccountEntity>> {
    const { dataSource, payouts, claims, clock } = this.parts;
    const faults = [...accountFaults(given)];
    if (faults.length > 0) return Promise.resolve(refused(...faults));
    return dataSource.transaction(async (tx) => {
      const now = clock.now();
      const account = await payouts.keepAccount(tx, by.id, given, now);
      const returned = await claims.lockReturned(tx, by.id);
      await claims.stepAll(tx, returned, { to: 'APPROVED', by: by.id, at: now, reason: null });
      return accepted(account);
    });
  }

  /** Sends what the bank returned with the next batch again, when the fault was the bank's. */
  retry(claimId: string, version: number | null, by: Person): Promise<Handled> {
    const { claims, desk } = this.parts;
    return desk.handle('retry', { id: claimId, version, by }, async ({ tx, claim, to, act }) => {
      await claims.step(tx, claim, act, { status: to });
      return accepted(claimId);
    });
  }

  /** Begins a further batch of the month now: a worker fills it. */
  async prepare(idempotencyKey: string | null, by: Person): Promise<Outcome<PayoutBatchEntity>> {
    const { dataSource, payouts, deadlines, clock, secret } = this.parts;
    const command = { callerId: by.id, operation: 'preparePayout', key: idempotencyKey, input: {}, secret };
    const begun = await dataSource.transaction((tx) =>
      once(tx, command, async () => {
        const id = randomUUID();
        const now = clock.now();
        const payOn = nextPayDay(localDate(now), await deadlines.calendar(tx));
        const batch = { id, month: payOn.slice(0, 7), payOn, preparedBy: by.id, preparedAt: now };
        return (await payouts.begin(tx, batch)) ? accepted(id) : refused(beingFilled());
      }),
    );
    return begun.ok ? accepted((await payouts.batch(begun.value))!) : begun;
  }

  /**
   * Begins the month's batch by itself on its last working day, once, whatever further ones there were. Where nobody was there on
   * that day, it begins late, as soon as somebody is, for what was approved by then.
   */
  prepareDue(): Promise<boolean> {
    const { dataSource, payouts, deadlines, clock } = this.parts;
    return dataSource.transaction(async (tx) => {
      const now = clock.now();
      const { month, payOn, approvedBefore } = dueBatch(localDate(now), await deadlines.calendar(tx));
      if (await payouts.beganByItself(tx, month)) return false;
      if (approvedBefore && !(await payouts.waitsSince(tx, approvedBefore))) return false;
      return payouts.begin(tx, { id: randomUUID(), month, payOn, preparedBy: 'system', preparedAt: now });
    });
  }

  /** The bank's file of a batch that is ready. It has whole account numbers: who takes it is written down. */
  bankFile(batchId: string, by: Person): Promise<Outcome<BankFile> | 'NOT_FOUND'> {
    const { dataSource, payouts, readings, clock } = this.parts;
    return dataSource.transaction(async (tx): Promise<Outcome<BankFile> | 'NOT_FOUND'> => {
      const batch = isUuid(batchId) ? await payouts.batch(batchId, tx) : undefined;
      if (!batch) return 'NOT_FOUND';
      if (batch.status === 'PREPARING') return refused(stillFilled());
      const content = writeBankFile(batch, await payouts.transfers(tx, batchId));
      const sha256 = createHash('sha256').update(content).digest('hex');
      const at = clock.now();
      await payouts.logFile(tx, { batchId, readBy: by.id, readAt: at, sha256, address: by.address ?? null });
      const noted = new Readings(by.id);
      for (const { claimId: subjectId, citizenId } of await payouts.payees(tx, batchId))
        noted.note({ subjectType: 'CLAIM', subjectId, citizenId }, ['ACCOUNT'], { purpose: 'BANK_FILE', reason: null });
      await readings.write(tx, readerOf(by), 'bankFile', noted.taken(), at);
      return accepted({ name: `payout-${batch.number}.txt`, content, sha256 });
    });
  }

  /** Takes the bank's answers: a file that is whole is kept, and a worker looks at every row. The same file again changes nothing. */
  confirm(
    batchId: string,
    given: { readonly content: string; readonly compressed: boolean },
    by: Person,
  ): Promise<Outcome<PayoutBatchEntity> | 'NOT_FOUND'> {
    const { dataSource, payouts, clock } = this.parts;
    return dataSource.transaction(async (tx): Promise<Outcome<PayoutBatchEntity> | 'NOT_FOUND'> => {
      const batch = isUuid(batchId) ? await payouts.batch(batchId, tx) : undefined;
      if (!batch) return 'NOT_FOUND';
      if (batch.status === 'PREPARING') return refused(stillFilled());
      const text = given.compressed ? inflated(given.content) : given.content;
      if (text === undefined) return refused(notCompressed());
      const read = readConfirmation(text, batch.number);
      if (!read.ok) return read;
      const sha256 = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
      const confirmation = {
        id: randomUUID(),
        batchId,
        sha256,
        rows: read.value.length,
        importedBy: by.id,
        importedAt: clock.now(),
      };
      const kept = await payouts.keepConfirmation(tx, confirmation, read.value);
      return kept ? accepted(batch) : refused(givenBefore());
    });
  }
}

function inflated(content: string): string | undefined {
  try {
    return gunzipSync(Buffer.from(content, 'base64'), { maxOutputLength: MOST_BYTES }).toString('latin1');
  } catch {
    return undefined; // not gzip, cut, or too large: said to the user as one fault
  }
}

const beingFilled = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '다른 지급 묶음을 만들고 있습니다. 끝난 뒤에 다시 해 주십시오.',
    'Another batch is being prepared: try again when it is ready.',
  );
const stillFilled = (): Refusal =>
  refusal('TOO_EARLY', '아직 만들고 있는 지급 묶음입니다.', 'This batch is still being prepared.');
const givenBefore = (): Refusal =>
  refusal('ALREADY_DONE', '이미 올린 파일입니다.', 'This file was given before.', 'content');
const notCompressed = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    'gzip으로 압축하여 base64로 적은 4MB 이하의 파일이 아닙니다.',
    'This is no gzip file in base64 of at most 4 MB.',
    'content',
  );
