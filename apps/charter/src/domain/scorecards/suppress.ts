import { SMALLEST_GROUP } from './figure';

/** The cases of one department in one column of the scorecard. */
export interface Cell {
  readonly key: string;
  readonly n: number;
}

export interface Hidden {
  /** The departments that are not shown. */
  readonly keys: ReadonlySet<string>;
  /** Whether the total is not shown either. */
  readonly total: boolean;
}

/**
 * What of one column is not shown: departments of fewer than five cases, and, where a total stands beside them, so many more
 * that the total less all that is shown is still of five or more. The smallest others go first, then the total. Departments
 * without a case have nothing to hide.
 * @param also departments that are not shown for another reason
 */
export function hide(cells: readonly Cell[], withTotal: boolean, also: ReadonlySet<string> = new Set()): Hidden {
  const some = cells.filter(({ n }) => n > 0);
  const keys = new Set(some.filter(({ key, n }) => n < SMALLEST_GROUP || also.has(key)).map(({ key }) => key));
  if (keys.size === 0 || !withTotal) return { keys, total: false };
  const hidden = (): number => some.reduce((sum, { key, n }) => sum + (keys.has(key) ? n : 0), 0);
  const others = some.filter(({ key }) => !keys.has(key)).sort((a, b) => a.n - b.n || (a.key < b.key ? -1 : 1));
  for (const { key } of others) {
    if (hidden() >= SMALLEST_GROUP) break;
    keys.add(key);
  }
  return { keys, total: hidden() < SMALLEST_GROUP };
}
