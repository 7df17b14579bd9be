import { type Deadlines, granted } from '@charter/deadlines';
import type { Step } from './desk';
import { promiseOf } from './domain/deadline-kinds';

/**
 * Lets the promises stand still that still run. One whose date has passed stays late: lateness is not mended by asking
 * for more.
 */
export async function pausePromises(
  { tx, open, now, act }: Pick<Step, 'tx' | 'open' | 'now' | 'act'>,
  deadlines: Deadlines,
  reason: string,
): Promise<void> {
  for (const { id, kind, state, dueAt } of open) {
    if (!promiseOf(kind) || state !== 'RUNNING' || dueAt! <= now) continue;
    granted(await deadlines.pause(tx, id, now, { ...act, reason }));
  }
}

/** Lets the promises run again that stood still. @returns the law's date from now on */
export async function resumePromises(
  { tx, complaint, open, now, act }: Pick<Step, 'tx' | 'complaint' | 'open' | 'now' | 'act'>,
  deadlines: Deadlines,
  reason: string,
): Promise<Date | null> {
  let law = open.find(({ id }) => id === complaint.statutoryId)?.dueAt ?? null;
  for (const { id, kind, state } of open) {
    if (!promiseOf(kind) || state !== 'PAUSED') continue;
    const running = granted(await deadlines.resume(tx, id, now, { ...act, reason }));
    if (id === complaint.statutoryId) law = running.dueAt;
  }
  return law;
}
