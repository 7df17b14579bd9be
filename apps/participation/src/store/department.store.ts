import { type EntityManager, In } from 'typeorm';
import type { KnownDepartment } from '../domain/department';
import { KnownDepartmentEntity } from './department.entity';

/** What this service knows of departments: told by the charter service. */
export class DepartmentStore {
  async find(tx: EntityManager, code: string): Promise<KnownDepartment | undefined> {
    return (await tx.findOneBy(KnownDepartmentEntity, { code })) ?? undefined;
  }

  /** In the order of the codes; undefined where there is none. One statement. */
  async findAll(tx: EntityManager, codes: readonly string[]): Promise<(KnownDepartment | undefined)[]> {
    const found = await tx.findBy(KnownDepartmentEntity, { code: In([...codes]) });
    return codes.map((code) => found.find((department) => department.code === code));
  }

  async remember(tx: EntityManager, department: KnownDepartment): Promise<void> {
    await tx.upsert(KnownDepartmentEntity, { ...department }, ['code']);
  }
}
