import { readFile } from 'node:fs/promises';
import fastify from 'fastify';
import { AggregatorRegistry, register } from 'prom-client';
import type { ServiceName } from '@charter/contracts';
import { type Logger, ServiceClient, type SigningKey, readSigningKey } from '@charter/service';
import { bearerReader } from './caller/bearer';
import { IssuerKeys } from './caller/issuer-keys';
import { logoutTokenReader } from './caller/logout-token';
import { Logouts } from './caller/logouts';
import { claimRules } from './caller/oidc-env';
import { asksItself, languageFrom } from './caller/request-context';
import { openLimits } from './compose-limits';
import { openRegistered } from './compose-registered';
import type { GatewayEnv } from './env';
import { OpenStreams } from './events/open-streams';
import { GraphPipeline } from './graph-pipeline';
import { usedUp } from './http/admission-hooks';
import { boardRoutes } from './http/board-routes';
import { browserScope } from './http/browser-scope';
import { eventsRoute } from './http/events-route';
import { filesRoute } from './http/files-route';
import { graphqlRoute } from './http/graphql-route';
import { type Readiness, serveHealth } from './http/health';
import { type LogoutRoutesParts, backchannelRoute, logoutRoute } from './http/logout-routes';
import { playgroundRoute } from './http/playground-route';
import { createPublicServer } from './http/public-server';
import { unsubscribeRoute } from './http/unsubscribe-route';
import { PersistedQueries } from './operations/persisted-queries';
import { RegisteredDocuments } from './operations/registered-documents';
import { anonymousGraph } from './pages/graph';
import { charterPages } from './pages/route';
import { servedByOthers, tellServed } from './processes/served-supergraph';
import { SharedOutcomes } from './sharing/shared-outcomes';
import { tryOut } from './supergraph/canary';
import { SupergraphFile } from './supergraph/supergraph-file';
import { RequestFetches } from './subgraphs/request-fetches';
import type { SubgraphFor } from './subgraphs/subgraph-call';
import { SubgraphSource } from './subgraphs/subgraph.source';

/** One in so many requests that are being answered may wait for its text to be read. */
const TEXTS_AMONG_IN_FLIGHT = 4;

export interface RunningGateway {
  /** Base URL of the public server. */
  readonly url: string;
  /** Base URL of the internal server: metrics and health. None where it is one of several processes, whose keeper has it. */
  readonly metricsUrl?: string;
  /** Takes no more requests, finishes what runs within `graceMs`, then lets go of everything. */
  stop(graceMs: number): Promise<void>;
}

/**
 * Wires the gateway and starts it: the only place that says `new`.
 * @param isOneOfMany whether it is one of several processes behind one port
 */
export async function startGateway(env: GatewayEnv, log: Logger, isOneOfMany = false): Promise<RunningGateway> {
  const key = await readSigningKey(env.SIGNING_KEY);
  const sources = subgraphSources(env, key, log);
  const canary = await readFile(env.CANARY_PATH, 'utf8');
  const graphs = { subgraphFor: sources.subgraphFor, operationBytes: env.OPERATION_CACHE_MB * 1024 * 1024 };
  const supergraph = new SupergraphFile({
    ...graphs,
    path: env.SUPERGRAPH_PATH,
    tryOut: (supergraphSdl) => tryOut(supergraphSdl, canary, graphs),
    ...(isOneOfMany && { served: await servedByOthers(), onServing: tellServed }),
    log,
  });
  await supergraph.start();
  const limits = await openLimits(env, log);
  const { misses } = limits;
  const registered = await openRegistered(env, supergraph.graph, log);
  const introspecting = env.INTROSPECTION_ROLES ?? (env.NODE_ENV === 'production' ? ['ADMIN'] : undefined);
  const pipeline = new GraphPipeline({
    graph: supergraph.graph,
    documents: new RegisteredDocuments(registered.only, new PersistedQueries()),
    // Of those that may be answered at once, most are left to requests whose text is known.
    textsWaiting: Math.ceil(env.MAX_IN_FLIGHT / TEXTS_AMONG_IN_FLIGHT),
    admitText: (context) => (asksItself(context) ? undefined : limits.callers.read(context)),
    admit: ({ operation: { source, operation }, cost, context }) =>
      asksItself(context) ? undefined : limits.callers.admit(source.document, operation, cost, context),
    outcomes: new SharedOutcomes({ windowMs: env.SHARE_WINDOW_MS, keptBytes: env.RESPONSE_CACHE_MB * 1024 * 1024 }),
    mayIntrospect: ({ roles }) => introspecting === undefined || roles.some((role) => introspecting.includes(role)),
    log,
  });

  const readiness: Readiness = { ready: true };
  const server = createPublicServer(log, {
    ...{ trustedProxies: env.TRUSTED_PROXIES, isBehindTls: env.NODE_ENV === 'production' },
  });
  const notices = env.SUBGRAPH_URLS.notices;
  const services = new ServiceClient(notices === undefined ? {} : { notices }, key, []);
  const { logouts, ...identity } = callers(env, services, log);
  await logouts.runOnce(); // what is known is known before the first request
  const graphql = graphqlRoute({
    pipeline,
    readBearer: identity.readBearer,
    limits,
    joinsTraces: env.TRACES_FROM_CLIENTS,
    log,
  });
  const files = filesRoute({
    ...{ subgraphUrls: env.SUBGRAPH_URLS, maxBytes: env.ATTACHMENT_MAX_BYTES, misses, callers: limits.callers, log },
  });
  const parts = { ...identity, logouts, misses, callers: limits.callers, log };
  const events = eventsRoute({
    ...{ readBearer: identity.readBearer, misses, callers: limits.callers, key, log, most: env.EVENT_STREAMS },
    serviceUrl: env.SUBGRAPH_URLS.complaints ?? 'http://complaints.invalid',
    streams: new OpenStreams({
      ...{ most: env.EVENT_STREAMS, mostPerCaller: env.EVENT_STREAMS_PER_CALLER, isLoggedOut: logouts.has },
    }),
  });
  browserScope(server, env.CORS_ORIGINS, graphql, logoutRoute(parts), files.route, events.route);
  backchannelRoute(server, parts);
  unsubscribeRoute(server, { services, misses, log });
  const board = boardRoutes(server, {
    ...{ readBearer: identity.readBearer, misses, callers: limits.callers, key, log },
    isBehindTls: env.NODE_ENV === 'production',
    noticesUrl: env.SUBGRAPH_URLS.notices ?? 'http://notices.invalid',
  });
  serveHealth(server, readiness);
  charterPages(server, {
    ask: anonymousGraph(pipeline),
    spend: ({ ip: address, headers }, points) =>
      usedUp(limits.callers, { address, language: languageFrom(headers['accept-language']) }, points),
    log,
  });
  playgroundRoute(server, {
    isServed: (env.PLAYGROUND ?? (env.NODE_ENV === 'production' ? 'off' : 'on')) === 'on',
    folder: env.PLAYGROUND_PATH,
    log,
    ...(env.NODE_ENV !== 'production' && { demoTokensPath: env.DEMO_TOKENS_PATH }),
  });

  const internal = isOneOfMany ? tellKeeper() : await serveInternally(env, readiness);
  const url = await server.listen({ host: env.HOST, port: env.PORT });
  await logouts.start();

  const stop = async (graceMs: number): Promise<void> => {
    readiness.ready = false;
    const impatient = setTimeout(() => server.server.closeAllConnections(), graceMs);
    await Promise.all([server.close(), logouts.stop(graceMs), registered.documents.stop(graceMs)]);
    clearTimeout(impatient);
    await supergraph.stop();
    await Promise.all([sources.close(), files.close(), events.close(), board.close(), limits.close()]);
    await internal?.close();
  };
  return { url, metricsUrl: internal?.url, stop };
}

