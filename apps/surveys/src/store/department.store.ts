import type { EntityManager } from 'typeorm';
import type { KnownDepartment } from '../domain/department';
import { KnownDepartmentEntity } from './department.entity';

/** What this service knows of departments: told by the charter service. */
export class DepartmentStore {
  async find(tx: EntityManager, code: string): Promise<KnownDepartment | undefined> {
    return (await tx.findOneBy(KnownDepartmentEntity, { code })) ?? undefined;
  }

  async remember(tx: EntityManager, department: KnownDepartment): Promise<void> {
    await tx.upsert(KnownDepartmentEntity, { ...department }, ['code']);
  }
}
