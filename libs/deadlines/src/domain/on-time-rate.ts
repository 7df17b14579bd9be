/** Closed and late deadlines of a period. */
export interface OnTimeFigures {
  readonly closedInTime: number;
  readonly closed: number;
  readonly openLate: number;
}

/**
 * Closed in time ÷ (closed + open and late), from 0 to 1; null when there is nothing to rate. Any other rate would hide the
 * open late ones (charter platform, section 2).
 */
export const onTimeRate = ({ closedInTime, closed, openLate }: OnTimeFigures): number | null =>
  closed + openLate === 0 ? null : closedInTime / (closed + openLate);
