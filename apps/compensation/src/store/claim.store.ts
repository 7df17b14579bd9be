import { type DataSource, type EntityManager, In } from 'typeorm';
import { atLocal } from '@charter/calendar';
import { type Connection, type Cursors, type ListOrder, type Page, guardedUpdate, keysetPage } from '@charter/service';
import type { ClaimStatus, RefusalGround } from '../domain/claims/claim';
import type { Breach } from '../domain/rule';
import { BrokenPromiseEntity, ClaimEntity, ClaimHistoryEntity, ComplaintEndingEntity } from './compensation.entity';

/** Whose claims a caller may see: one citizen's, one department's, or all. */
export interface ClaimScope {
  readonly citizenId?: string;
  readonly departmentCode?: string;
}

/** A claim as it is opened: what comes later is empty. */
export type NewClaim = Pick<
  ClaimEntity,
  | ('id' | 'complaintId' | 'receiptNumber' | 'citizenId' | 'departmentCode' | 'breach' | 'missedAt' | 'status')
  | ('ruleCode' | 'ruleVersion' | 'form' | 'amount' | 'lateWorkingDays' | 'lateWorkingHours')
  | ('openedAt' | 'openedByEvent')
> &
  Partial<ClaimEntity>;

/** A promise that was broken in the past. */
interface PastBreachRow {
  readonly citizenId: string;
  readonly brokenAt: Date;
  readonly complaintId: string;
  readonly endedAt: Date | null;
  readonly importedDays: number | null;
  readonly km: number | null;
  readonly refusedOn: RefusalGround | null;
}

export interface ClaimFilter {
  readonly breach?: Breach | null;
  readonly status?: ClaimStatus | null;
  readonly departmentCode?: string | null;
  readonly openedFrom?: Date | null;
  readonly openedTo?: Date | null;
}

const NEWEST: ListOrder = {
  name: 'claims by newness',
  direction: 'DESC',
  columns: [
    { expression: 'claim.opened_at', type: 'timestamptz' },
    { expression: 'claim.id', type: 'uuid' },
  ],
};

