/**
 * Why a call gave no GraphQL answer. `connection`: it broke, or could not be made. `unavailable`: something in front of the subgraph said 502, 503 or 504.
 * `timeout`: the time limit. `answer`: what came is not GraphQL. `size`: it is larger than the gateway takes. `down`: it was not asked, since it does not answer.
 */
export type UnreachableReason = 'connection' | 'unavailable' | 'timeout' | 'answer' | 'size' | 'down';

/** One call of a subgraph failed before it gave a GraphQL answer. */
export class SubgraphUnreachable extends Error {
  constructor(
    readonly reason: UnreachableReason,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}
