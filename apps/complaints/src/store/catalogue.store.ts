import { type DataSource, type EntityManager, In } from 'typeorm';
import type { KnownDepartment } from '../domain/department';
import { type ComplaintKind, type ServiceItem, isServiceCode } from '../domain/service-item';
import { KnownDepartmentEntity, ServiceItemEntity, ServiceItemHistoryEntity } from './catalogue.entity';

export interface ServiceItemFilter {
  readonly departmentCode?: string | null;
  readonly kind?: ComplaintKind | null;
  /** Only those in force on this day. */
  readonly inForceOn?: string | null;
}

/** A department, and who carries on what it had when it was closed. */
export interface DepartmentWithSuccessor {
  readonly department: KnownDepartment | undefined;
  readonly successor: KnownDepartment | undefined;
}

/** The services of the catalogue, and the departments that offer them. */
export class CatalogueStore {
  constructor(private readonly dataSource: DataSource) {}

  list({ departmentCode, kind, inForceOn }: ServiceItemFilter): Promise<ServiceItemEntity[]> {
    const query = this.dataSource.manager.createQueryBuilder(ServiceItemEntity, 'item').orderBy('item.code', 'ASC');
    if (departmentCode) query.andWhere('item.department_code = :departmentCode', { departmentCode });
    if (kind) query.andWhere('item.kind = :kind', { kind });
    if (inForceOn)
      query.andWhere('item.valid_from <= :inForceOn AND (item.valid_to IS NULL OR item.valid_to >= :inForceOn)', {
        inForceOn,
      });
    return query.getMany();
  }

  /** In the order of the codes. One statement. */
  async byCodes(codes: readonly string[]): Promise<ServiceItemEntity[]> {
    const found = await this.dataSource.manager.findBy(ServiceItemEntity, { code: In([...codes]) });
    return codes.map((code) => found.find((item) => item.code === code)!);
  }

  async find(tx: EntityManager, code: string): Promise<ServiceItemEntity | undefined> {
    return isServiceCode(code) ? ((await tx.findOneBy(ServiceItemEntity, { code })) ?? undefined) : undefined;
  }

  async department(tx: EntityManager, code: string): Promise<DepartmentWithSuccessor> {
    const [department] = await tx.findBy(KnownDepartmentEntity, { code });
    const successor = department?.successorCode
      ? ((await tx.findOneBy(KnownDepartmentEntity, { code: department.successorCode })) ?? undefined)
      : undefined;
    return { department, successor };
  }

  /** Writes a service and its line of history; whoever changes the same one waits. */
  async write(tx: EntityManager, item: ServiceItem, by: string, at: Date): Promise<void> {
    const { code } = item;
    const before = await tx.findOne(ServiceItemEntity, { where: { code }, lock: { mode: 'pessimistic_write' } });
    await tx.upsert(ServiceItemEntity, { ...item } as ServiceItemEntity, ['code']);
    await tx.insert(ServiceItemHistoryEntity, {
      ...{ code, changedBy: by, changedAt: at, before: before as never, after: item as never },
    });
  }

  /** Keeps what the charter service said of a department, unless it has said something newer. */
  async rememberDepartment(tx: EntityManager, department: KnownDepartment, asOf: Date): Promise<void> {
    const { code, nameKo, nameEn, closedOn, successorCode } = department;
    await tx.query(
      `INSERT INTO "known_department" ("code", "name_ko", "name_en", "closed_on", "successor_code", "as_of")
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT ("code") DO UPDATE SET "name_ko" = excluded."name_ko", "name_en" = excluded."name_en",
         "closed_on" = excluded."closed_on", "successor_code" = excluded."successor_code", "as_of" = excluded."as_of"
       WHERE "known_department"."as_of" <= excluded."as_of"`,
      [code, nameKo, nameEn, closedOn, successorCode, asOf],
    );
  }
}
