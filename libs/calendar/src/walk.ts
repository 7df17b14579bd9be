import { type Day, HOUR_MS, correspondingDay, dayOf, endOf, lastDayOfMonth, startOf } from './days';
import { type Paused, isPausedDay } from './pauses';
import type { Count } from './period';
import { BLOCKS, type WorkingCalendar } from './working-calendar';

/** Hears of every stretch that counted, in order. `extended`: by an extension. `moved`: the working day after a last day that was none. */
export type Counted = (from: number, to: number, how: 'own' | 'extended' | 'moved') => void;

/** What a walk starts from, in milliseconds. */
export interface Start {
  readonly receivedAt: number;
  readonly effectiveStartAt: number;
}

/** Working hours run out block by block; paused instants are skipped. An end at the end of a block stays there. */
function walkHours(
  count: Extract<Count, { by: 'HOURS' }>,
  start: Start,
  pauses: readonly Paused[],
  calendar: WorkingCalendar,
  counted?: Counted,
): number {
  const extension = (count.total - count.own) * HOUR_MS;
  let left = count.total * HOUR_MS;
  const take = (from: number, to: number): number | undefined => {
    const end = Math.min(to, from + left);
    if (counted && end > from) {
      const ownUntil = Math.max(from, Math.min(end, from + left - extension));
      if (ownUntil > from) counted(from, ownUntil, 'own');
      if (end > ownUntil) counted(ownUntil, end, 'extended');
    }
    left -= end - from;
    return left === 0 ? end : undefined;
  };
  for (let day = dayOf(start.effectiveStartAt); ; day += 1) {
    if (!calendar.works(day)) continue;
    for (const block of BLOCKS) {
      const blockEnd = startOf(day) + block.to;
      let from = Math.max(startOf(day) + block.from, start.effectiveStartAt);
      for (const pause of pauses) {
        if (pause.to <= from || pause.from >= blockEnd) continue;
        const end = pause.from > from ? take(from, pause.from) : undefined;
        if (end !== undefined) return end;
        from = pause.to;
      }
      const end = from < blockEnd ? take(from, blockEnd) : undefined;
      if (end !== undefined) return end;
    }
  }
}

/** Working days, the day of the effective start being day 1; every day that a pause touches is skipped. */
function walkWorkingDays(
  count: Extract<Count, { by: 'WORKING_DAYS' }>,
  start: Start,
  pauses: readonly Paused[],
  calendar: WorkingCalendar,
  counted?: Counted,
): number {
  let done = 0;
  for (let day = dayOf(start.effectiveStartAt); ; day += 1) {
    if (!calendar.works(day) || (pauses.length > 0 && isPausedDay(pauses, day))) continue;
    done += 1;
    counted?.(Math.max(start.receivedAt, startOf(day)), endOf(day), done > count.own ? 'extended' : 'own');
    if (done === count.total) return endOf(day);
  }
}

/** The last day of a calendar period without pauses (민법 제160조). */
function calendarEnd(first: Day, unit: Extract<Count, { by: 'CALENDAR' }>['unit'], length: number): Day {
  if (unit === 'CALENDAR_DAYS') return first + length - 1;
  if (unit === 'WEEKS') return first + 7 * length - 1;
  const months = unit === 'YEARS' ? 12 * length : length;
  const corresponding = correspondingDay(first, months);
  return corresponding === undefined ? lastDayOfMonth(first, months) : corresponding - 1;
}

/**
 * Calendar periods: lengthened by each day that a pause touches, then moved off Saturdays and holidays (민법 제161조). A
 * pause that begins between that last day and the working day after it moves it on as well: nothing is due while it lasts.
 */
function walkCalendar(
  count: Extract<Count, { by: 'CALENDAR' }>,
  start: Start,
  pauses: readonly Paused[],
  calendar: WorkingCalendar,
  counted?: Counted,
): number {
  const first = count.firstDayCounts ? dayOf(start.effectiveStartAt) : dayOf(start.receivedAt) + 1;
  const own = calendarEnd(first, count.unit, count.own) - first + 1;
  const total = calendarEnd(first, count.unit, count.total) - first + 1;
  let last = first + total - 1;
  if (pauses.length > 0 || counted) {
    let done = 0;
    for (last = first - 1; done < total;) {
      last += 1;
      if (isPausedDay(pauses, last)) continue;
      done += 1;
      counted?.(Math.max(start.receivedAt, startOf(last)), endOf(last), done > own ? 'extended' : 'own');
    }
  }
  let due = calendar.workingDayFrom(last);
  while (due > last && isPausedDay(pauses, due)) due = calendar.workingDayFrom(due + 1);
  if (due > last) counted?.(startOf(due), endOf(due), 'moved');
  return endOf(due);
}

/** Walks a period to its end. @returns the due moment in milliseconds */
export function walk(
  count: Count,
  start: Start,
  pauses: readonly Paused[],
  calendar: WorkingCalendar,
  counted?: Counted,
): number {
  switch (count.by) {
    case 'HOURS':
      return walkHours(count, start, pauses, calendar, counted);
    case 'WORKING_DAYS':
      return walkWorkingDays(count, start, pauses, calendar, counted);
    case 'CALENDAR':
      return walkCalendar(count, start, pauses, calendar, counted);
  }
}
