import { isDeepStrictEqual } from 'node:util';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { StaleVersion } from '@charter/service';
import type { MeasuredBy, Standard, StandardCategory } from '../domain/standard';
import { StandardEntity, StandardHistoryEntity, fromStandard, toStandard } from './standard.entity';

export interface StandardFilter {
  readonly departmentCode?: string | null;
  /** True: only those of the whole city. False: only departments' own. */
  readonly common?: boolean | null;
  readonly category?: StandardCategory | null;
  readonly measuredBy?: MeasuredBy | null;
  /** Those that hold on this day. */
  readonly inForceOn: string;
}

export interface StandardChange {
  readonly standard: Standard;
  /** The version on which the change rests, where somebody has looked at it before. */
  readonly version: number | null;
  readonly by: string;
  readonly at: Date;
}

export class StandardStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The standards that hold on a day, by code. */
  list({ departmentCode, common, category, measuredBy, inForceOn }: StandardFilter): Promise<StandardEntity[]> {
    const query = this.dataSource.manager
      .createQueryBuilder(StandardEntity, 'standard')
      .where('standard.valid_from <= :inForceOn AND (standard.valid_to IS NULL OR standard.valid_to >= :inForceOn)', {
        inForceOn,
      })
      .orderBy('standard.code', 'ASC');
    if (departmentCode) query.andWhere('standard.department_code = :departmentCode', { departmentCode });
    if (typeof common === 'boolean') query.andWhere(`standard.department_code IS ${common ? '' : 'NOT '}NULL`);
    if (category) query.andWhere('standard.category = :category', { category });
    if (measuredBy) query.andWhere('standard.measured_by = :measuredBy', { measuredBy });
    return query.getMany();
  }

  /** The standards that hold on a day of these or on several, by code. */
  heldIn({ from, to }: { readonly from: string; readonly to: string }): Promise<StandardEntity[]> {
    return this.dataSource.manager
      .createQueryBuilder(StandardEntity, 'standard')
      .where('standard.valid_from <= :to AND (standard.valid_to IS NULL OR standard.valid_to >= :from)', { from, to })
      .orderBy('standard.code', 'ASC')
      .getMany();
  }

  /** In the order of the codes; undefined where there is none. One statement. */
  async byCodes(codes: readonly string[], tx = this.dataSource.manager): Promise<(StandardEntity | undefined)[]> {
    const found = await tx.findBy(StandardEntity, { code: In([...codes]) });
    return codes.map((code) => found.find((standard) => standard.code === code));
  }

  /** What each said from when on, the first first, in the order of the codes. One statement. */
  async historyOf(codes: readonly string[]): Promise<StandardHistoryEntity[][]> {
    const lines = await this.dataSource.manager.find(StandardHistoryEntity, {
      where: { code: In([...codes]) },
      order: { id: 'ASC' },
    });
    return codes.map((code) => lines.filter((line) => line.code === code));
  }

  /** The codes of a department's own standards that hold on a day or will after it. */
  async openOf(tx: EntityManager, departmentCode: string, on: string): Promise<string[]> {
    const found = await tx.find(StandardEntity, { where: { departmentCode }, order: { code: 'ASC' } });
    return found.filter(({ validTo }) => validTo === null || validTo >= on).map(({ code }) => code);
  }

  /** The standard as it is, to be written next: whoever writes the same code waits, also where there is none yet. */
  async lock(tx: EntityManager, code: string): Promise<StandardEntity | undefined> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('standard'), hashtext($1))`, [code]);
    return (await tx.findOneBy(StandardEntity, { code })) ?? undefined;
  }

  /**
   * Writes a standard that is locked, with a line of history.
   * @returns false when nothing was changed. @throws {StaleVersion} when it is at another version
   */
  async write(tx: EntityManager, before: StandardEntity | undefined, change: StandardChange): Promise<boolean> {
    const { standard, version, by, at } = change;
    if (version !== null && version !== (before?.version ?? 0)) throw new StaleVersion();
    if (before && isDeepStrictEqual(toStandard(before), standard)) return false;
    await tx.upsert(StandardEntity, { ...fromStandard(standard), version: (before?.version ?? 0) + 1 }, ['code']);
    await tx.insert(StandardHistoryEntity, {
      ...{ code: standard.code, changedBy: by, changedAt: at, after: standard as never },
    });
    return true;
  }
}
