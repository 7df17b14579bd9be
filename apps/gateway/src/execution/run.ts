import type { GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../caller/request-context';
import type { JsonObject } from './json';
import type { Switched } from './switches';

export type Variables = Readonly<Record<string, unknown>>;

/** One run of a plan: what it is given, and what it has gathered so far. */
export interface Run {
  readonly variables: Variables;
  /** Values that `@skip` and `@include` read: as given, or by default. */
  readonly switches: Switched;
  readonly context: RequestContext;
  readonly data: JsonObject;
  /** What subgraphs reported, with `extensions.serviceName`, and what the gateway says of a subgraph that is away. */
  readonly errors: GraphQLFormattedError[];
  /** For how long everything that has come so far may be shown to anybody. */
  freshness: Freshness;
}

/** Nothing was asked yet, something is private, or the shortest time that a subgraph has named, in seconds. */
export type Freshness = 'unknown' | 'private' | number;

export const lessFresh = (one: Freshness, other: Freshness): Freshness => {
  if (one === 'unknown') return other;
  if (other === 'unknown') return one;
  return one === 'private' || other === 'private' ? 'private' : Math.min(one, other);
};
