import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '@charter/service';
import type { ReadBearer } from '../caller/bearer';
import { type RequestContext, languageFrom } from '../caller/request-context';
import type { Limits } from '../compose-limits';
import { enteringHook, sheddingHooks } from './admission-hooks';
import { publicError } from '../errors/public-error';
import { asksForCost } from './explain';
import type { GraphPipeline } from '../graph-pipeline';
import { BadRequest, fromBody, fromParameters } from './graph-body';
import { identify } from './identify';
import { mediaTypeFor } from './media-type';
import { sendAnswer } from './send-answer';
import { sendError } from './send-error';

const PATH = '/graphql';
const METHODS = 'GET, POST';
/** A page of another site can send none of these without the browser asking first. */
const PROOFS = ['authorization', 'apollo-require-preflight', 'x-apollo-operation-name'] as const;

declare module 'fastify' {
  interface FastifyRequest {
    graph?: RequestContext;
  }
}

export interface GraphqlRouteParts {
  readonly pipeline: GraphPipeline;
  readonly readBearer: ReadBearer;
  readonly limits: Limits;
  /** Whether a trace that a client has begun is gone on. */
  readonly joinsTraces: boolean;
  readonly log: Logger;
}

/** The public endpoint: `POST /graphql`, and GET for queries. The caller is known before a body is read. */
export const graphqlRoute =
  ({ pipeline, readBearer, limits, joinsTraces, log }: GraphqlRouteParts) =>
  (scope: FastifyInstance): void => {
    const remember = async (request: FastifyRequest) => {
      const { id: requestId, ip: address, signedIn } = request;
      const language = languageFrom(request.headers['accept-language']);
      const { traceparent } = request.headers;
      request.graph = {
        ...{ requestId, language, address, explainsCost: asksForCost(request.headers), notes: {} },
        ...(signedIn && { person: signedIn.person }),
        ...(joinsTraces && typeof traceparent === 'string' && { traceparent }),
      };
    };
    const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const isGet = request.method === 'GET';
      const type = mediaTypeFor(request.headers.accept);
      try {
        if (!type) throw new BadRequest('The answer is application/graphql-response+json or application/json.', 406);
        if (isGet) refuseForeignPages(request);
        const asked = isGet ? fromParameters(request.query) : fromBody(request.body);
        return sendAnswer(request, reply, await pipeline.answer(asked, request.graph!, isGet), type);
      } catch (error) {
        if (!(error instanceof BadRequest)) throw error;
        return sendError(reply, error.status, publicError('BAD_USER_INPUT', error.message));
      }
    };
    scope.route({
      method: ['GET', 'POST'],
      url: PATH,
      onRequest: [identify(readBearer, limits, log), remember, enteringHook(limits.callers, ({ graph }) => graph!)],
      ...sheddingHooks(limits.overload),
      handler: answer,
    });
    scope.route({
      method: ['DELETE', 'HEAD', 'PATCH', 'PUT'],
      url: PATH,
      onRequest: async (_request, reply) =>
        sendError(reply.header('allow', METHODS), 405, publicError('BAD_USER_INPUT', `Send it with ${METHODS}.`)),
      handler: async () => undefined,
    });
  };

/** @throws {BadRequest} for a GET that a link or an image of another site could have sent */
function refuseForeignPages({ headers }: FastifyRequest): void {
  const type = headers['content-type']?.split(';')[0]!.trim().toLowerCase();
  if (type !== undefined && type !== 'application/json')
    throw new BadRequest('A GET has no content-type other than application/json.', 415);
  if (type === undefined && !PROOFS.some((name) => headers[name])) {
    throw new BadRequest(
      'Send a GET with a header that no other site can send, such as `apollo-require-preflight: 1`.',
    );
  }
}
