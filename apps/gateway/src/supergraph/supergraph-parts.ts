import { setTimeout as sleep } from 'node:timers/promises';
import { type Schema, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';

/** What a supergraph's text is read into. */
export interface SupergraphParts {
  readonly supergraph: Supergraph;
  /** The public schema, as the planner reads operations by it. */
  readonly federated: Schema;
  /** The same, as clients see it. */
  readonly schema: GraphQLSchema;
  /** With what is not for the public. */
  readonly whole: GraphQLSchema;
  readonly planner: QueryPlanner;
}

/** How long requests have their turn between two steps, in milliseconds: enough for a call of a subgraph and back. */
const PAUSE_MS = 20;

/** Each step takes up to a second for a supergraph as large as ours, in which nothing else happens. */
function* stepsOf(text: string): Generator<undefined, SupergraphParts> {
  const supergraph = Supergraph.build(text, { validateSupergraph: true });
  yield;
  const federated = supergraph.apiSchema();
  yield;
  const schema = federated.toGraphQLJSSchema();
  yield;
  const whole = supergraph.schema.toGraphQLJSSchema();
  yield;
  return { supergraph, federated, schema, whole, planner: new QueryPlanner(supergraph) };
}

/** Reads a supergraph in one go, as at the start. @throws {Error} when the text is no valid supergraph */
export function readSupergraph(text: string): SupergraphParts {
  const steps = stepsOf(text);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** Reads a supergraph beside requests, which have their turn between its steps. @throws {Error} when the text is no valid supergraph */
export async function readSupergraphInSteps(text: string): Promise<SupergraphParts> {
  const steps = stepsOf(text);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await sleep(PAUSE_MS);
  }
}