/** Metrics and health of this process, on a port for operators. */
async function serveInternally(
  { HOST: host, METRICS_PORT: port }: GatewayEnv,
  readiness: Readiness,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = fastify({ logger: false, forceCloseConnections: true });
  serveHealth(server, readiness);
  server.get('/metrics', async (_request, reply) => reply.type(register.contentType).send(await register.metrics()));
  return { url: await server.listen({ host, port }), close: () => server.close() };
}

/** One of several processes answers, when the one that keeps them asks for its metrics. */
function tellKeeper(): undefined {
  new AggregatorRegistry();
}

/** Who is calling: the issuer's keys, its words, and the tokens that hold no more. */
function callers(
  env: GatewayEnv,
  services: ServiceClient,
  log: Logger,
): Omit<LogoutRoutesParts, 'log' | 'logouts' | 'misses' | 'callers'> & { logouts: Logouts } {
  const { OIDC_ISSUER: issuer, OIDC_JWKS_URL: jwksUrl, OIDC_AUDIENCE: audience, OIDC_ALGORITHMS: algorithms } = env;
  const { keyFor, look } = new IssuerKeys({ issuer, jwksUrl });
  void look().then(
    (url) => log.info({ issuer, keys: url }, 'the issuer is known'),
    (error: Error) =>
      log.error({ issuer, err: error.cause }, 'the issuer does not say where its keys are: nobody can sign in yet'),
  );
  const logouts = new Logouts({ services, log });
  const clients = env.OIDC_CLIENTS.length > 0 ? env.OIDC_CLIENTS : [audience];
  return {
    logouts,
    readBearer: bearerReader({ audience, algorithms, keyFor, claims: claimRules(env), isLoggedOut: logouts.has }),
    readLogoutToken: logoutTokenReader({ issuer, audiences: clients, algorithms, keyFor }),
  };
}

/** One source for each subgraph address, shared by the serving schema and one that is tried out. */
function subgraphSources(
  env: GatewayEnv,
  key: SigningKey,
  log: Logger,
): { subgraphFor: SubgraphFor; close(): Promise<void> } {
  const made = new Map<string, SubgraphSource>();
  const fetches = new RequestFetches();
  const subgraphFor: SubgraphFor = ({ name, url: placeholder }) => {
    const url = env.SUBGRAPH_URLS[name] ?? placeholder;
    if (!url) throw new Error(`The subgraph ${name} has no URL.`);
    const timeout = env.SUBGRAPH_TIMEOUTS[name as ServiceName] ?? env.SUBGRAPH_TIMEOUT;
    const encoding = env.SUBGRAPH_ENCODING;
    const source =
      made.get(`${name} ${url}`) ?? new SubgraphSource({ name, url, timeout, encoding, key, fetches, log });
    made.set(`${name} ${url}`, source);
    return source;
  };
  const close = async (): Promise<void> => {
    await Promise.all([...made.values()].map((source) => source.close()));
  };
  return { subgraphFor, close };
}
