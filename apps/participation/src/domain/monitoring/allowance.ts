/** What an accepted report earned, in KRW. */
export interface EarnedAllowance {
  readonly reportId: string;
  readonly allowance: number;
}

/** What a month earned one monitor. `earned`: before the limit; `amount`: what is owed. KRW. */
export interface AllowanceStatement {
  readonly reports: number;
  readonly earned: number;
  readonly amount: number;
}

/** States a month: each accepted report earns its allowance, up to the monthly limit. Pure. @param cap null: without limit */
export function stateAllowance(reports: readonly EarnedAllowance[], cap: number | null): AllowanceStatement {
  const earned = reports.reduce((sum, { allowance }) => sum + allowance, 0);
  return { reports: reports.length, earned, amount: cap === null ? earned : Math.min(earned, cap) };
}

/** The month before the month of a day, YYYY-MM. @param today YYYY-MM-DD */
export function monthBefore(today: string): string {
  const [year, month] = today.split('-').map(Number) as [number, number];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}
