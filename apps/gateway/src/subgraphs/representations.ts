import type { SubgraphCall } from './subgraph-call';
import type { SubgraphAnswer } from './transport';

/** A subgraph resolves at most so many entities in one call. */
const MOST_REPRESENTATIONS = 1_000;

/** Splits a call that refers to more entities than a subgraph takes at once. */
export function splitCall(call: SubgraphCall): readonly SubgraphCall[] {
  const { representations } = call;
  if (!representations || representations.length <= MOST_REPRESENTATIONS) return [call];
  const parts: SubgraphCall[] = [];
  for (let from = 0; from < representations.length; from += MOST_REPRESENTATIONS) {
    parts.push({ ...call, representations: representations.slice(from, from + MOST_REPRESENTATIONS) });
  }
  return parts;
}

/** The body of one call, as it is signed and sent. */
export function bodyOf({ head, variables, representations }: SubgraphCall): string {
  if (!representations) return `${head}{${variables}}}`;
  return `${head}{${variables}${variables ? ',' : ''}"representations":[${representations.join(',')}]}}`;
}

/** Puts the answers of the parts together as if one call had been made: entities in order, error paths moved to their place. */
export function joinEntities(parts: readonly SubgraphCall[], answers: readonly SubgraphAnswer[]): SubgraphAnswer {
  if (answers.length === 1) return answers[0]!;
  const entities = answers.flatMap(
    ({ data }, part) =>
      (data?._entities as unknown[] | undefined) ?? new Array<null>(parts[part]!.representations!.length).fill(null),
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
