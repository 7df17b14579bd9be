import type { DataSource, EntityManager } from 'typeorm';
import type { SavedRule } from '../domain/decide-rule';
import type { Breach, Rule } from '../domain/rule';
import { RuleEntity } from './compensation.entity';

/** Which versions of which rules. */
export interface RuleFilter {
  readonly inForceOn?: string | null;
  readonly breach?: Breach | null;
}

const IN_FORCE = 'rule.valid_from <= :day AND (rule.valid_to IS NULL OR rule.valid_to >= :day)';

export class RuleStore {
  constructor(private readonly dataSource: DataSource) {}

  /** By code, the newest version first. */
  list({ inForceOn, breach }: RuleFilter): Promise<RuleEntity[]> {
    const query = this.dataSource.manager
      .createQueryBuilder(RuleEntity, 'rule')
      .orderBy('rule.code', 'ASC')
      .addOrderBy('rule.version', 'DESC');
    if (inForceOn) query.andWhere(IN_FORCE, { day: inForceOn });
    if (breach) query.andWhere('rule.breach = :breach', { breach });
    return query.getMany();
  }

  /** The rules in force on a day that back each standard, by code. One statement. */
  async ofStandards(standardCodes: readonly string[], day: string): Promise<RuleEntity[][]> {
    const found = await this.dataSource.manager
      .createQueryBuilder(RuleEntity, 'rule')
      .where('rule.standard_codes && :codes::text[]', { codes: [...standardCodes] })
      .andWhere(IN_FORCE, { day })
      .orderBy('rule.code', 'ASC')
      .getMany();
    return standardCodes.map((code) => found.filter((rule) => rule.standardCodes.includes(code)));
  }

  version(code: string, version: number, tx = this.dataSource.manager): Promise<RuleEntity> {
    return tx.findOneByOrFail(RuleEntity, { code, version });
  }

  /** All versions, locked: who changes the rules does it alone, so that no two are in force for one breach. */
  async lockAll(tx: EntityManager): Promise<Rule[]> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('compensation rules'))`);
    return tx.find(RuleEntity);
  }

  async write(tx: EntityManager, { rule, closed }: SavedRule, savedBy: string, savedAt: Date): Promise<void> {
    if (closed)
      await tx.update(RuleEntity, { code: closed.code, version: closed.version }, { validTo: closed.validTo });
    const lateness = rule.lateness?.map((step) => ({ ...step })) ?? null;
    const distance = rule.distance?.map((band) => ({ ...band })) ?? null;
    await tx.insert(RuleEntity, {
      ...rule,
      lateness,
      distance,
      exclusions: [...rule.exclusions],
      standardCodes: [...rule.standardCodes],
      savedBy,
      savedAt,
    });
  }

  /** The rule in force for a breach on a day; there is at most one. */
  async inForce(tx: EntityManager, breach: Breach, day: string): Promise<Rule | undefined> {
    const found = await tx
      .createQueryBuilder(RuleEntity, 'rule')
      .where('rule.breach = :breach', { breach })
      .andWhere(IN_FORCE, { day })
      .getOne();
    return found ?? undefined;
  }
}
