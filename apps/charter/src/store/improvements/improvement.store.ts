import { type DataSource, type EntityManager, In } from 'typeorm';
import { guardedUpdate } from '@charter/service';
import { ImprovementEntity, ImprovementHistoryEntity, ImprovementProgressEntity } from './improvement.entity';

/** A step as its line of history has it. */
export interface StepLine {
  readonly step: string;
  readonly by: string;
  readonly at: Date;
  readonly said?: string | null;
}

/** Improvement actions: rows, steps, reports. Lists are read by `ImprovementLists`. */
export class ImprovementStore {
  constructor(private readonly dataSource: DataSource) {}

  async insert(tx: EntityManager, action: Omit<ImprovementEntity, 'version'>, line: StepLine): Promise<void> {
    await tx.insert(ImprovementEntity, action);
    await this.remember(tx, action.id, null, action.status, line);
  }

  /** Locked until the transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<ImprovementEntity | undefined> {
    const found = await tx.findOne(ImprovementEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
    return found ?? undefined;
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(
    ids: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<(ImprovementEntity | undefined)[]> {
    const found = await tx.findBy(ImprovementEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((action) => action.id === id));
  }

  /** Writes a step of an action that was read at its version, with its line of history. @throws {StaleVersion} */
  async step(
    tx: EntityManager,
    action: ImprovementEntity,
    changes: Partial<ImprovementEntity>,
    line: StepLine,
  ): Promise<void> {
    await guardedUpdate(tx, ImprovementEntity, action, changes as never);
    await this.remember(tx, action.id, action.status, changes.status ?? action.status, line);
  }

  async report(tx: EntityManager, progress: Omit<ImprovementProgressEntity, 'id'>): Promise<void> {
    await tx.insert(ImprovementProgressEntity, progress);
  }

  /** The reports of each action, oldest first, in the order of the ids. One statement. */
  async progressOf(ids: readonly string[]): Promise<ImprovementProgressEntity[][]> {
    const found = await this.dataSource.manager.find(ImprovementProgressEntity, {
      where: { actionId: In([...ids]) },
      order: { id: 'ASC' },
    });
    return ids.map((id) => found.filter(({ actionId }) => actionId === id));
  }

  /** The steps of each action, oldest first, in the order of the ids. One statement. */
  async historyOf(ids: readonly string[]): Promise<ImprovementHistoryEntity[][]> {
    const found = await this.dataSource.manager.find(ImprovementHistoryEntity, {
      where: { actionId: In([...ids]) },
      order: { id: 'ASC' },
    });
    return ids.map((id) => found.filter(({ actionId }) => actionId === id));
  }

  private async remember(
    tx: EntityManager,
    actionId: string,
    fromStatus: ImprovementEntity['status'] | null,
    toStatus: ImprovementEntity['status'],
    { step, by, at, said = null }: StepLine,
  ): Promise<void> {
    await tx.insert(ImprovementHistoryEntity, {
      ...{ actionId, changedBy: by, changedAt: at, fromStatus, toStatus, step, said },
    });
  }
}
