import { type DataSource, type EntityManager, In } from 'typeorm';
import type { KnownDepartment } from '../domain/department';
import type { ComplaintKind, ServiceItem } from '../domain/service-item';
import { KnownDepartmentEntity, ServiceItemEntity } from './catalogue.entity';

export interface ServiceItemFilter {
  readonly departmentCode?: string | null;
  readonly kind?: ComplaintKind | null;
  /** Only those in force on this day. */
  readonly inForceOn?: string | null;
}

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
    return (await tx.findOneBy(ServiceItemEntity, { code })) ?? undefined;
  }

  async department(tx: EntityManager, code: string): Promise<KnownDepartment | undefined> {
    return (await tx.findOneBy(KnownDepartmentEntity, { code })) ?? undefined;
  }

  async write(tx: EntityManager, item: ServiceItem): Promise<void> {
    await tx.upsert(ServiceItemEntity, { ...item } as ServiceItemEntity, ['code']);
  }

  async rememberDepartment(tx: EntityManager, department: KnownDepartment): Promise<void> {
    await tx.upsert(KnownDepartmentEntity, { ...department }, ['code']);
  }
}
