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

/** How much may be reckoned for the groups of a questionnaire: half of it for who responded, which mostly decides the rest. */
const MOST_FOR_ALL = 12_000_000;

/** Who is in each of these groups: by dimension and group, so that nobody is looked at once for each group. */
function members(refs: readonly GroupRef[], months: Months, profiles: readonly Profile[]): number[][] {
  const found = new Map(refs.map((ref) => [idOf(ref), [] as number[]]));
  const dimensions = DIMENSIONS.filter((dimension) => refs.some((ref) => ref.dimension === dimension));
  for (const [kind, profile] of profiles.entries()) {
    for (const dimension of dimensions) {
      const ref = { dimension, group: groupOf(profile, dimension) };
      const group = found.get(idOf(ref));
      if (group && holds(ref, months, profile)) group.push(kind);
    }
  }
  // What answers to another question tell apart lies across the dimensions.
  const others = refs.filter(({ dimension }) => !(DIMENSIONS as readonly string[]).includes(dimension));
  for (const ref of others)
    found.set(
      idOf(ref),
      profiles.flatMap((profile, kind) => (holds(ref, months, profile) ? [kind] : [])),
    );
  return refs.map((ref) => found.get(idOf(ref))!);
}

/**
 * Which of these groups are shown of a question, beside all that was decided before.
 * @param profiles who answered the question, in all months
 */
export function shownOf(
  question: string,
  refs: readonly GroupRef[],
  { profiles, months, earlier }: { profiles: readonly Profile[]; months: Months; earlier: readonly Shown[] },
  most?: number,
): readonly GroupRef[] {
  const own = members(refs, months, profiles);
  const groups = refs.map((ref, index) => ({ id: idOf(ref), members: own[index]! }));
  const published = earlier.flatMap((shown, index) => {
    const before = shown.groups[question] ?? [];
    const theirs = members(before, shown.months, profiles);
    return before.map((ref, place) => ({ id: `${index} ${idOf(ref)}`, members: theirs[place]! }));
  });
  const ids = showable(
    groups,
    profiles.map(({ n }) => n),
    published,
    most,
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
    const most = MOST_FOR_ALL / 2 / (within ? questions.length : 1);
    const found = shownOf(question, refs, { profiles: own, months, earlier }, most);
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
