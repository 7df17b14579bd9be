/** Citizens served by one department over one channel. */
export interface Stratum {
  readonly departmentCode: string;
  readonly channel: string;
  readonly population: number;
}

/** A part of a sample: what an invitation in it says about its citizen. Null: of several departments, or over several channels. */
export interface SampleGroup {
  readonly departmentCode: string | null;
  readonly channel: string | null;
  readonly population: number;
  readonly drawn: number;
  readonly strata: readonly Stratum[];
}

type Group = Omit<SampleGroup, 'drawn'>;

/** So many at least are drawn together: what an answer tells of its group holds for at least as many people. */
export const SMALLEST_GROUP = 5;

const populationOf = (parts: readonly { readonly population: number }[]): number =>
  parts.reduce((sum, { population }) => sum + population, 0);

const merged = (groups: readonly Group[], departmentCode: string | null): Group => ({
  departmentCode,
  channel: null,
  population: populationOf(groups),
  strata: groups.flatMap(({ strata }) => strata),
});

/**
 * Keeps the groups that are large enough and puts the others together. What is put together and still too small takes the smallest of
 * the large ones in.
 */
function gathered(
  groups: readonly Group[],
  departmentCode: string | null,
  isLarge: (group: Group) => boolean,
): Group[] {
  const large = groups.filter(isLarge).toSorted((a, b) => a.population - b.population);
  const small = groups.filter((group) => !isLarge(group));
  while (small.length > 0 && !isLarge(merged(small, departmentCode)) && large.length > 0) small.push(large.shift()!);
  return small.length > 0 ? [...large, merged(small, departmentCode)] : large;
}

const byDepartment = (groups: readonly Group[]): Group[][] => {
  const found = new Map<string, Group[]>();
  for (const group of groups) found.set(group.departmentCode!, [...(found.get(group.departmentCode!) ?? []), group]);
  return [...found.values()];
};

const nameOf = ({ departmentCode, channel }: Pick<Group, 'departmentCode' | 'channel'>): string =>
  JSON.stringify([departmentCode, channel]);

/** Whole numbers in proportion that make the whole (largest remainder; of equal ones the first by name). */
function allocated(groups: readonly Group[], size: number): SampleGroup[] {
  const total = populationOf(groups);
  const exact = groups.map((group) => (total === 0 ? 0 : (size * group.population) / total));
  const left = size - exact.reduce((sum, share) => sum + Math.floor(share), 0);
  const order = groups
    .map((group, index) => ({ index, rest: exact[index]! % 1, name: nameOf(group) }))
    .toSorted((a, b) => b.rest - a.rest || (a.name < b.name ? -1 : 1));
  const more = new Set(order.slice(0, left).map(({ index }) => index));
  return groups.map((group, index) => ({ ...group, drawn: Math.floor(exact[index]!) + (more.has(index) ? 1 : 0) }));
}

/**
 * Plans a sample stratified by department and channel, in proportion to who was served. Strata of which fewer than
 * {@link SMALLEST_GROUP} would be drawn are put together: first the channels of a department, then departments.
 * @param size how many are to be drawn; all, where fewer were served
 */
export function planSample(strata: readonly Stratum[], size: number): SampleGroup[] {
  const population = populationOf(strata);
  const drawn = Math.min(size, population);
  const isLarge = (group: Group): boolean => (drawn * group.population) / population >= SMALLEST_GROUP;
  const single = strata.filter((one) => one.population > 0).map((one): Group => ({ ...one, strata: [one] }));
  const departments = byDepartment(single).flatMap((groups) => gathered(groups, groups[0]!.departmentCode, isLarge));
  const groups = gathered(departments, null, isLarge);
  return allocated(
    groups.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
    drawn,
  );
}
