import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from '@charter/service';
import type { ReadBearer } from '../caller/bearer';
import { type RequestContext, languageFrom } from '../caller/request-context';
import type { Limits } from '../compose-limits';
import { enteringHook, sheddingHooks } from './admission-hooks';
import { identify } from './identify';

const PATH = '/graphql';

declare module 'fastify' {
  interface FastifyRequest {
    graph?: RequestContext;
  }
}

export interface GraphqlRouteParts {
  readonly apollo: ApolloServer<RequestContext>;
  readonly readBearer: ReadBearer;
  readonly limits: Limits;
  readonly log: Logger;
}

/** The public endpoint: `POST /graphql`, and GET for queries. The caller is known before a body is read. */
export const graphqlRoute =
  ({ apollo, readBearer, limits, log }: GraphqlRouteParts) =>
  (scope: FastifyInstance): void => {
    const remember = async (request: FastifyRequest) => {
      const { id: requestId, ip: address, signedIn } = request;
      const language = languageFrom(request.headers['accept-language']);
      request.graph = { requestId, language, address, notes: {}, ...(signedIn && { person: signedIn.person }) };
    };
    scope.route({
      method: ['GET', 'POST'],
      url: PATH,
      onRequest: [
        identify(readBearer, limits.misses, log),
        remember,
        enteringHook(limits.callers, ({ graph }) => graph!),
      ],
      ...sheddingHooks(limits.overload),
      handler: fastifyApolloHandler(apollo, { context: async (request) => request.graph! }),
    });
  };
