import type { DataSource, EntityManager } from 'typeorm';
import { type Caller, type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import { SavedFilterEntity } from './saved-filter.entity';

const BY_NAME: ListOrder = {
  name: 'saved filters by name',
  direction: 'ASC',
  columns: [
    { expression: 'saved.name', type: 'text' },
    { expression: 'saved.id', type: 'uuid' },
  ],
};

/** One's own, and those that one's department shares. */
const maySeeFilter = (caller: Caller, { ownerId, shared, departmentCode }: SavedFilterEntity): boolean =>
  ownerId === caller.id || (shared && departmentCode === caller.departmentCode);

/** The filters that people keep. */
export class SavedFilterStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  page({ id, departmentCode }: Caller, page: Page): Promise<Connection<SavedFilterEntity>> {
    const query = this.dataSource.manager
      .createQueryBuilder(SavedFilterEntity, 'saved')
      .where('(saved.owner_id = :id OR (saved.shared AND saved.department_code = :departmentCode))', {
        ...{ id, departmentCode: departmentCode ?? null },
      });
    return keysetPage(query, BY_NAME, page, this.cursors);
  }

  /** Undefined where there is none, or none that the caller may see. */
  async find(
    id: string,
    caller: Caller,
    tx: EntityManager = this.dataSource.manager,
    lock = false,
  ): Promise<SavedFilterEntity | undefined> {
    const found = await tx.findOne(SavedFilterEntity, {
      where: { id },
      ...(lock && { lock: { mode: 'for_no_key_update' as const } }),
    });
    return found && maySeeFilter(caller, found) ? found : undefined;
  }

  /** How many somebody keeps; whoever of them adds one at the same moment waits. */
  async countLocked(tx: EntityManager, ownerId: string): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(330, hashtext($1))`, [ownerId]);
    return tx.countBy(SavedFilterEntity, { ownerId });
  }
}
