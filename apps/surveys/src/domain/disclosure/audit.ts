import type { Budget } from './budget';
import { Span, type Vector } from './linear';

/** Fewer than this and a figure would tell who said what (charter platform, section 5). */
export const SMALLEST_GROUP = 5;

/** People who are in the same groups: nobody can tell them apart from what is shown of the groups. */
interface Alike {
  readonly kinds: number[];
  people: number;
  readonly vector: Vector;
}

/** The same for the same vectors. */
const keyOf = (vector: Vector): string =>
  [...vector]
    .sort(([a], [b]) => a - b)
    .map(([group, entry]) => `${group}:${entry}`)
    .join();

function merged(given: readonly Alike[]): Alike[] {
  const byVector = new Map<string, Alike>();
  for (const { kinds, people, vector } of given) {
    const key = keyOf(vector);
    const same = byVector.get(key);
    if (same) {
      same.kinds.push(...kinds);
      same.people += people;
    } else {
      byVector.set(key, { vector, people, kinds: [...kinds] });
    }
  }
  return [...byVector.values()];
}

/** Leaves of the people only those who could be few among themselves: whoever moves with five or more is out of reach. */
function few(given: readonly Alike[], spending?: Budget): Alike[] {
  let left = merged(given);
  for (;;) {
    const many = left.filter(({ people }) => people >= SMALLEST_GROUP);
    if (many.length === 0) return left;
    const span = new Span(spending);
    for (const { vector } of many) span.add(vector);
    left = merged(
      left.flatMap((alike) => {
        const vector = span.beyond(alike.vector);
        return vector ? [{ ...alike, vector }] : [];
      }),
    );
  }
}

/** Finds people without whom the rest would determine less: some combination of the figures is about them alone. */
class Search {
  private readonly sorted: readonly Alike[];
  private readonly rank: number;

  constructor(
    people: readonly Alike[],
    private readonly spending?: Budget,
  ) {
    this.sorted = [...people].sort((a, b) => b.people - a.people);
    this.rank = this.basisWithout(new Set()).length;
  }

  /** A combination that is about few differs from zero in every basis of what is shown, so one of them is in the basis. */
  find(without: ReadonlySet<Alike> = new Set(), budget = SMALLEST_GROUP - 1): ReadonlySet<Alike> | undefined {
    const basis = this.basisWithout(without);
    if (basis.length < this.rank) return without;
    for (const alike of basis.filter(({ people }) => people <= budget)) {
      const more = new Set([...without, alike]);
      const found = this.find(more, budget - alike.people);
      if (found) return found;
    }
    return undefined;
  }

  /** Each kind of few people that are told of by themselves; all at once, since there are often many. */
  alone(): Alike[] {
    return this.basisWithout(new Set()).filter(
      (alike) => alike.people < SMALLEST_GROUP && this.basisWithout(new Set([alike])).length < this.rank,
    );
  }

  private basisWithout(without: ReadonlySet<Alike>): Alike[] {
    const span = new Span(this.spending);
    return this.sorted.filter((alike) => !without.has(alike) && span.add(alike.vector));
  }
}

/**
 * Whether figures of groups, added to and subtracted from each other in whatever way, tell something of one to four people.
 * Exact: a combination of the groups that is zero for everybody but them exists if and only if some are found.
 * @param groups the kinds of people in each group whose figures are known
 * @param people how many there are of each kind
 * @returns the kinds of those who are told of, set by set, but not every set; none when nobody is
 * @throws {OutOfBudget} where it would take longer than that
 */
export function disclosed(
  groups: readonly (readonly number[])[],
  people: readonly number[],
  spending?: Budget,
): number[][] {
  const vectors = people.map(() => new Map<number, number>());
  groups.forEach((members, group) => members.forEach((kind) => vectors[kind]!.set(group, 1)));
  const seen = vectors.flatMap((vector, kind) =>
    vector.size > 0 && people[kind]! > 0 ? [{ kinds: [kind], people: people[kind]!, vector }] : [],
  );
  const search = new Search(few(seen, spending), spending);
  const alone = search.alone();
  if (alone.length > 0) return alone.map(({ kinds }) => kinds);
  const found = search.find();
  return found ? [[...found].flatMap(({ kinds }) => kinds)] : [];
}
