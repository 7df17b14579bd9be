import type { Weighting } from './weighting';

/** A part of a sample: of how many it was drawn. */
export interface DrawnGroup {
  readonly departmentCode: string | null;
  readonly population: number;
}

/** What a sample stands for: as many people as it was drawn of, and answers weighted as the departments served. */
export interface Design {
  readonly population: number;
  readonly weighting: Weighting;
}

/** The design of a sample that was drawn of these groups. Those of several departments weigh with what is not told apart. */
export function designOf(groups: readonly DrawnGroup[]): Design | undefined {
  const sizes = new Map<string, number>();
  for (const { departmentCode, population } of groups)
    sizes.set(departmentCode ?? '', (sizes.get(departmentCode ?? '') ?? 0) + population);
  const population = [...sizes].map(([group, size]) => ({ group, size }));
  const all = population.reduce((sum, { size }) => sum + size, 0);
  return all > 0 ? { population: all, weighting: { dimension: 'DEPARTMENT', population } } : undefined;
}
