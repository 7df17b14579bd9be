import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { type PrivacyKeys, maskAccount, open, seal } from '@charter/privacy';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import { type GivenAccount, accountDigits } from '../../domain/payouts/account';
import type { ResultRow, RowOutcome, Transfer } from '../../domain/payouts/bank-file';
import { ClaimEntity } from '../compensation.entity';
import {
  BankFileAccessEntity,
  PayoutAccountEntity,
  PayoutBatchEntity,
  PayoutConfirmationEntity,
  PayoutItemEntity,
  PayoutResultEntity,
} from './payout.entity';

const NEWEST: ListOrder = {
  name: 'payout batches by newness',
  direction: 'DESC',
  columns: [{ expression: 'batch.number', type: 'text' }],
};
const BY_LINE: ListOrder = {
  name: 'payout results by line',
  direction: 'ASC',
  columns: [
    { expression: 'confirmation.imported_at', type: 'timestamptz' },
    { expression: 'result.confirmation_id', type: 'uuid' },
    { expression: 'result.line', type: 'integer' },
  ],
};

interface PaidRow {
  readonly code: string;
  readonly count: number;
  readonly amount: string;
}

/** Approved claims to be paid by transfer whose citizens have given an account. */
const toPay = (tx: EntityManager) =>
  tx
    .createQueryBuilder(ClaimEntity, 'claim')
    .where(`claim.status = 'APPROVED' AND claim.form = 'CASH' AND claim.budget_year IS NOT NULL`)
    .andWhere('EXISTS (SELECT 1 FROM payout_account a WHERE a.citizen_id = claim.citizen_id)');

const accountPlace = (column: string, row: string) => ({ table: 'payout_account', column, row });
const itemPlace = (row: string) => ({ table: 'payout_item', column: 'account', row });

