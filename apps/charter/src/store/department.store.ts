import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Department } from '../domain/department';
import { DepartmentEntity, DepartmentHistoryEntity } from './department.entity';

export interface DepartmentChange {
  readonly before: Department | null;
  readonly after: Department;
  readonly by: string;
  readonly at: Date;
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

  /** Everything, locked: who changes the tree does it alone, so that two changes cannot close a loop together. */
  async lockTree(tx: EntityManager): Promise<DepartmentEntity[]> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('department tree'))`);
    return tx.find(DepartmentEntity);
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
