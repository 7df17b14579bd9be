import { SMALLEST_GROUP } from './audit';
import type { Group } from './suppress';

/** Who is told apart by what is shown: a partition that groups split further, one by one. */
class Parts {
  /** In which part each kind of people is; 0: in none of the groups. */
  private readonly partOf: number[];
  private readonly sizes: number[] = [Infinity];
  /** How many kinds are in each part. */
  private readonly kinds: number[] = [Infinity];

  constructor(private readonly people: readonly number[]) {
    this.partOf = people.map(() => 0);
  }

  /**
   * Takes a group of whole parts, and of some people of one more, who are a part of their own from then on.
   * @returns whether it was taken: not where it splits more than one part, nor where fewer than five would be on either side, unless it is
   * known anyway
   */
  take(group: Group, isKnown = false): boolean {
    const members = group.members.filter((kind) => this.people[kind]! > 0);
    const touched = new Map<number, number[]>();
    for (const kind of members) {
      const part = this.partOf[kind]!;
      const same = touched.get(part);
      if (same) same.push(kind);
      else touched.set(part, [kind]);
    }
    const [split, ...others] = [...touched].filter(([part, own]) => own.length < this.kinds[part]!);
    if (members.length === 0 || others.length > 0) return false;
    return !split || this.split(split[0], split[1], isKnown);
  }

  private split(part: number, own: readonly number[], isKnown: boolean): boolean {
    const size = own.reduce((sum, kind) => sum + this.people[kind]!, 0);
    const left = this.sizes[part]! - size;
    if (!isKnown && (size < SMALLEST_GROUP || left < SMALLEST_GROUP)) return false;
    this.sizes[part] = left;
    this.kinds[part]! -= own.length;
    for (const kind of own) this.partOf[kind] = this.sizes.length;
    this.sizes.push(size);
    this.kinds.push(own.length);
    return true;
  }
}

/**
 * Which groups can be shown for certain, without a search: the first ones that lie within each other or apart, such as all, departments,
 * and their services. What follows from groups that are nested are their parts, and sums of parts; so each part has to be five or more.
 * Where what is public already is not nested, only what is public already is shown.
 */
export function nested(
  groups: readonly Group[],
  people: readonly number[],
  published: readonly Group[],
): ReadonlySet<string> {
  const parts = new Parts(people);
  const sizeOf = ({ members }: Group): number => members.reduce((sum, kind) => sum + people[kind]!, 0);
  const keyOf = ({ members }: Group): string => members.filter((kind) => people[kind]! > 0).join();
  const known = new Map(published.filter((group) => sizeOf(group) > 0).map((group) => [keyOf(group), group]));
  const smallestFirst = [...known.values()].sort((a, b) => sizeOf(a) - sizeOf(b));
  const isNested = smallestFirst.every((group) => parts.take(group, true));
  return new Set(
    groups.filter((group) => known.has(keyOf(group)) || (isNested && parts.take(group))).map(({ id }) => id),
  );
}
