import { Kind, parse } from 'graphql';
import type { RequestContext } from '../caller/request-context';
import { execute } from '../execution/execute';
import { type GraphSettings, LoadedGraph } from './loaded-graph';
import { readSupergraphInSteps } from './supergraph-parts';

/** The file is not a supergraph, or one that cannot serve the canary operations. */
class SupergraphRefused extends Error {}

/** A subgraph that is away, or keeps something from the anonymous, says nothing against the schema. */
const NOT_THE_SCHEMA = new Set(['SERVICE_UNAVAILABLE', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']);

const caller = (): RequestContext => ({ requestId: 'supergraph-canary', language: 'en', notes: {} });

/**
 * Tries a supergraph before it is taken: it is loaded beside the serving one and must answer each canary operation as an
 * anonymous caller. A valid file that lacks a service, or names fields its subgraphs do not know yet, is found out here.
 * @returns the graph, ready to serve
 * @throws {SupergraphRefused}
 */
export async function tryOut(supergraphSdl: string, canary: string, settings: GraphSettings): Promise<LoadedGraph> {
  const graph = await loaded(supergraphSdl, settings);
  for (const definition of parse(canary).definitions) {
    const operationName = definition.kind === Kind.OPERATION_DEFINITION ? definition.name?.value : undefined;
    if (!operationName) throw new SupergraphRefused('every canary operation needs a name');
    const fault = await faultOf(graph, canary, operationName);
    if (fault) throw new SupergraphRefused(`canary ${operationName}: ${fault}`);
  }
  return graph;
}

async function loaded(supergraphSdl: string, settings: GraphSettings): Promise<LoadedGraph> {
  try {
    return new LoadedGraph(supergraphSdl, settings, await readSupergraphInSteps(supergraphSdl));
  } catch (cause) {
    throw new SupergraphRefused(`it cannot be loaded: ${(cause as Error).message}`, { cause });
  }
}

async function faultOf(graph: LoadedGraph, canary: string, operationName: string): Promise<string | undefined> {
  try {
    const { errors } = await execute(graph.operations.prepare(canary, operationName), {}, caller());
    return errors.find(({ extensions }) => !NOT_THE_SCHEMA.has(String(extensions?.code)))?.message;
  } catch (error) {
    return (error as Error).message;
  }
}
