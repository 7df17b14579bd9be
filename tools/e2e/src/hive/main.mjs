// Hive Gateway from npm in a process of its own, before the subgraphs of a running stack: it takes its settings from its parent,
// tells its address, and ends with it.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import * as http from '@graphql-mesh/transport-http';
import { decodeJwt } from 'jose';
import service from '@charter/service';

const { IDENTITY_HEADER, readSigningKey, signIdentity } = service;

/** What any gateway has to do for the subgraphs of this platform: tell each, signed, who is calling, for this body alone. */
const vouches = (key, subgraphs) => ({
  onFetch: async ({ url, options, context, setURL, setOptions }) => {
    const name = new URL(url).hostname.split('.')[0]; // the supergraph says who; where they are is the stack's to say
    const { authorization } = context.headers;
    const { sub, roles = [], department } = authorization ? decodeJwt(authorization.replace('Bearer ', '')) : {};
    const claims = { aud: name, sub, roles, rid: randomUUID(), lang: 'en', ...(department && { dep: department }) };
    const identity = await signIdentity(key, claims, options.body);
    setURL(subgraphs[name]);
    setOptions({ ...options, headers: { ...options.headers, [IDENTITY_HEADER]: identity } });
  },
});

process.once('message', async ({ supergraph, planner, subgraphs, signer }) => {
  const key = await readSigningKey(signer);
  const runtime = createGatewayRuntime({
    supergraph,
    transports: { http },
    // Hive compares calls in flight before they are signed: another caller's answer would be taken for one's own.
    transportEntries: { '*.http': { options: { deduplicateInflightRequests: false } } },
    plugins: () => [vouches(key, subgraphs)],
    logging: false,
    ...(planner === 'rust' && { unifiedGraphHandler }),
  });
  const server = createServer(runtime);
  server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}/graphql`));
});
process.once('disconnect', () => process.exit());
