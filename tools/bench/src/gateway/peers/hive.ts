import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import * as http from '@graphql-mesh/transport-http';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { listenOnLoopback } from '../listen';
import type { PeerSettings } from './peer';

const serve = async (runtime: Parameters<typeof createServer>[1]): Promise<string> =>
  `${await listenOnLoopback(createServer(runtime))}/graphql`;

/** Hive Gateway with nothing set. Identical calls to a subgraph are already sent once by default. */
export const startHive = ({ supergraph }: PeerSettings): Promise<string> =>
  serve(createGatewayRuntime({ supergraph, transports: { http }, logging: false }));

/** Hive Gateway at its fastest: the planner in Rust, and identical requests in flight answered once. */
export const startHiveRust = ({ supergraph }: PeerSettings): Promise<string> =>
  serve(
    createGatewayRuntime({
      ...{ supergraph, unifiedGraphHandler, transports: { http }, logging: false },
      inboundInflightRequestDeduplication: true,
    }),
  );
