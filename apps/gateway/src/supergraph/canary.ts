import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { Kind, parse } from 'graphql';
import type { Logger } from '@charter/service';
import type { RequestContext } from '../caller/request-context';
import { apolloLogger } from '../observe/apollo-logger';

/** The file is not a supergraph, or one that cannot serve the canary operations. */
class SupergraphRefused extends Error {}

/** A subgraph that is away, or keeps something from the anonymous, says nothing against the schema. */
const NOT_THE_SCHEMA = new Set(['SERVICE_UNAVAILABLE', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']);

const CALLER: RequestContext = { requestId: 'supergraph-canary', language: 'en', notes: {} };

export type BuildService = (definition: { name: string; url?: string }) => GraphQLDataSource;

/**
 * Tries a supergraph before it is taken: it is loaded beside the serving one and must answer each canary operation as an
 * anonymous caller. A valid file that lacks a service, or names fields its subgraphs do not know yet, is found out here.
 * @throws {SupergraphRefused}
 */
export async function tryOut(
  supergraphSdl: string,
  canary: string,
  buildService: BuildService,
  log: Logger,
): Promise<void> {
  const logger = apolloLogger(log);
  const server = new ApolloServer<RequestContext>({
    gateway: new ApolloGateway({ supergraphSdl, buildService, logger, validateSupergraph: true }),
    logger,
    stopOnTerminationSignals: false,
  });
  try {
    await server.start();
  } catch (cause) {
    throw new SupergraphRefused(`it cannot be loaded: ${(cause as Error).message}`, { cause });
  }
  try {
    for (const definition of parse(canary).definitions) {
      const operationName = definition.kind === Kind.OPERATION_DEFINITION ? definition.name?.value : undefined;
      if (!operationName) throw new SupergraphRefused('every canary operation needs a name');
      const { body } = await server.executeOperation({ query: canary, operationName }, { contextValue: CALLER });
      const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
      const fault = errors.find(({ extensions }) => !NOT_THE_SCHEMA.has(String(extensions?.code)));
      if (fault) throw new SupergraphRefused(`canary ${operationName}: ${fault.message}`);
    }
  } finally {
    await server.stop();
  }
}
