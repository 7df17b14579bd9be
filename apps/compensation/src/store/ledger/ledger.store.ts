import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import {
  type Account,
  type Entry,
  type EntryDraft,
  type EntryKind,
  GENESIS,
  chain,
  chainHash,
} from '../../domain/ledger/entry';
import type { Pieces } from '../../domain/stock/stock';
import { LedgerAccountEntity, LedgerEntryEntity, LedgerHeadEntity, LedgerPostingEntity } from './ledger.entity';

export interface LedgerFilter {
  readonly departmentCode?: string | null;
  readonly year?: number | null;
  readonly kind?: EntryKind | null;
  readonly claimId?: string | null;
}

/** What stands where, for a department and year. KRW. */
export interface Budget {
  readonly departmentCode: string;
  readonly year: number;
  readonly balances: Readonly<Record<Account, number>>;
}

/** Whether the ledger is as it was written. */
export interface LedgerAudit {
  readonly entries: number;
  /** The first entry whose hash does not fit; null when all do. */
  readonly firstBroken: number | null;
  /** Whether both sides are equal, and every account holds what its postings add up to. */
  readonly balanced: boolean;
}

const NEWEST: ListOrder = {
  name: 'ledger by newness',
  direction: 'DESC',
  columns: [{ expression: 'entry.seq', type: 'bigint' }],
};
const NOTHING: Budget['balances'] = { APPROPRIATION: 0, AVAILABLE: 0, RESERVED: 0, IN_TRANSIT: 0, SPENT: 0 };
const AUDIT_BATCH = 2_000;

