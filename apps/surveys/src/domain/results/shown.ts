import { showable } from '../disclosure/suppress';
import { RESPONSES } from './line';
import { DIMENSIONS, type GroupRef, type Months, type Profile, groupOf, holds, idOf } from './group';

/** Which groups are shown of each question, in some months. Decided once: later decisions have to get along with it. */
export interface Shown {
  readonly months: Months;
  readonly groups: Readonly<Record<string, readonly GroupRef[]>>;
  /** Of which cross table, such as `way × overall`; empty for the groups of the questions themselves. */
  readonly crossed: string;
}

/** Every group that anybody who answered falls in, by importance, the larger ones first. */
function candidates(profiles: readonly Profile[], { from, to }: Months): GroupRef[] {
  const asked = profiles.filter(({ month }) => month >= from && month <= to);
  return DIMENSIONS.filter((dimension) => dimension !== 'MONTH' || from < to).flatMap((dimension) => {
    const sizes = new Map<string, number>();
    for (const profile of asked) {
      const group = groupOf(profile, dimension);
      if (dimension === 'TOTAL' || group) sizes.set(group, (sizes.get(group) ?? 0) + profile.n);
    }
    return [...sizes]
      .sort(([a, more], [b, fewer]) => fewer - more || (a < b ? -1 : 1))
      .map(([group]) => ({ dimension, group }));
  });
}

const membersOf = (ref: GroupRef, months: Months, profiles: readonly Profile[]): number[] =>
  profiles.flatMap((profile, kind) => (holds(ref, months, profile) ? [kind] : []));

/**
 * Which of these groups are shown of a question, beside all that was decided before.
 * @param profiles who answered the question, in all months
 */
export function shownOf(
  question: string,
  refs: readonly GroupRef[],
  { profiles, months, earlier }: { profiles: readonly Profile[]; months: Months; earlier: readonly Shown[] },
): readonly GroupRef[] {
  const groups = refs.map((ref) => ({ id: idOf(ref), members: membersOf(ref, months, profiles) }));
  const published = earlier.flatMap((shown, index) =>
    (shown.groups[question] ?? []).map((ref) => ({
      id: `${index} ${idOf(ref)}`,
      members: membersOf(ref, shown.months, profiles),
    })),
  );
  const ids = showable(
    groups,
    profiles.map(({ n }) => n),
    published,
  );
  return refs.filter((ref) => ids.has(idOf(ref)));
}

/**
 * Decides which groups are shown of each question, so that nothing of fewer than five follows: not from these tables, and not
 * together with what was decided for other months before.
 * @param profiles who answered which question, in all months up to now: who was published before is among them
 */
export function decideShown(
  profiles: readonly Profile[],
  questions: readonly string[],
  months: Months,
  earlier: readonly Shown[],
): Shown {
  const byQuestion = new Map(questions.map((question) => [question, [] as Profile[]]));
  for (const profile of profiles) byQuestion.get(profile.question)?.push(profile);
  // Questions that the same people answered are decided alike, once.
  const decided = new Map<string, readonly GroupRef[]>();
  const decide = (question: string, within?: ReadonlySet<string>): readonly GroupRef[] => {
    const own = byQuestion.get(question)!;
    const before = earlier.map((shown) => (shown.groups[question] ?? []).map(idOf).join());
    const key = [
      ...own.map(({ question: _, said, ...profile }) => [...Object.values(profile), JSON.stringify(said)].join()),
      ...before,
    ].join('|');
    const known = decided.get(key);
    if (known) return known;
    const refs = candidates(own, months).filter((ref) => !within || within.has(idOf(ref)));
    const found = shownOf(question, refs, { profiles: own, months, earlier });
    decided.set(key, found);
    return found;
  };
  // Of a question no more is shown than of how many responded: what gives few away there mostly does here too.
  const responses = byQuestion.has(RESPONSES) ? decide(RESPONSES) : undefined;
  const within = responses && new Set(responses.map(idOf));
  const groups = questions.map((question) => [
    question,
    question === RESPONSES && responses ? responses : decide(question, within),
  ]);
  return { months, groups: Object.fromEntries(groups), crossed: '' };
}

/** The questions that are told apart by answers to others, with those: what is decided of them has to know these answers. */
export function crossedWith(earlier: readonly Shown[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { groups } of earlier.filter(({ crossed }) => crossed)) {
    const [a, b] = Object.keys(groups) as [string, string];
    for (const [one, other] of [[a, b], [b, a]] as const) found.set(one, (found.get(one) ?? new Set()).add(other)); // prettier-ignore
  }
  return found;
}
