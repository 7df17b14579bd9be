import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Message } from '@charter/contracts';
import type { Logger } from '@charter/service';
import { IssuerUnavailable, type ReadBearer, TokenRefused } from '../caller/bearer';
import { type RequestContext, languageFrom } from '../caller/request-context';
import { publicError } from '../errors/public-error';
import { sendError } from './send-error';

const PATH = '/graphql';

const NOT_SIGNED_IN: Message = {
  ko: '로그인 정보가 올바르지 않거나 만료되었습니다. 다시 로그인해 주십시오.',
  en: 'The bearer token is not valid or has expired. Please sign in again.',
};
const NO_KEYS: Message = {
  ko: '로그인 확인 서비스가 지금 응답하지 않습니다. 잠시 후 다시 시도해 주십시오.',
  en: 'The sign-in service does not answer now. Please try again in a moment.',
};

declare module 'fastify' {
  interface FastifyRequest {
    graph?: RequestContext;
  }
}

export interface GraphqlRouteParts {
  readonly apollo: ApolloServer<RequestContext>;
  readonly readBearer: ReadBearer;
  readonly log: Logger;
}

/** The public endpoint: `POST /graphql`, and GET for queries. The caller is known before a body is read. */
export const graphqlRoute = (parts: GraphqlRouteParts) => {
  const identify = async (request: FastifyRequest, reply: FastifyReply) => {
    const language = languageFrom(request.headers['accept-language']);
    try {
      const person = await parts.readBearer(request.headers.authorization);
      request.graph = { requestId: request.id, language, address: request.ip, notes: {}, ...(person && { person }) };
    } catch (error) {
      if (error instanceof TokenRefused) {
        parts.log.info({ requestId: request.id, reason: error.message }, 'bearer token refused');
        reply.header('www-authenticate', 'Bearer error="invalid_token"');
        return sendError(reply, 401, publicError('UNAUTHENTICATED', NOT_SIGNED_IN[language]));
      }
      if (error instanceof IssuerUnavailable) {
        parts.log.error({ requestId: request.id, err: error.cause }, 'issuer keys cannot be read');
        return sendError(reply, 503, publicError('SERVICE_UNAVAILABLE', NO_KEYS[language], { service: 'identity' }));
      }
      throw error;
    }
  };

  return (scope: FastifyInstance): void => {
    scope.route({
      method: ['GET', 'POST'],
      url: PATH,
      onRequest: identify,
      handler: fastifyApolloHandler(parts.apollo, { context: async (request) => request.graph! }),
    });
  };
};
