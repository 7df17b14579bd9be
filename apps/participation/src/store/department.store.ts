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

  /** Takes what the charter service says of a department; what is older than its last word on it changes nothing. */
  async remember(tx: EntityManager, { code, closedOn, successorCode }: KnownDepartment, asOf: Date): Promise<void> {
    await tx.query(
      `INSERT INTO "known_department" AS d ("code", "closed_on", "successor_code", "as_of") VALUES ($1, $2, $3, $4)
       ON CONFLICT ("code") DO UPDATE SET
         "closed_on" = excluded."closed_on", "successor_code" = excluded."successor_code", "as_of" = excluded."as_of"
       WHERE d."as_of" <= excluded."as_of"`,
      [code, closedOn, successorCode, asOf],
    );
  }
}
