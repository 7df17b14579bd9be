import { type DataSource, type EntityManager, In } from 'typeorm';
import { atLocal } from '@charter/calendar';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import type { Breach } from '../domain/rule';
import { ClaimEntity } from './compensation.entity';

export interface ClaimFilter {
  readonly citizenId?: string;
  readonly departmentCode?: string | null;
  readonly breach?: Breach | null;
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

  page({ citizenId, departmentCode, breach }: ClaimFilter, page: Page): Promise<Connection<ClaimEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(ClaimEntity, 'claim');
    if (citizenId) query.andWhere('claim.citizen_id = :citizenId', { citizenId });
    if (departmentCode) query.andWhere('claim.department_code = :departmentCode', { departmentCode });
    if (breach) query.andWhere('claim.breach = :breach', { breach });
    return keysetPage(query, NEWEST, page, this.cursors);
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(ids: readonly string[]): Promise<(ClaimEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(ClaimEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((claim) => claim.id === id));
  }

  /** The claims of each complaint, oldest first. One statement. */
  async ofComplaints(complaintIds: readonly string[]): Promise<ClaimEntity[][]> {
    const found = await this.dataSource.manager.find(ClaimEntity, {
      where: { complaintId: In([...complaintIds]) },
      order: { openedAt: 'ASC', id: 'ASC' },
    });
    return complaintIds.map((id) => found.filter(({ complaintId }) => complaintId === id));
  }

  /** What a citizen's claims of a year add up to; locks the citizen's account of it, so that two claims cannot pass the ceiling together. */
  async lockedTotal(tx: EntityManager, citizenId: string, year: number): Promise<number> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`claims of ${citizenId}`]);
    const [{ total }] = (await tx.query(
      'SELECT COALESCE(sum("amount"), 0)::text AS total FROM "compensation_claim" WHERE "citizen_id" = $1 AND "opened_at" >= $2 AND "opened_at" < $3',
      [citizenId, atLocal(`${year}-01-01`, '00:00'), atLocal(`${year + 1}-01-01`, '00:00')],
    )) as [{ total: string }];
    return Number(total);
  }

  /** @returns whether it was written: false when this breach has its claim already */
  async insert(tx: EntityManager, claim: ClaimEntity): Promise<boolean> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(ClaimEntity)
      .values({ ...claim })
      .orIgnore()
      .returning('"id"')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }
}
