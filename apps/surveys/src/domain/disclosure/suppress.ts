import { SMALLEST_GROUP, disclosed } from './audit';
import { Budget, OutOfBudget } from './budget';
import { Span } from './linear';
import { nested } from './nested';

/** A group whose figures somebody would like to show: by the kinds of people in it, each once. */
export interface Group {
  readonly id: string;
  readonly members: readonly number[];
}

/** How many entries of vectors are looked at for one decision: about half a second. */
const MOST = 4_000_000;

const sizeOf = ({ members }: Group, people: readonly number[]): number =>
  members.reduce((sum, kind) => sum + people[kind]!, 0);

/** Keeps of the groups, in their order, those that say nothing of these few even when all that is kept is combined. */
function without(
  groups: readonly Group[],
  few: readonly number[],
  people: readonly number[],
  spending: Budget,
): Group[] {
  const own = new Set(few);
  // The few are written behind all others: what starts there is about them alone.
  const placeOf = (kind: number): number => (own.has(kind) ? people.length + kind : kind);
  const span = new Span(spending);
  return groups.filter(({ members }) => {
    const row = new Map(members.filter((kind) => people[kind]! > 0).map((kind) => [placeOf(kind), 1]));
    const start = span.startBeyond(row);
    if (start !== undefined && start >= people.length) return false;
    span.add(row);
    return true;
  });
}

/**
 * Which groups can be shown, so that nothing of fewer than five people follows from them: neither directly, nor from what a
 * total leaves when the others are taken away, nor from tables with other groups, nor from what was published before.
 * The first groups are kept rather than the last.
 * @param groups what somebody would like to show, the most important first
 * @param people how many there are of each kind
 * @param published what is public already: it counts, and cannot be taken back
 * @param most how much may be reckoned; where it would take more, what is {@link nested} is shown
 * @returns the ids of the groups that can be shown
 */
export function showable(
  groups: readonly Group[],
  people: readonly number[],
  published: readonly Group[] = [],
  most: number = MOST,
): ReadonlySet<string> {
  try {
    return search(groups, people, published, new Budget(most));
  } catch (error) {
    if (!(error instanceof OutOfBudget)) throw error;
    return nested(groups, people, published);
  }
}

function search(
  groups: readonly Group[],
  people: readonly number[],
  published: readonly Group[],
  spending: Budget,
): ReadonlySet<string> {
  let shown = groups.filter((group) => sizeOf(group, people) >= SMALLEST_GROUP);
  for (;;) {
    const all = [...published, ...shown];
    const told = disclosed(
      all.map(({ members }) => members),
      people,
      spending,
    );
    if (told.length === 0 || shown.length === 0) return new Set(shown.map(({ id }) => id));
    const kept = told.reduce<readonly Group[]>((left, few) => without(left, few, people, spending), all);
    const rest = shown.filter((group) => kept.includes(group));
    // Nothing to take away where what is public already tells by itself: the last has to go.
    shown = rest.length < shown.length ? rest : shown.slice(0, -1);
  }
}
