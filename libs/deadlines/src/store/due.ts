import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { DeadlineEntity } from './deadline.entity';

export interface DueQuery {
  readonly now: Date;
  readonly limit: number;
  /** These alone. */
  readonly only?: readonly string[];
  /** Not these. */
  readonly except?: readonly string[];
}

/** The deadlines whose moment has come, longest due first, locked; those that another sweep holds are passed over. */
export function dueDeadlines(
  tx: EntityManager,
  { now, limit, only, except }: DueQuery,
): SelectQueryBuilder<DeadlineEntity> {
  const query = tx
    .createQueryBuilder(DeadlineEntity, 'deadline')
    .where('deadline.next_action_at <= :now', { now })
    .orderBy('deadline.next_action_at')
    .addOrderBy('deadline.id')
    .limit(limit)
    .setLock('for_no_key_update')
    .setOnLocked('skip_locked');
  if (only) query.andWhere('deadline.id = ANY(:only)', { only });
  if (except?.length) query.andWhere('NOT deadline.id = ANY(:except)', { except });
  return query;
}
