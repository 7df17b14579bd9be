import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { JSONWebKeySet } from 'jose';
import { traced, type SpanIs } from '@charter/outbox';
import { Readings } from '@charter/personal-data';
import { type Caller, GATEWAY } from '../identity/caller';
import { IDENTITY_HEADER, IdentityRefused, identityVerifier } from '../identity/identity';
import type { RequestContext } from '../graph/context';
import { badInput, maskError } from '../graph/errors';
import { translateErrors } from '../graph/translate-errors';
import type { Logger } from '../runtime/logger';
import { type Live, openLive } from './live-routes';
import { type LogReadings, loggedOrWithheld } from './log-readings';
import { graphErrors } from './metrics';
import { packAnswers } from './pack-answers';
import { publicAnswers } from './public-answers';

const BODY_LIMIT = 1024 * 1024;
const MOST_REPRESENTATIONS = 1_000;

/** An internal route of a service: only other services reach it, or only the gateway, with a signed identity. */
export type InternalRoute = (body: unknown, caller: Caller) => Promise<unknown>;

/**
 * Routes beside the graph that the gateway streams through, such as uploads. Nobody vouches for a caller there: each route
 * proves its request itself, by a signature in the address, before a body is read.
 */
export type StreamedRoutes = (scope: FastifyInstance) => void;

export interface SubgraphServerParts<C extends RequestContext> {
  readonly service: string;
  readonly schema: GraphQLSchema;
  readonly keys: JSONWebKeySet;
  readonly context: (base: RequestContext) => C;
  readonly internal: Readonly<Record<string, InternalRoute>>;
  /** Routes for the gateway itself, when it speaks for nobody. */
  readonly forGateway?: Readonly<Record<string, InternalRoute>>;
  readonly streamed?: StreamedRoutes;
  readonly live?: Live;
  readonly logReadings: LogReadings;
  readonly log: Logger;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

const representations = ({ variables }: { variables?: Record<string, unknown> }): number =>
  Math.max(0, ...Object.values(variables ?? {}).map((value) => (Array.isArray(value) ? value.length : 0)));

/** The caller is known by then, so it is one of ours whose trace goes on. */
const served = ({ headers, routeOptions, caller }: FastifyRequest): SpanIs => ({
  kind: 'server',
  from: typeof headers.traceparent === 'string' ? headers.traceparent : null,
  attributes: { 'http.route': routeOptions.url, 'charter.request_id': caller?.requestId },
});

/**
 * The HTTP face of a subgraph. Nothing is parsed before the signed identity holds, and no error leaves it unmasked.
 * @returns the server, not listening yet; health and metrics are added by the runtime
 */
export async function createSubgraphServer<C extends RequestContext>(
  parts: SubgraphServerParts<C>,
): Promise<FastifyInstance> {
  const { log } = parts;
  const verify = identityVerifier(parts.keys, parts.service);
  const server = fastify({ logger: false, bodyLimit: BODY_LIMIT, forceCloseConnections: 'idle', trustProxy: false });

  await packAnswers(server);
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      request.caller = await verify(request.headers[IDENTITY_HEADER] as string | undefined, body);
      return JSON.parse(body.toString('utf8')) as unknown;
    },
  );
  server.addHook('preHandler', async (request) => {
    if (request.method === 'POST' && !request.caller)
      throw new IdentityRefused('This service answers the gateway only.');
  });
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status =
      error instanceof IdentityRefused ? 401 : error instanceof SyntaxError ? 400 : (error.statusCode ?? 500);
    if (status >= 500) log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    const code =
      { 400: 'BAD_USER_INPUT', 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN' }[status] ??
      (status < 500 ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR');
    const message = status < 500 ? error.message : 'Internal server error.';
    return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
  });

  const apollo = new ApolloServer<C>({
    schema: parts.schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false, // the runtime stops in order; Apollo would end the process in the middle of it
    csrfPrevention: false, // browsers never reach a subgraph
    persistedQueries: false,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      publicAnswers(),
      fastifyApolloDrainPlugin(server),
      {
        requestDidStart: async () => {
          return {
            didResolveOperation: async ({ request }) => {
              if (representations(request) > MOST_REPRESENTATIONS) {
                throw badInput(`At most ${MOST_REPRESENTATIONS} representations a call.`);
              }
            },
            willSendResponse: async (answer) => {
              const { response, contextValue, errors } = answer;
              if (!(await loggedOrWithheld(parts.logReadings, answer as never))) return;
              if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
              const { caller } = contextValue;
              response.body.singleResult.errors = response.body.singleResult.errors.map((formatted, index) => {
                const masked = maskError(
                  translateErrors(formatted, errors?.[index], caller.language, parts.service),
                  caller.requestId,
                );
                const code = String(masked.extensions?.code);
                graphErrors.inc({ code });
                const err = errors?.[index]?.originalError ?? errors?.[index];
                if (code === 'INTERNAL_SERVER_ERROR') contextValue.log.error({ err }, 'resolver failed');
                if (code === 'SERVICE_UNAVAILABLE') contextValue.log.warn({ err }, 'something that was needed is away');
                return masked;
              });
            },
          };
        },
      },
    ],
  });
  await apollo.start();
  const answerGraph = fastifyApolloHandler(apollo, {
    context: async (request) => {
      const caller = request.caller!;
      const readings = new Readings(caller.id);
      return parts.context({ caller, readings, log: log.child({ requestId: caller.requestId }) });
    },
  });
  server.post('/graphql', (request, reply) =>
    traced('answer graph', served(request), async () => answerGraph.call(server, request as never, reply as never)),
  );
  const open = (
    routes: Readonly<Record<string, InternalRoute>>,
    message: string,
    admits: (caller: Caller) => boolean,
  ): void => {
    for (const [path, route] of Object.entries(routes)) {
      server.post(path, async (request, reply) => {
        const caller = request.caller!;
        if (admits(caller)) return traced('answer internal', served(request), () => route(request.body, caller));
        return reply.code(403).send({ errors: [{ message, extensions: { code: 'FORBIDDEN' } }] });
      });
    }
  };
  open(parts.internal, 'Services only.', ({ roles }) => roles.includes('SERVICE'));
  open(parts.forGateway ?? {}, 'The gateway only.', ({ issuer, id }) => issuer === GATEWAY && id === undefined);
  if (parts.live) openLive(server, parts.live);
  if (parts.streamed) {
    await server.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, body, done) => done(null, body)); // left unread for the route
      parts.streamed!(scope);
    });
  }
  return server;
}
