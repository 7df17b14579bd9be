import type { RequestContext } from '../caller/request-context';
import type { SubgraphAnswer } from './transport';

/** One step of a plan, as its subgraph is asked. Texts of JSON, so that nothing is written twice. */
export interface SubgraphCall {
  readonly isMutation: boolean;
  /** The body as far as `"variables":`, the same for every call of the step. */
  readonly head: string;
  /** Variables without the braces, such as `"first":50`; may be empty. */
  readonly variables: string;
  /** Entities that are asked for, each different and once, as JSON. */
  readonly representations?: readonly string[];
}

/** Where the parts of a plan are asked. */
export interface Subgraph {
  /** @throws {GraphQLError} SERVICE_UNAVAILABLE when the subgraph cannot be reached, or gives no GraphQL answer */
  ask(call: SubgraphCall, context: RequestContext): Promise<SubgraphAnswer>;
}

export type SubgraphFor = (definition: { readonly name: string; readonly url?: string }) => Subgraph;
