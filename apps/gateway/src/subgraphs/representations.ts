import type { SubgraphAnswer } from './transport';

/** A subgraph resolves at most so many entities in one call. */
const MOST_REPRESENTATIONS = 1_000;

type Variables = Readonly<Record<string, unknown>>;

/** Splits the variables of an `_entities` call that refers to more entities than a subgraph takes at once. */
export function splitRepresentations(variables: Variables | undefined): readonly (Variables | undefined)[] {
  const all = variables?.representations;
  if (!Array.isArray(all) || all.length <= MOST_REPRESENTATIONS) return [variables];
  const parts: Variables[] = [];
  for (let from = 0; from < all.length; from += MOST_REPRESENTATIONS) {
    parts.push({ ...variables, representations: all.slice(from, from + MOST_REPRESENTATIONS) });
  }
  return parts;
}

/** Puts the answers of the parts together as if one call had been made: entities in order, error paths moved to their place. */
export function joinEntities(
  parts: readonly (Variables | undefined)[],
  answers: readonly SubgraphAnswer[],
): SubgraphAnswer {
  if (answers.length === 1) return answers[0]!;
  const sizeOf = (part: number): number => (parts[part]!.representations as unknown[]).length;
  const entities = answers.flatMap(
    ({ data }, part) => (data?._entities as unknown[] | undefined) ?? new Array<null>(sizeOf(part)).fill(null),
  );
  const errors = answers.flatMap(({ errors: own = [] }, part) =>
    own.map((error) => ({ ...error, ...(error.path && { path: moved(error.path, part * MOST_REPRESENTATIONS) }) })),
  );
  const ages = answers.map(({ maxAge }) => maxAge ?? 0);
  const maxAge = Math.min(...ages);
  return {
    data: { _entities: entities },
    ...(errors.length > 0 ? { errors } : maxAge > 0 && { maxAge }),
  };
}

const moved = ([root, index, ...rest]: readonly (string | number)[], by: number): (string | number)[] => [
  root!,
  ...(typeof index === 'number' ? [index + by] : []),
  ...rest,
];
