import { type Day, dayOf } from './days';
import { type Pause, PeriodError } from './period';

/** A stretch that does not count, in milliseconds; `to` is Infinity while it is open. */
export interface Paused {
  readonly from: number;
  readonly to: number;
}

/**
 * The pauses in order, those that overlap or touch made one. What had ended at receipt is left out: no period ran yet.
 * @param receivedAt milliseconds since the epoch
 * @throws {PeriodError} for one that ends before it begins
 */
export function mergePauses(pauses: readonly Pause[], receivedAt: number): readonly Paused[] {
  if (pauses.length === 0) return [];
  const sorted = pauses
    .map(({ from, to }, index) => {
      const paused = { from: from.getTime(), to: to ? to.getTime() : Infinity };
      if (Number.isNaN(paused.from) || Number.isNaN(paused.to))
        throw new PeriodError(`pauses.${index}`, 'A pause needs real moments.');
      if (paused.to < paused.from) throw new PeriodError(`pauses.${index}.to`, 'A pause ends before it begins.');
      return paused;
    })
    .filter(({ from, to }) => from >= receivedAt || to > receivedAt)
    .sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const paused of sorted) {
    const last = merged.at(-1);
    if (last && paused.from <= last.to) last.to = Math.max(last.to, paused.to);
    else merged.push({ ...paused });
  }
  return merged;
}

/** Whether a pause touches a day: its first and last day are whole days that do not count. */
export const isPausedDay = (pauses: readonly Paused[], day: Day): boolean =>
  pauses.some(({ from, to }) => dayOf(from) <= day && (to === Infinity || day <= dayOf(to)));
