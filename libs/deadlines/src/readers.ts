import { type EntityManager, In } from 'typeorm';
import type { Deadline } from './domain/deadline';
import { keepHolidays } from './store/declared-holidays';
import { DeadlineEntity, DeadlineHistoryEntity, toDeadline } from './store/deadline.entity';

/** The deadlines of some subjects, in the order in which they are due. One statement. */
export async function deadlinesOf(tx: EntityManager, subjectIds: readonly string[]): Promise<Deadline[]> {
  const rows = await tx.find(DeadlineEntity, {
    where: { subjectId: In([...subjectIds]) },
    order: { dueAt: 'ASC', id: 'ASC' },
  });
  return rows.map(toDeadline);
}

/**
 * The same, locked until the transaction ends, in the order in which every writer locks them: who changes several at once and
 * a holiday that moves them all wait for each other, and never for ever.
 */
export async function lockDeadlinesOf(tx: EntityManager, subjectIds: readonly string[]): Promise<Deadline[]> {
  await keepHolidays(tx);
  const rows = await tx.find(DeadlineEntity, {
    where: { subjectId: In([...subjectIds]) },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
  return rows.map(toDeadline);
}

/** Deadlines by their ids, in no order; those that do not exist are left out. One statement. */
export async function deadlinesById(tx: EntityManager, ids: readonly string[]): Promise<Deadline[]> {
  return (await tx.findBy(DeadlineEntity, { id: In([...ids]) })).map(toDeadline);
}

/** One deadline; undefined when there is none. */
export const findDeadline = async (tx: EntityManager, id: string): Promise<Deadline | undefined> =>
  (await deadlinesById(tx, [id]))[0];

/** The history of some deadlines, oldest first. One statement. */
export const historyOf = (tx: EntityManager, deadlineIds: readonly string[]): Promise<DeadlineHistoryEntity[]> =>
  tx.find(DeadlineHistoryEntity, { where: { deadlineId: In([...deadlineIds]) }, order: { id: 'ASC' } });
