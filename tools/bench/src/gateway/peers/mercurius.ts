import mercuriusGateway from '@mercuriusjs/gateway';
import fastify from 'fastify';
import { GraphQLObjectType } from 'graphql';
import type { PeerSettings } from './peer';

/**
 * Mercurius 5.2 names a type in a query by the type itself, which graphql-js prints only up to 16.14. Here a type reads as its
 * name, as it did before; it costs nothing, and Mercurius is measured as it is.
 */
function letTypesReadAsNames(): void {
  Object.defineProperties(GraphQLObjectType.prototype, {
    length: {
      get(this: GraphQLObjectType) {
        return this.name.length;
      },
    },
    includes: { value: () => true }, // read it by its lines, of which it has one
    split: {
      value(this: GraphQLObjectType) {
        return [this.name];
      },
    },
  });
}

/** Mercurius as its documentation starts it: it asks each service for its schema, in the words of federation 1. */
export async function startMercurius({ subgraphs }: PeerSettings): Promise<string> {
  letTypesReadAsNames();
  const server = fastify();
  await server.register(mercuriusGateway, {
    gateway: { services: Object.entries(subgraphs).map(([name, url]) => ({ name, url, mandatory: true })) },
  });
  return `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
}
