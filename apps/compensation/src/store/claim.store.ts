import { type DataSource, type EntityManager, In } from 'typeorm';
import { atLocal } from '@charter/calendar';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import type { Breach } from '../domain/rule';
import { ClaimEntity, ClaimHistoryEntity } from './compensation.entity';

/** Whose claims a caller may see: one citizen's, one department's, or all. */
export interface ClaimScope {
  readonly citizenId?: string;
  readonly departmentCode?: string;
}

export interface ClaimFilter {
  readonly breach?: Breach | null;
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
    const { breach, departmentCode, openedFrom, openedTo } = filter;
    if (breach) query.andWhere('claim.breach = :breach', { breach });
    if (departmentCode) query.andWhere('claim.department_code = :departmentCode', { departmentCode });
    if (openedFrom) query.andWhere('claim.opened_at >= :openedFrom', { openedFrom });
    if (openedTo) query.andWhere('claim.opened_at < :openedTo', { openedTo });
    return keysetPage(query, NEWEST, page, this.cursors);
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(ids: readonly string[]): Promise<(ClaimEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(ClaimEntity, { id: In([...ids]) });
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
   * What a citizen's claims for the breaches of one year add up to, but for those of one complaint and breach. It locks the
   * citizen's account until the transaction ends, so that two claims cannot pass the ceiling together.
   */
  async lockedTotal(
    tx: EntityManager,
    {
      citizenId,
      year,
      except,
    }: { citizenId: string; year: number; except: Pick<ClaimEntity, 'complaintId' | 'breach'> },
  ): Promise<number> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`claims of ${citizenId}`]);
    const [{ total }] = (await tx.query(
      `SELECT COALESCE(sum("amount"), 0)::text AS total FROM "compensation_claim"
       WHERE "citizen_id" = $1 AND "missed_at" >= $2 AND "missed_at" < $3 AND NOT ("complaint_id" = $4 AND "breach" = $5)`,
      [
        citizenId,
        atLocal(`${year}-01-01`, '00:00'),
        atLocal(`${year + 1}-01-01`, '00:00'),
        except.complaintId,
        except.breach,
      ],
    )) as [{ total: string }];
    return Number(total);
  }

  /** Writes a claim with its first line of history. @returns false when this breach has its claim already */
  async open(tx: EntityManager, claim: ClaimEntity): Promise<boolean> {
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
      changedBy: 'system',
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
