import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import type { PeerSettings } from './peer';

/** @apollo/gateway as its documentation starts it: a standalone Apollo Server, with the gateway's own fetcher. */
export async function startStock({ supergraph }: PeerSettings): Promise<string> {
  const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl: supergraph }) });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return url;
}
