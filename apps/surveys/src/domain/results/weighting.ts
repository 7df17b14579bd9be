import type { Counted, Stratum } from './estimates';
import type { Dimension } from './group';

/** How many people the groups of a dimension stand for: answers are weighted so that the total is as the population. */
export interface Weighting {
  readonly dimension: Exclude<Dimension, 'TOTAL' | 'MONTH'>;
  readonly population: readonly { readonly group: string; readonly size: number }[];
}

/** What was counted in a group. */
export interface GroupCounts {
  readonly group: string;
  readonly n: number;
  readonly counted: readonly Counted[];
}

const keyOf = ({ item, value }: Counted): string => JSON.stringify([item, value]);

/** What the total leaves when the groups are taken away. */
function restOf(total: GroupCounts, groups: readonly GroupCounts[]): GroupCounts {
  const left = new Map(total.counted.map((counted) => [keyOf(counted), { ...counted }]));
  for (const counted of groups.flatMap((group) => group.counted)) left.get(keyOf(counted))!.n -= counted.n;
  const n = total.n - groups.reduce((sum, group) => sum + group.n, 0);
  return { group: '', n, counted: [...left.values()].filter((counted) => counted.n > 0) };
}

/**
 * The answers in strata, with weights that make the total stand for the population (post-stratification). Groups that are
 * not shown share one weight: weights of their own would, with the unweighted total, give away what was said in them.
 * @param shown what was counted in the groups that are shown
 * @returns the strata, whose weights make up n; and the share of the population that is in them. Undefined where no group
 * of the population answered.
 */
export function weighted(
  total: GroupCounts,
  shown: readonly GroupCounts[],
  { population }: Weighting,
): { readonly strata: readonly Stratum[]; readonly coverage: number } | undefined {
  const sizes = new Map(population.map(({ group, size }) => [group, size]));
  const own = shown.filter(({ group, n }) => n > 0 && sizes.has(group));
  const ownSize = own.reduce((sum, { group }) => sum + sizes.get(group)!, 0);
  const all = population.reduce((sum, { size }) => sum + size, 0);
  const rest = restOf(total, own);
  const parts = [
    ...own.map((group) => ({ ...group, size: sizes.get(group.group)! })),
    ...(rest.n > 0 && all > ownSize ? [{ ...rest, size: all - ownSize }] : []),
  ];
  const covered = parts.reduce((sum, { size }) => sum + size, 0);
  const answered = parts.reduce((sum, { n }) => sum + n, 0);
  if (covered === 0) return undefined;
  return {
    strata: parts.map(({ n, size, counted }) => ({ n, counted, weight: (size * answered) / (n * covered) })),
    coverage: covered / all,
  };
}
