import type { ServiceName } from '@charter/contracts';
import { COMPLAINT_FIGURES, type ComplaintFigures, type DepartmentFigures, FIGURES } from '../figures';
import type { Reading } from '../graph';
import { type Visit, periodOf } from '../visit';

interface DepartmentRow extends DepartmentFigures {
  readonly code: string;
  readonly name: string;
}
export interface MonthRow {
  /** Such as 2026-11. */
  readonly key: string;
  readonly performance: ComplaintFigures;
}
interface YearAnswer {
  readonly departments: readonly DepartmentRow[] | null;
  readonly complaintStatistics: readonly MonthRow[] | null;
}

const YEAR_FIGURES = `query CharterYear($period: PeriodInput!) {
  departments { code name ${FIGURES} }
  complaintStatistics(groupBy: MONTH, period: $period) {
    key performance { ${COMPLAINT_FIGURES} }
  }
}`;

/** The services whose figures a year has, in the order in which they are shown. */
const OWNERS: readonly ServiceName[] = ['charter', 'complaints', 'surveys', 'compensation', 'participation'];

/** The figures of all departments in a year; of those that had nothing to do, none. */
export interface YearFigures {
  readonly year: number;
  readonly departments: readonly DepartmentRow[];
  readonly months: readonly MonthRow[];
  /** The services that do not answer. */
  readonly lost: readonly ServiceName[];
  readonly isWhole: boolean;
}

const hasAny = ({
  complaintPerformance,
  satisfaction,
  compensationPaid,
  proposalPerformance,
}: DepartmentRow): boolean =>
  [complaintPerformance?.received, satisfaction?.n, compensationPaid?.count, proposalPerformance?.received].some(
    (count) => count === undefined || count > 0,
  );

/** Reads a year. */
export async function readYear(visit: Visit, year: number): Promise<YearFigures> {
  const reading: Reading<YearAnswer> = await visit.read(YEAR_FIGURES, { period: periodOf(year) });
  const { departments, complaintStatistics } = reading.data;
  return {
    year,
    departments: (departments ?? []).filter(hasAny),
    months: complaintStatistics ?? [],
    lost: OWNERS.filter((service) => reading.lost(service)),
    isWhole: reading.isWhole,
  };
}

/** Adds up what each department has; null where one of them is not known. */
export function total<T>(
  { departments }: YearFigures,
  part: (department: DepartmentRow) => T | null,
  count: (figures: T) => number,
): number | null {
  const parts = departments.map(part);
  const known = parts.filter((one) => one !== null);
  return departments.length === 0 || known.length < parts.length
    ? null
    : known.reduce((sum, one) => sum + count(one), 0);
}
