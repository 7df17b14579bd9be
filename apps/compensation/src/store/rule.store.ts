import type { DataSource, EntityManager } from 'typeorm';
import type { Breach, Rule, SavedRule } from '../domain/rule';
import { RuleEntity } from './compensation.entity';

export class RuleStore {
  constructor(private readonly dataSource: DataSource) {}

  /** All versions, or those in force on a day. */
  list(inForceOn: string | null): Promise<Rule[]> {
    const query = this.dataSource.manager
      .createQueryBuilder(RuleEntity, 'rule')
      .orderBy('rule.code', 'ASC')
      .addOrderBy('rule.version', 'DESC');
    if (inForceOn)
      query.where('rule.valid_from <= :inForceOn AND (rule.valid_to IS NULL OR rule.valid_to >= :inForceOn)', {
        inForceOn,
      });
    return query.getMany();
  }

  /** All versions, locked: who changes the rules does it alone, so that no two are in force for one breach. */
  async lockAll(tx: EntityManager): Promise<Rule[]> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('compensation rules'))`);
    return tx.find(RuleEntity);
  }

  async write(tx: EntityManager, { rule, closed }: SavedRule): Promise<void> {
    if (closed)
      await tx.update(RuleEntity, { code: closed.code, version: closed.version }, { validTo: closed.validTo });
    await tx.insert(RuleEntity, { ...rule });
  }

  /** The rule in force for a breach on a day; there is at most one. */
  async inForce(tx: EntityManager, breach: Breach, day: string): Promise<Rule | undefined> {
    const found = await tx
      .createQueryBuilder(RuleEntity, 'rule')
      .where('rule.breach = :breach AND rule.valid_from <= :day AND (rule.valid_to IS NULL OR rule.valid_to >= :day)', {
        breach,
        day,
      })
      .getOne();
    return found ?? undefined;
  }
}
