import { isDeepStrictEqual } from 'node:util';
import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Message } from '@charter/contracts';
import type { KnownDepartment } from '../domain/department';
import { fitVersion, versionOn } from '../domain/catalogue/versions';
import { type ComplaintKind, type ServiceItem, isServiceCode } from '../domain/service-item';
import {
  KnownDepartmentEntity,
  ServiceCodeEntity,
  ServiceItemEntity,
  ServiceItemHistoryEntity,
} from './catalogue.entity';

export interface ServiceItemFilter {
  readonly departmentCode?: string | null;
  readonly kind?: ComplaintKind | null;
  /** Words that all have to occur in the code, a name or the guidance. */
  readonly search?: string | null;
  /** The version that is in force on this day. */
  readonly inForceOn: string;
}

/** A department, and who carries on what it had when it was closed. */
export interface DepartmentWithSuccessor {
  readonly department: KnownDepartment | undefined;
  readonly successor: KnownDepartment | undefined;
}

/** What a write did to a version. */
export type Written = 'ADDED' | 'CHANGED' | 'UNCHANGED';

const MOST_WORDS = 10;
const wordsOf = (search: string): string[] => search.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);

/** The services of the catalogue, and the departments that offer them. */
export class CatalogueStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Each service that is offered on the day, in the version of that day, by code. */
  list({ departmentCode, kind, search, inForceOn }: ServiceItemFilter): Promise<ServiceItemEntity[]> {
    const query = this.dataSource.manager
      .createQueryBuilder(ServiceItemEntity, 'item')
      .where('item.valid_from <= :inForceOn AND (item.valid_to IS NULL OR item.valid_to >= :inForceOn)', { inForceOn })
      .orderBy('item.code', 'ASC');
    if (departmentCode) query.andWhere('item.department_code = :departmentCode', { departmentCode });
    if (kind) query.andWhere('item.kind = :kind', { kind });
    for (const [index, word] of wordsOf(search ?? '').entries())
      query.andWhere(
        `concat_ws(' ', item.code, item.name_ko, item.name_en, item.guidance_ko, item.guidance_en) ILIKE :word${index}`,
        { [`word${index}`]: `%${word.replace(/[\\%_]/g, '\\$&')}%` },
      );
    return query.getMany();
  }

  /** Every version of every service, by code and first day; with a day, those that are in force on it. */
  all(inForceOn: string | null): Promise<ServiceItemEntity[]> {
    if (inForceOn) return this.list({ inForceOn });
    return this.dataSource.manager.find(ServiceItemEntity, { order: { code: 'ASC', validFrom: 'ASC' } });
  }

  /** Every version of each service, the first first, in the order of the codes. One statement. */
  async versionsOf(codes: readonly string[]): Promise<ServiceItemEntity[][]> {
    const found = await this.dataSource.manager.find(ServiceItemEntity, {
      where: { code: In([...codes]) },
      order: { validFrom: 'ASC' },
    });
    return codes.map((code) => found.filter((item) => item.code === code));
  }

  /** The version that holds on a day, ended or not; undefined where there is no such service. */
  async find(tx: EntityManager, code: string, day: string): Promise<ServiceItemEntity | undefined> {
    return isServiceCode(code) ? versionOn(await tx.findBy(ServiceItemEntity, { code }), day) : undefined;
  }

  /** The names of all departments, by code. */
  async departmentNames(): Promise<Map<string, Message>> {
    const known = await this.dataSource.manager.find(KnownDepartmentEntity);
    return new Map(known.map(({ code, nameKo, nameEn }) => [code, { ko: nameKo, en: nameEn }]));
  }

  async department(tx: EntityManager, code: string): Promise<DepartmentWithSuccessor> {
    const [department] = await tx.findBy(KnownDepartmentEntity, { code });
    const successor = department?.successorCode
      ? ((await tx.findOneBy(KnownDepartmentEntity, { code: department.successorCode })) ?? undefined)
      : undefined;
    return { department, successor };
  }

  /**
   * Writes a version of a service between the others, with a line of history for each that changed; whoever changes the same
   * service waits.
   */
  async write(tx: EntityManager, item: ServiceItem, by: string, at: Date): Promise<Written> {
    const { code } = item;
    await tx.createQueryBuilder().insert().into(ServiceCodeEntity).values({ code }).orIgnore().execute();
    await tx.findOneOrFail(ServiceCodeEntity, { where: { code }, lock: { mode: 'for_no_key_update' } });
    const versions = await tx.findBy(ServiceItemEntity, { code });
    const { version, shortened } = fitVersion(item, versions);
    const before = versions.find(({ validFrom }) => validFrom === version.validFrom);
    if (before && isDeepStrictEqual({ ...before }, { ...version })) return 'UNCHANGED';
    if (shortened) {
      const { validFrom, validTo } = shortened;
      const whole = versions.find((each) => each.validFrom === validFrom)!;
      await tx.update(ServiceItemEntity, { code, validFrom }, { validTo });
      await this.remember(tx, whole, shortened, by, at);
    }
    await tx.upsert(ServiceItemEntity, { ...version } as ServiceItemEntity, ['code', 'validFrom']);
    await this.remember(tx, before ?? null, version, by, at);
    return before ? 'CHANGED' : 'ADDED';
  }

  /** A closed department's services are its successor's from a day on: a version of their own, and a line of history. */
  async passOn(
    tx: EntityManager,
    { from, to, on, by, at }: { from: string; to: string; on: string; by: string; at: Date },
  ): Promise<void> {
    const left = await tx.findBy(ServiceItemEntity, { departmentCode: from });
    for (const item of left) {
      if (item.validTo !== null && item.validTo < on) continue;
      const validFrom = item.validFrom < on ? on : item.validFrom;
      await this.write(tx, { ...item, departmentCode: to, validFrom }, by, at);
    }
  }

  private async remember(
    tx: EntityManager,
    before: ServiceItem | null,
    after: ServiceItem,
    by: string,
    at: Date,
  ): Promise<void> {
    await tx.insert(ServiceItemHistoryEntity, {
      ...{ code: after.code, changedBy: by, changedAt: at, before: before as never, after: after as never },
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