export class PayoutStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly keys: PrivacyKeys,
  ) {}

  /** Keeps where a citizen is paid, sealed. @returns as it may be shown */
  async keepAccount(tx: EntityManager, citizenId: string, given: GivenAccount, at: Date): Promise<PayoutAccountEntity> {
    const digits = accountDigits(given.number);
    const row = {
      ...{ citizenId, bankCode: given.bankCode, masked: maskAccount(digits), changedAt: at },
      number: seal(this.keys, accountPlace('number', citizenId), digits),
      holder: seal(this.keys, accountPlace('holder', citizenId), given.holder.trim()),
    };
    await tx.upsert(PayoutAccountEntity, row, ['citizenId']);
    return row;
  }

  /** Where each citizen is paid, as it may be shown. One statement. */
  async accountsOf(citizenIds: readonly string[]): Promise<(PayoutAccountEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(PayoutAccountEntity, { citizenId: In([...citizenIds]) });
    return citizenIds.map((id) => found.find(({ citizenId }) => citizenId === id));
  }

  page(page: Page): Promise<Connection<PayoutBatchEntity>> {
    return keysetPage(
      this.dataSource.manager.createQueryBuilder(PayoutBatchEntity, 'batch'),
      NEWEST,
      page,
      this.cursors,
    );
  }

  /** The rows of the bank's answers for a batch, in their order. */
  results(batchId: string, outcome: RowOutcome | null, page: Page): Promise<Connection<PayoutResultEntity>> {
    const query = this.dataSource.manager
      .createQueryBuilder(PayoutResultEntity, 'result')
      .innerJoin(PayoutConfirmationEntity, 'confirmation', 'confirmation.id = result.confirmation_id')
      .where('confirmation.batch_id = :batchId', { batchId });
    if (outcome) query.andWhere('result.outcome = :outcome', { outcome });
    return keysetPage(query, BY_LINE, page, this.cursors);
  }

  async batch(id: string, tx = this.dataSource.manager): Promise<PayoutBatchEntity | undefined> {
    return (await tx.findOneBy(PayoutBatchEntity, { id })) ?? undefined;
  }

  /** The one that is being filled, locked; undefined when none is, or another worker fills it now. */
  async lockPreparing(tx: EntityManager): Promise<PayoutBatchEntity | undefined> {
    const found = await tx.findOne(PayoutBatchEntity, {
      where: { status: 'PREPARING' },
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
    return found ?? undefined;
  }

  async lockBatch(tx: EntityManager, id: string): Promise<PayoutBatchEntity> {
    return tx.findOneOrFail(PayoutBatchEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Whether a month's batch began by itself. Whoever asks is alone until the transaction ends. */
  async beganByItself(tx: EntityManager, month: string): Promise<boolean> {
    await this.lockBatches(tx);
    return tx.existsBy(PayoutBatchEntity, { month, preparedBy: 'system' });
  }

  /** Whether something that was approved before a moment waits to be paid. */
  async waitsSince(tx: EntityManager, approvedBefore: Date): Promise<boolean> {
    return toPay(tx).andWhere('claim.decided_at < :approvedBefore', { approvedBefore }).getExists();
  }

  private lockBatches(tx: EntityManager): Promise<unknown> {
    return tx.query(`SELECT pg_advisory_xact_lock(hashtext('payout batches'))`);
  }

  /** Begins the next batch of its month. @returns false when another is being filled */
  async begin(
    tx: EntityManager,
    batch: Pick<PayoutBatchEntity, 'id' | 'month' | 'payOn' | 'preparedBy' | 'preparedAt'>,
  ): Promise<boolean> {
    await this.lockBatches(tx);
    const [{ last }] = (await tx.query(
      'SELECT COALESCE(max("run"), 0)::int AS last FROM "payout_batch" WHERE "month" = $1',
      [batch.month],
    )) as [{ last: number }];
    const next = last + 1;
    if (await tx.existsBy(PayoutBatchEntity, { status: 'PREPARING' })) return false;
    const number = `${batch.month.replace('-', '')}-${String(next).padStart(3, '0')}`;
    await tx.insert(PayoutBatchEntity, { ...batch, run: next, number, status: 'PREPARING' });
    return true;
  }

  update(tx: EntityManager, id: string, changes: Partial<PayoutBatchEntity>): Promise<unknown> {
    return tx.update(PayoutBatchEntity, { id }, changes);
  }

  /** Approved claims to be paid by transfer whose citizens have given an account, locked, the longest waiting first. */
  async payable(tx: EntityManager, limit: number): Promise<ClaimEntity[]> {
    return toPay(tx)
      .orderBy('claim.decided_at')
      .addOrderBy('claim.id')
      .limit(limit)
      .setLock('for_no_key_update')
      .setOnLocked('skip_locked')
      .getMany();
  }

  /** Puts claims into a batch, each with its account as it is now, sealed for its own row. */
  async add(tx: EntityManager, batchId: string, after: number, claims: readonly ClaimEntity[]): Promise<void> {
    const accounts = await tx.findBy(PayoutAccountEntity, { citizenId: In(claims.map(({ citizenId }) => citizenId)) });
    const byCitizen = new Map(accounts.map((account) => [account.citizenId, account]));
    const rows = claims.map(({ id: claimId, citizenId, amount }, at): Partial<PayoutItemEntity> => {
      const { bankCode, masked, number } = byCitizen.get(citizenId)!;
      const id = randomUUID();
      const account = seal(this.keys, itemPlace(id), open(this.keys, accountPlace('number', citizenId), number));
      return { id, batchId, seq: after + at + 1, claimId, amount, bankCode, masked, account, status: 'SENT' };
    });
    await tx.insert(PayoutItemEntity, rows);
  }

  /** The transfers of a batch, opened: for the bank's file alone. */
  async transfers(tx: EntityManager, batchId: string): Promise<Transfer[]> {
    const items = await tx.find(PayoutItemEntity, { where: { batchId }, order: { seq: 'ASC' } });
    return items.map(({ id, seq, bankCode, account, amount }) => ({
      ...{ seq, bankCode, amount },
      account: open(this.keys, itemPlace(id), account),
    }));
  }

  /** Whose accounts stand in a batch, by claim. */
  payees(tx: EntityManager, batchId: string): Promise<{ claimId: string; citizenId: string }[]> {
    return tx.query(
      `SELECT c."id" AS "claimId", c."citizen_id" AS "citizenId" FROM "payout_item" i
       JOIN "compensation_claim" c ON c."id" = i."claim_id" WHERE i."batch_id" = $1 ORDER BY i."seq"`,
      [batchId],
    );
  }

  logFile(tx: EntityManager, access: Omit<BankFileAccessEntity, 'id'>): Promise<unknown> {
    return tx.insert(BankFileAccessEntity, access);
  }

  /** Keeps a file of the bank's answers. @returns false when it was given before */
  async keepConfirmation(
    tx: EntityManager,
    confirmation: Omit<PayoutConfirmationEntity, 'applied'>,
    rows: readonly ResultRow[],
  ): Promise<boolean> {
    const kept = await tx
      .createQueryBuilder()
      .insert()
      .into(PayoutConfirmationEntity)
      .values({ ...confirmation })
      .orIgnore()
      .returning('"id"')
      .execute();
    if ((kept.raw as unknown[]).length === 0) return false;
    await tx.query(
      `INSERT INTO "payout_result" ("confirmation_id", "line", "seq", "code", "amount")
       SELECT $1, r.* FROM jsonb_to_recordset($2::jsonb) AS r("line" integer, "seq" integer, "code" text, "amount" bigint)`,
      [confirmation.id, JSON.stringify(rows)],
    );
    return true;
  }

  /** An answer with rows that nobody has looked at, locked; undefined when there is none that another worker has not. */
  async lockConfirmation(tx: EntityManager): Promise<PayoutConfirmationEntity | undefined> {
    const found = await tx
      .createQueryBuilder(PayoutConfirmationEntity, 'confirmation')
      .where('confirmation.applied < confirmation.rows')
      .orderBy('confirmation.imported_at')
      .addOrderBy('confirmation.id')
      .limit(1)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
    return found ?? undefined;
  }

  waiting(tx: EntityManager, confirmationId: string, limit: number): Promise<PayoutResultEntity[]> {
    return tx.find(PayoutResultEntity, {
      where: { confirmationId, outcome: IsNull() },
      order: { line: 'ASC' },
      take: limit,
    });
  }

  /** Of these places, those that stand in an earlier row of the same answer. */
  async namedBefore(
    tx: EntityManager,
    confirmationId: string,
    line: number,
    seqs: readonly number[],
  ): Promise<Set<number>> {
    const rows = (await tx.query(
      'SELECT DISTINCT "seq" FROM "payout_result" WHERE "confirmation_id" = $1 AND "line" < $2 AND "seq" = ANY($3)',
      [confirmationId, line, seqs],
    )) as { seq: number }[];
    return new Set(rows.map(({ seq }) => seq));
  }

  async itemsAt(tx: EntityManager, batchId: string, seqs: readonly number[]): Promise<Map<number, PayoutItemEntity>> {
    const items = await tx.findBy(PayoutItemEntity, { batchId, seq: In([...seqs]) });
    return new Map(items.map((item) => [item.seq, item]));
  }

  /** Writes what came of the rows, and of the transfers that they settle. */
  async settle(
    tx: EntityManager,
    confirmation: PayoutConfirmationEntity,
    rows: readonly { line: number; outcome: RowOutcome; itemId: string | null; code: string }[],
    at: Date,
  ): Promise<void> {
    await tx.query(
      `UPDATE "payout_result" r SET "outcome" = d."outcome"
       FROM jsonb_to_recordset($2::jsonb) AS d("line" integer, "outcome" text) WHERE r."confirmation_id" = $1 AND r."line" = d."line"`,
      [confirmation.id, JSON.stringify(rows)],
    );
    await tx.query(
      `UPDATE "payout_item" i SET "status" = d."outcome", "result_code" = d."code", "settled_at" = $2
       FROM jsonb_to_recordset($1::jsonb) AS d("itemId" uuid, "outcome" text, "code" text)
       WHERE i."id" = d."itemId" AND d."outcome" IN ('PAID', 'FAILED')`,
      [JSON.stringify(rows), at],
    );
    await tx.update(PayoutConfirmationEntity, { id: confirmation.id }, { applied: confirmation.applied + rows.length });
  }

  /** The bank sent back what it had paid. */
  sentBack(tx: EntityManager, claimId: string): Promise<unknown> {
    return tx.update(PayoutItemEntity, { claimId, status: 'PAID' }, { status: 'SENT_BACK' });
  }

  /**
   * What was paid to citizens in a time under rules that back each standard, in the version that decided. A claim whose rule
   * backs several stands with each of them. One statement.
   */
  paidOfStandards(codes: readonly string[], from: Date, to: Date): Promise<PaidRow[]> {
    return this.dataSource.query(
      `SELECT s."code", count(*)::int AS count, sum(c."amount")::text AS amount FROM "compensation_claim" c
       JOIN "compensation_rule" r ON r."code" = c."rule_code" AND r."version" = c."rule_version"
       JOIN unnest($1::text[]) AS s("code") ON s."code" = ANY (r."standard_codes")
       WHERE c."paid_at" >= $2 AND c."paid_at" < $3 GROUP BY 1`,
      [codes, from, to],
    );
  }

  /** What was paid to citizens for each department in a time. One statement. */
  paid(codes: readonly string[], from: Date, to: Date): Promise<PaidRow[]> {
    return this.dataSource.query(
      `SELECT "department_code" AS code, count(*)::int AS count, sum("amount")::text AS amount FROM "compensation_claim"
       WHERE "department_code" = ANY($1) AND "paid_at" >= $2 AND "paid_at" < $3 GROUP BY 1`,
      [codes, from, to],
    );
  }
}