export class LedgerStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** Whoever writes, or decides by what is left, locks the end of the ledger first: entries have one order. */
  async lockHead(tx: EntityManager): Promise<LedgerHeadEntity> {
    return tx.findOneOrFail(LedgerHeadEntity, { where: { one: true }, lock: { mode: 'pessimistic_write' } });
  }

  /** What a department has left in a year, kept from others until the transaction ends. */
  async lockedAvailable(tx: EntityManager, departmentCode: string, year: number): Promise<number> {
    await this.lockHead(tx);
    return (await this.budget(departmentCode, year, tx)).balances.AVAILABLE;
  }

  /** Writes entries at the end of the ledger: four statements, however many. */
  async append(tx: EntityManager, drafts: readonly EntryDraft[]): Promise<Entry[]> {
    if (drafts.length === 0) return [];
    const head = await this.lockHead(tx);
    const entries = chain(
      drafts,
      head,
      drafts.map(() => randomUUID()),
    );
    await tx.query(
      `INSERT INTO "ledger_entry" ("seq", "id", "kind", "department_code", "year", "claim_id", "reverses", "posted_at", "posted_by",
         "reason", "previous_hash", "hash", "form", "face_value")
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS e("seq" bigint, "id" uuid, "kind" text, "departmentCode" text, "year" integer,
         "claimId" uuid, "reverses" bigint, "postedAt" timestamptz, "postedBy" text, "reason" text, "previousHash" text, "hash" text,
         "form" text, "faceValue" bigint)`,
      [JSON.stringify(entries)],
    );
    const postings = entries.flatMap(({ seq, postings: sides }) => sides.map((side) => ({ seq, ...side })));
    await tx.query(
      `INSERT INTO "ledger_posting" ("entry_seq", "account", "side", "amount")
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS p("seq" bigint, "account" text, "side" text, "amount" bigint)`,
      [JSON.stringify(postings)],
    );
    const last = entries.at(-1)!;
    await tx.update(LedgerHeadEntity, { one: true }, { seq: last.seq, hash: last.hash });
    return entries;
  }

  async budget(departmentCode: string, year: number, tx = this.dataSource.manager): Promise<Budget> {
    const rows = await tx.findBy(LedgerAccountEntity, { departmentCode, year });
    return {
      departmentCode,
      year,
      balances: { ...NOTHING, ...Object.fromEntries(rows.map((row) => [row.account, row.balance])) },
    };
  }

  /** The budgets of a year, by department. @param departmentCode undefined: all */
  async budgets(year: number, departmentCode: string | undefined): Promise<Budget[]> {
    const rows = await this.dataSource.manager.find(LedgerAccountEntity, {
      where: { year, ...(departmentCode && { departmentCode }) },
      order: { departmentCode: 'ASC' },
    });
    return [...new Set(rows.map((row) => row.departmentCode))].map((code) => ({
      ...{ departmentCode: code, year },
      balances: {
        ...NOTHING,
        ...Object.fromEntries(
          rows.filter((row) => row.departmentCode === code).map((row) => [row.account, row.balance]),
        ),
      },
    }));
  }

  page(
    scope: { readonly departmentCode?: string },
    filter: LedgerFilter,
    page: Page,
  ): Promise<Connection<LedgerEntryEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(LedgerEntryEntity, 'entry');
    if (scope.departmentCode) query.andWhere('entry.department_code = :ours', { ours: scope.departmentCode });
    if (filter.departmentCode) query.andWhere('entry.department_code = :departmentCode', filter);
    if (filter.year) query.andWhere('entry.year = :year', filter);
    if (filter.kind) query.andWhere('entry.kind = :kind', filter);
    if (filter.claimId) query.andWhere('entry.claim_id = :claimId', filter);
    return keysetPage(query, NEWEST, page, this.cursors);
  }

  /** The sides of each entry, the debit first. One statement. */
  async postingsOf(seqs: readonly number[], tx = this.dataSource.manager): Promise<LedgerPostingEntity[][]> {
    const found = await tx.find(LedgerPostingEntity, {
      where: { entrySeq: In([...seqs]) },
      order: { entrySeq: 'ASC', side: 'DESC', account: 'ASC' },
    });
    return seqs.map((seq) => found.filter(({ entrySeq }) => entrySeq === seq));
  }

  /** An entry by its id; undefined when there is none. */
  async find(id: string, tx = this.dataSource.manager): Promise<Entry | undefined> {
    const entry = await tx.findOneBy(LedgerEntryEntity, { id });
    if (!entry) return undefined;
    const [postings] = await this.postingsOf([entry.seq], tx);
    return { ...entry, postings: postings! };
  }

  /** The entries of a claim of one kind that were not taken back, oldest first. */
  async standing(tx: EntityManager, claimId: string, kind: EntryKind): Promise<Entry[]> {
    const entries = await tx
      .createQueryBuilder(LedgerEntryEntity, 'entry')
      .where('entry.claim_id = :claimId AND entry.kind = :kind', { claimId, kind })
      .andWhere('NOT EXISTS (SELECT 1 FROM ledger_entry other WHERE other.reverses = entry.seq)')
      .orderBy('entry.seq')
      .getMany();
    const postings = await this.postingsOf(
      entries.map(({ seq }) => seq),
      tx,
    );
    return entries.map((entry, at) => ({ ...entry, postings: postings[at]! }));
  }

  /** What is set aside for each claim and was not handed over: of the ledger itself. One statement. */
  async setAside(claimIds: readonly string[], tx = this.dataSource.manager): Promise<Pieces[][]> {
    const rows = (await tx.query(
      `SELECT e."claim_id" AS "claimId", e."face_value"::int AS "faceValue",
         (sum(CASE p."side" WHEN 'DEBIT' THEN p."amount" ELSE -p."amount" END) / e."face_value")::int AS pieces
       FROM "ledger_entry" e JOIN "ledger_posting" p ON p."entry_seq" = e."seq"
       WHERE e."claim_id" = ANY($1) AND e."form" IS NOT NULL AND p."account" = 'SET_ASIDE'
       GROUP BY e."claim_id", e."face_value"
       HAVING sum(CASE p."side" WHEN 'DEBIT' THEN p."amount" ELSE -p."amount" END) > 0 ORDER BY e."face_value" DESC`,
      [claimIds],
    )) as (Pieces & { claimId: string })[];
    return claimIds.map((id) =>
      rows.filter(({ claimId }) => claimId === id).map(({ faceValue, pieces }) => ({ faceValue, pieces })),
    );
  }

  /** Whether an entry was taken back. */
  isReversed(tx: EntityManager, seq: number): Promise<boolean> {
    return tx.existsBy(LedgerEntryEntity, { reverses: seq });
  }

  /** Reads the whole ledger and computes every hash and balance again. */
  async audit(): Promise<LedgerAudit> {
    let previous = { seq: 0, hash: GENESIS };
    for (;;) {
      const rows = await this.dataSource.manager
        .createQueryBuilder(LedgerEntryEntity, 'entry')
        .where('entry.seq > :seq', { seq: previous.seq })
        .orderBy('entry.seq')
        .limit(AUDIT_BATCH)
        .getMany();
      const byEntry = new Map<number, LedgerPostingEntity[]>();
      const postings = await this.dataSource.manager
        .createQueryBuilder(LedgerPostingEntity, 'posting')
        .where('posting.entry_seq > :from AND posting.entry_seq <= :to', {
          from: previous.seq,
          to: rows.at(-1)?.seq ?? 0,
        })
        .getMany();
      for (const posting of postings)
        byEntry.set(posting.entrySeq, [...(byEntry.get(posting.entrySeq) ?? []), posting]);
      for (const { hash, ...entry } of rows) {
        const fits = entry.seq === previous.seq + 1 && entry.previousHash === previous.hash;
        if (!fits || chainHash({ ...entry, postings: byEntry.get(entry.seq) ?? [] }) !== hash)
          return { entries: entry.seq, firstBroken: entry.seq, balanced: await this.balanced() };
        previous = { seq: entry.seq, hash };
      }
      if (rows.length < AUDIT_BATCH) break;
    }
    const head = await this.dataSource.manager.findOneByOrFail(LedgerHeadEntity, { one: true });
    const cut = head.seq === previous.seq && head.hash === previous.hash ? null : previous.seq + 1;
    return { entries: previous.seq, firstBroken: cut, balanced: await this.balanced() };
  }

  private async balanced(): Promise<boolean> {
    const [{ wrong }] = (await this.dataSource.query(
      `SELECT (SELECT count(*) FROM (SELECT "entry_seq" FROM "ledger_posting" GROUP BY "entry_seq"
           HAVING sum(CASE "side" WHEN 'DEBIT' THEN "amount" ELSE -"amount" END) <> 0) unequal)
         + (SELECT count(*) FROM "ledger_account" a FULL JOIN (
             SELECT e."department_code", e."year", p."account",
               sum(CASE WHEN (p."side" = 'DEBIT') = (p."account" <> 'APPROPRIATION') THEN p."amount" ELSE -p."amount" END) AS "sum"
             FROM "ledger_posting" p JOIN "ledger_entry" e ON e."seq" = p."entry_seq" WHERE e."form" IS NULL GROUP BY 1, 2, 3) s
           USING ("department_code", "year", "account") WHERE a."balance" IS DISTINCT FROM s."sum")
         + (SELECT count(*) FROM "stock_account" a FULL JOIN (
             SELECT e."department_code", e."form", e."face_value", p."account",
               sum(CASE WHEN (p."side" = 'DEBIT') = (p."account" <> 'SUPPLY') THEN p."amount" ELSE -p."amount" END) AS "sum"
             FROM "ledger_posting" p JOIN "ledger_entry" e ON e."seq" = p."entry_seq" WHERE e."form" IS NOT NULL GROUP BY 1, 2, 3, 4) s
           USING ("department_code", "form", "face_value", "account") WHERE a."balance" IS DISTINCT FROM s."sum") AS wrong`,
    )) as [{ wrong: string }];
    return Number(wrong) === 0;
  }
}
