import { chiSquareTail } from './distributions';

/** Whether two questions have to do with each other. */
export interface Association {
  readonly n: number;
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** How probable such a table is where they have nothing to do with each other. */
  readonly pValue: number;
  /** Cramér's V: from 0, nothing, to 1, one answer tells the other. */
  readonly cramersV: number;
  /** Pearson's test wants at least 5 expected in most cells (Cochran 1954: 80 % of them, none under 1). */
  readonly reliable: boolean;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/**
 * Pearson's chi-square, without Yates' correction, and Cramér's V of a table of counts. Rows and columns without answers do
 * not count; null where fewer than two of either are left.
 */
export function association(table: readonly (readonly number[])[]): Association | null {
  const rows = table.filter((row) => sum(row) > 0);
  const columns = (rows[0] ?? [])
    .map((_, column) => sum(rows.map((row) => row[column]!)))
    .map((total, column) => ({ total, column }))
    .filter(({ total }) => total > 0);
  if (rows.length < 2 || columns.length < 2) return null;
  const n = sum(columns.map(({ total }) => total));
  const cells = rows.flatMap((row) =>
    columns.map(({ total, column }) => ({ observed: row[column]!, expected: (sum(row) * total) / n })),
  );
  const chiSquare = sum(cells.map(({ observed, expected }) => (observed - expected) ** 2 / expected));
  const degreesOfFreedom = (rows.length - 1) * (columns.length - 1);
  return {
    ...{ n, chiSquare, degreesOfFreedom },
    pValue: chiSquareTail(chiSquare, degreesOfFreedom),
    cramersV: Math.sqrt(chiSquare / (n * Math.min(rows.length - 1, columns.length - 1))),
    reliable:
      cells.every(({ expected }) => expected >= 1) &&
      cells.filter(({ expected }) => expected >= 5).length >= cells.length * 0.8,
  };
}
