import type { DataSource, EntityManager } from 'typeorm';
import {
  type Clock,
  type Connection,
  type Cursors,
  type ListOrder,
  type Page,
  type Person,
  keysetPage,
} from '@charter/service';
import { AdminActionEntity } from './notice.entity';

const NEWEST: ListOrder = {
  name: 'actions of administrators by newness',
  direction: 'DESC',
  columns: [{ expression: 'action.id', type: 'bigint' }],
};

/** Which lines of the record: all that is given must hold. `from` is included, `to` is not. */
export interface AdminActionFilter {
  readonly action?: string | null;
  readonly actorId?: string | null;
  readonly queue?: string | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
}

/** The record of what administrators did: append-only. */
export class AdminActionStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** Writes a line in the transaction that does what it says. `details` are no personal data. */
  async note(tx: EntityManager, by: Person, action: string, details: object): Promise<void> {
    await tx.insert(AdminActionEntity, { personId: by.id, actedAt: this.clock.now(), action, details });
  }

  /** For what no transaction can hold: nothing is done without its line, which is written first; a second one says when it could not be done. */
  async around<T>(by: Person, action: string, details: object, work: () => Promise<T>): Promise<T> {
    const { manager } = this.dataSource;
    await this.note(manager, by, action, details);
    try {
      return await work();
    } catch (error) {
      await this.note(manager, by, action, { ...details, failed: (error as Error).message });
      throw error;
    }
  }

  /** Newest first. @throws BAD_USER_INPUT for a page that is none */
  list({ action, actorId, queue, from, to }: AdminActionFilter, page: Page): Promise<Connection<AdminActionEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(AdminActionEntity, 'action').where('true');
    if (action) query.andWhere('action.action = :action', { action });
    if (actorId) query.andWhere('action.person_id = :actorId', { actorId });
    if (queue) query.andWhere(`action.details ->> 'queue' = :queue`, { queue });
    if (from) query.andWhere('action.acted_at >= :from', { from });
    if (to) query.andWhere('action.acted_at < :to', { to });
    return keysetPage(query, NEWEST, page, this.cursors);
  }
}
