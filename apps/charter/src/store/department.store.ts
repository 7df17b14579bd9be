import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Department } from '../domain/department';
import { DepartmentEntity, DepartmentHistoryEntity } from './department.entity';

export interface DepartmentChange {
  readonly before: Department | null;
  readonly after: Department;
  readonly by: string;
  readonly at: Date;
}

export interface DueSuccession {
  readonly code: string;
  readonly successorCode: string;
  readonly closedOn: string;
  readonly decidedBy: string;
}

export class DepartmentStore {
  constructor(private readonly dataSource: DataSource) {}

  /** All departments by code; without `closedBefore` also those that have closed. */
  async all(openOn?: string): Promise<DepartmentEntity[]> {
    const query = this.dataSource.manager
      .createQueryBuilder(DepartmentEntity, 'department')
      .orderBy('department.code', 'ASC');
    if (openOn) query.where('department.closedOn IS NULL OR department.closedOn > :openOn', { openOn });
    return query.getMany();
  }

  /** In the order of the codes; undefined where there is none. One statement. */
  async byCodes(codes: readonly string[], tx = this.dataSource.manager): Promise<(DepartmentEntity | undefined)[]> {
    const found = await tx.findBy(DepartmentEntity, { code: In([...codes]) });
    return codes.map((code) => found.find((department) => department.code === code));
  }

  /** The departments directly below each of these, in the order of the codes. One statement. */
  async childrenOf(codes: readonly string[]): Promise<DepartmentEntity[][]> {
    const found = await this.dataSource.manager.find(DepartmentEntity, {
      where: { parentCode: In([...codes]) },
      order: { code: 'ASC' },
    });
    return codes.map((code) => found.filter((department) => department.parentCode === code));
  }

  /** Those whose work each of these carries on or will, in the order of the codes. One statement. */
  async predecessorsOf(codes: readonly string[]): Promise<DepartmentEntity[][]> {
    const found = await this.dataSource.manager.find(DepartmentEntity, {
      where: { successorCode: In([...codes]) },
      order: { code: 'ASC' },
    });
    return codes.map((code) => found.filter(({ successorCode }) => successorCode === code));
  }

  /** What each said from when on, the first first, in the order of the codes. One statement. */
  async historyOf(codes: readonly string[]): Promise<DepartmentHistoryEntity[][]> {
    const lines = await this.dataSource.manager.find(DepartmentHistoryEntity, {
      where: { code: In([...codes]) },
      order: { id: 'ASC' },
    });
    return codes.map((code) => lines.filter((line) => line.code === code));
  }

  /** Everything, locked: who changes the tree does it alone, so that two changes cannot close a loop together. */
  async lockTree(tx: EntityManager): Promise<DepartmentEntity[]> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('department tree'))`);
    return tx.find(DepartmentEntity);
  }

  /**
   * The closed departments whose day has come and whose successor has not taken over yet, the first first, with the
   * administrator who decided it.
   */
  async toBeSucceeded(tx: EntityManager, today: string): Promise<DueSuccession[]> {
    return (await tx.query(
      `SELECT d."code", d."successor_code" AS "successorCode", d."closed_on"::text AS "closedOn",
         (SELECT "changed_by" FROM "department_history" h WHERE h."code" = d."code" ORDER BY "id" DESC LIMIT 1) AS "decidedBy"
       FROM "department" d
       WHERE d."closed_on" <= $1 AND d."successor_code" IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM "known_succession" k WHERE k."code" = d."code")
       ORDER BY d."closed_on", d."code"`,
      [today],
    )) as DueSuccession[];
  }

  /** Whose work has passed to their successor, by code. */
  async succeeded(tx: EntityManager): Promise<ReadonlySet<string>> {
    const rows = (await tx.query('SELECT "code" FROM "known_succession"')) as { code: string }[];
    return new Set(rows.map(({ code }) => code));
  }

  async write(tx: EntityManager, { before, after, by, at }: DepartmentChange): Promise<void> {
    await tx.upsert(DepartmentEntity, { ...after }, ['code']);
    await tx.insert(DepartmentHistoryEntity, {
      code: after.code,
      changedBy: by,
      changedAt: at,
      before: before as never,
      after: after as never,
    });
  }
}
