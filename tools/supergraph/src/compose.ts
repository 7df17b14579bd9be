import { composeServices } from '@apollo/composition';
import { type DocumentNode, type GraphQLSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { relaxBoundaries } from './relax';

/** SDL by subgraph name. */
export type Subgraphs = Readonly<Record<string, string>>;

export interface Supergraph {
  /** What the gateway loads. */
  readonly sdl: string;
  /** What clients see. */
  readonly api: string;
}

export class CompositionFailed extends Error {}

/** Addresses of subgraphs are the gateway's configuration; in the supergraph file stand names that no network knows. */
const placeholder = (name: string): string => `http://${name}.internal/graphql`;

/** The subgraphs as they go into a composition, in one order. */
export const servicesOf = (subgraphs: Subgraphs): { name: string; url: string; typeDefs: DocumentNode }[] =>
  Object.entries(subgraphs)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, sdl]) => ({ name, url: placeholder(name), typeDefs: relaxBoundaries(name, parse(sdl)) }));

/** Composes the subgraphs. @throws {CompositionFailed} with every reason */
export function composeSupergraph(subgraphs: Subgraphs): Supergraph {
  const composed = composeServices(servicesOf(subgraphs));
  if (composed.errors) {
    throw new CompositionFailed(composed.errors.map(({ message }) => `  ${message}`).join('\n'));
  }
  const api: GraphQLSchema = composed.schema.toAPISchema().toGraphQLJSSchema();
  return { sdl: `${composed.supergraphSdl.trim()}\n`, api: `${printSchema(lexicographicSortSchema(api)).trim()}\n` };
}