export class ClaimStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** Both hold: who may see which, and which are asked for. */
  page(scope: ClaimScope, filter: ClaimFilter, page: Page): Promise<Connection<ClaimEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(ClaimEntity, 'claim');
    if (scope.citizenId) query.andWhere('claim.citizen_id = :own', { own: scope.citizenId });
    if (scope.departmentCode) query.andWhere('claim.department_code = :ours', { ours: scope.departmentCode });
    const { breach, status, departmentCode, openedFrom, openedTo } = filter;
    if (breach) query.andWhere('claim.breach = :breach', { breach });
    if (status) query.andWhere('claim.status = :status', { status });
    if (departmentCode) query.andWhere('claim.department_code = :departmentCode', { departmentCode });
    if (openedFrom) query.andWhere('claim.opened_at >= :openedFrom', { openedFrom });
    if (openedTo) query.andWhere('claim.opened_at < :openedTo', { openedTo });
    return keysetPage(query, NEWEST, page, this.cursors);
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(ids: readonly string[], tx = this.dataSource.manager): Promise<(ClaimEntity | undefined)[]> {
    const found = await tx.findBy(ClaimEntity, { id: In([...ids]) });
    const byId = new Map(found.map((claim) => [claim.id, claim]));
    return ids.map((id) => byId.get(id));
  }

  /** The claims of each complaint, oldest first. One statement. */
  async ofComplaints(complaintIds: readonly string[]): Promise<ClaimEntity[][]> {
    const found = await this.dataSource.manager.find(ClaimEntity, {
      where: { complaintId: In([...complaintIds]) },
      order: { openedAt: 'ASC', id: 'ASC' },
    });
    return grouped(complaintIds, found, ({ complaintId }) => complaintId);
  }

  /** The steps of each claim, oldest first. One statement. */
  async historyOf(ids: readonly string[]): Promise<ClaimHistoryEntity[][]> {
    const found = await this.dataSource.manager.find(ClaimHistoryEntity, {
      where: { claimId: In([...ids]) },
      order: { id: 'ASC' },
    });
    return grouped(ids, found, ({ claimId }) => claimId);
  }

  /**
   * What a citizen's claims for the breaches of one year add up to, but for those of one complaint and breach, and those that
   * were refused for good. It locks the
   * citizen's account until the transaction ends, so that two claims cannot pass the ceiling together.
   */
  async lockedTotal(
    tx: EntityManager,
    {
      citizenId,
      year,
      except,
      now,
    }: { citizenId: string; year: number; except: Pick<ClaimEntity, 'complaintId' | 'breach'>; now: Date },
  ): Promise<number> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`claims of ${citizenId}`]);
    const [{ total }] = (await tx.query(
      `SELECT COALESCE(sum("amount"), 0)::text AS total FROM "compensation_claim"
       WHERE "citizen_id" = $1 AND "missed_at" >= $2 AND "missed_at" < $3
         AND NOT ("complaint_id" = $4 AND "breach" = $5)
         AND NOT ("status" = 'REFUSED' AND ("object_until" IS NULL OR "object_until" <= $6))`,
      [
        citizenId,
        atLocal(`${year}-01-01`, '00:00'),
        atLocal(`${year + 1}-01-01`, '00:00'),
        except.complaintId,
        except.breach,
        now,
      ],
    )) as [{ total: string }];
    return Number(total);
  }

  /** Locked until the transaction ends; undefined when there is none. */
  async lock(tx: EntityManager, id: string): Promise<ClaimEntity | undefined> {
    return (await tx.findOne(ClaimEntity, { where: { id }, lock: { mode: 'for_no_key_update' } })) ?? undefined;
  }

  /** Changes a locked claim, with a line of history. */
  async step(
    tx: EntityManager,
    claim: ClaimEntity,
    { by, at, reason }: { by: string; at: Date; reason?: string | null },
    changes: Partial<ClaimEntity> & Pick<ClaimEntity, 'status'>,
  ): Promise<ClaimEntity> {
    await guardedUpdate(tx, ClaimEntity, claim, changes);
    await tx.insert(ClaimHistoryEntity, {
      ...{ claimId: claim.id, changedAt: at, changedBy: by },
      ...{ fromStatus: claim.status, toStatus: changes.status, reason: reason ?? null },
    });
    return { ...claim, ...changes, version: claim.version + 1 };
  }

  /** Several, locked in one order. */
  lockAll(tx: EntityManager, ids: readonly string[]): Promise<ClaimEntity[]> {
    return tx.find(ClaimEntity, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }

  /** A citizen's claims that the bank could not pay, locked: what was handed over and taken back waits for its office. */
  lockReturned(tx: EntityManager, citizenId: string): Promise<ClaimEntity[]> {
    return tx.find(ClaimEntity, {
      where: { citizenId, status: 'RETURNED', form: 'CASH' },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }

  /** Brings locked claims of one status further, each with a line of history: two statements, however many. */
  async stepAll(
    tx: EntityManager,
    claims: readonly ClaimEntity[],
    { to, by, at, reason }: { to: ClaimStatus; by: string; at: Date; reason: string | null },
  ): Promise<void> {
    if (claims.length === 0) return;
    const ids = claims.map(({ id }) => id);
    await tx.query(
      `UPDATE "compensation_claim" SET "status" = $2, "version" = "version" + 1, "paid_at" = CASE $2 WHEN 'PAID' THEN $3::timestamptz END
       WHERE "id" = ANY($1)`,
      [ids, to, at],
    );
    await tx.query(
      `INSERT INTO "compensation_claim_history" ("claim_id", "changed_at", "changed_by", "from_status", "to_status", "reason")
       SELECT "id", $2, $3, $4, $5, $6 FROM unnest($1::uuid[]) AS "id"`,
      [ids, at, by, claims[0]!.status, to, reason],
    );
  }

  /** Gives a claim that was just opened the deadline by which it is decided. */
  async decideBy(tx: EntityManager, id: string, decisionId: string): Promise<void> {
    await tx.update(ClaimEntity, { id }, { decisionId });
  }

  /** Remembers a broken promise, once. */
  async remember(tx: EntityManager, promise: BrokenPromiseEntity): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(BrokenPromiseEntity)
      .values({ ...promise })
      .orIgnore()
      .execute();
  }

  /** Remembers when a complaint was no longer open. Told twice, the first counts. */
  async rememberEnding(tx: EntityManager, ending: ComplaintEndingEntity): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(ComplaintEndingEntity)
      .values({ ...ending })
      .orIgnore()
      .execute();
  }

  /**
   * What was broken in a time, the oldest first, with when lateness ended; null while it lasts. The claim says how far the
   * citizen came and on which ground it was refused, and of an imported history how late it was.
   * @param after the last one of the page before
   */
  pastBreaches(
    breach: Breach,
    { from, to }: { readonly from: Date; readonly to: Date },
    after: PastBreachRow | undefined,
    limit: number,
  ): Promise<PastBreachRow[]> {
    return this.dataSource.query(
      `SELECT p."citizen_id" AS "citizenId", p."broken_at" AS "brokenAt", p."complaint_id" AS "complaintId", e."ended_at" AS "endedAt",
         CASE WHEN c."opened_by_event" IS NULL AND c."filed_by" IS NULL THEN c."late_working_days" END AS "importedDays",
         c."distance_km" AS "km", CASE WHEN c."status" = 'REFUSED' THEN c."refusal_ground" END AS "refusedOn"
       FROM "broken_promise" p
       LEFT JOIN "complaint_ending" e ON e."complaint_id" = p."complaint_id"
       LEFT JOIN "compensation_claim" c ON c."complaint_id" = p."complaint_id" AND c."breach" = p."breach"
       WHERE p."breach" = $1 AND p."broken_at" >= $2 AND p."broken_at" < $3
         AND ($4::timestamptz IS NULL OR (p."broken_at", p."complaint_id") > ($4, $5::uuid))
       ORDER BY p."broken_at", p."complaint_id" LIMIT $6`,
      [breach, from, to, after?.brokenAt ?? null, after?.complaintId ?? null, limit],
    );
  }

  /** When a complaint was no longer open; null while it is. */
  async endingOf(tx: EntityManager, complaintId: string): Promise<Date | null> {
    return (await tx.findOneBy(ComplaintEndingEntity, { complaintId }))?.endedAt ?? null;
  }

  /** Writes a claim with its first line of history. @returns false when this breach has its claim already */
  async open(tx: EntityManager, claim: NewClaim): Promise<boolean> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(ClaimEntity)
      .values({ ...claim })
      .orIgnore()
      .returning('"id"')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return false;
    await tx.insert(ClaimHistoryEntity, {
      claimId: claim.id,
      changedAt: claim.openedAt,
      changedBy: claim.filedBy ?? 'system',
      fromStatus: null,
      toStatus: claim.status,
      reason: claim.breach,
    });
    return true;
  }
}

function grouped<T>(keys: readonly string[], rows: readonly T[], keyOf: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))!.push(row);
  return keys.map((key) => groups.get(key)!);
}
