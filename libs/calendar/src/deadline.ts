import { dayOf, yearOf } from './days';
import { type Paused, mergePauses } from './pauses';
import { type Count, type DeadlineInput, PeriodError, countOf } from './period';
import { type Counted, type Start, walk } from './walk';
import type { WorkingCalendar } from './working-calendar';

/** When something is due. */
export interface ComputedDeadline {
  /** The moment of receipt, or the next working moment after it. */
  readonly effectiveStartAt: Date;
  /** Null while a pause is open. */
  readonly dueAt: Date | null;
  /** Whether it rests on a year that the gazette has not announced. */
  readonly provisional: boolean;
}

/** A computed deadline with what its explanation needs. */
export interface Walked extends ComputedDeadline {
  readonly count: Count;
  readonly start: Start;
  readonly pauses: readonly Paused[];
  /** The pause that is still open when the period would have ended, if any. */
  readonly open: Paused | undefined;
}

/** @internal the walk that both the date and its explanation come from */
export function walkDeadline(input: DeadlineInput, calendar: WorkingCalendar, counted?: Counted): Walked {
  const count = countOf(input);
  const receivedAt = input.receivedAt.getTime();
  const merged = mergePauses(input.pauses ?? [], receivedAt);
  const closed = merged.filter(({ to }) => to !== Infinity);
  try {
    const start = { receivedAt, effectiveStartAt: calendar.nextOpen(receivedAt) };
    const due = walk(count, start, closed, calendar, counted);
    const open = merged.find(({ from, to }) => to === Infinity && from < due);
    let provisional = false;
    for (let year = yearOf(dayOf(receivedAt)); year <= yearOf(dayOf(due - 1)); year += 1)
      provisional ||= calendar.isProvisional(year);
    return {
      effectiveStartAt: new Date(start.effectiveStartAt),
      dueAt: open ? null : new Date(due),
      provisional,
      count,
      start,
      pauses: merged,
      open,
    };
  } catch (error) {
    if (error instanceof RangeError && !(error instanceof PeriodError))
      throw new PeriodError('receivedAt', error.message);
    throw error;
  }
}

/**
 * When something is due by the law's own calendar (민원 처리에 관한 법률 제19조, 시행령 제19조; 행정절차법 시행령 제11조; 민법 제156조–제161조).
 * @throws {PeriodError} for a period, pause or extension that cannot be counted, or a moment outside 2006–2050
 */
export function computeDeadline(input: DeadlineInput, calendar: WorkingCalendar): ComputedDeadline {
  const { effectiveStartAt, dueAt, provisional } = walkDeadline(input, calendar);
  return { effectiveStartAt, dueAt, provisional };
}
