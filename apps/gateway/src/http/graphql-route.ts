import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Message } from '@charter/contracts';
import type { Logger } from '@charter/service';
import type { ReadBearer } from '../caller/bearer';
import { type RequestContext, languageFrom } from '../caller/request-context';
import { publicError } from '../errors/public-error';
import type { GraphPipeline } from '../graph-pipeline';
import type { CallerLimits } from '../limits/caller-limits';
import type { Misses } from '../limits/misses';
import type { Overload } from '../limits/overload';
import { enteringHook, sheddingHooks } from './admission-hooks';
import { asksForCost } from './explain';
import { BadRequest, fromBody, fromParameters } from './graph-body';
import { identify } from './identify';
import { mediaTypeFor } from './media-type';
import { sendAnswer } from './send-answer';
import { sendError } from './send-error';

const PATH = '/graphql';
const METHODS = ['GET', 'POST'];
const TEXTS = {
  accept: {
    ko: '응답 형식은 application/graphql-response+json 또는 application/json입니다. accept 머리말을 확인해 주십시오.',
    en: 'The answer is application/graphql-response+json or application/json: see the header accept.',
  },
  type: {
    ko: 'GET 요청의 content-type은 application/json만 쓸 수 있습니다.',
    en: 'A GET has no content-type other than application/json.',
  },
  proof: {
    ko: 'GET 요청에는 다른 사이트가 보낼 수 없는 머리말을 넣어 주십시오. 예: `apollo-require-preflight: 1`',
    en: 'Send a GET with a header that no other site can send, such as `apollo-require-preflight: 1`.',
  },
  method: { ko: 'GET 또는 POST로 보내 주십시오.', en: 'Send it with GET or POST.' },
} as const satisfies Record<string, Message>;

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
  readonly limits: {
    readonly callers: Pick<CallerLimits, 'enter'>;
    readonly misses: Misses;
    readonly overload: Overload;
  };
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
        if (!type) throw new BadRequest(TEXTS.accept, 406);
        if (isGet) refuseForeignPages(request);
        const asked = isGet ? fromParameters(request.query) : fromBody(request.body);
        return sendAnswer(request, reply, await pipeline.answer(asked, request.graph!, isGet), type);
      } catch (error) {
        if (!(error instanceof BadRequest)) throw error;
        return refuse(request, reply, error.status, error.text);
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
      onRequest: async (request, reply) =>
        refuse(request, reply.header('allow', METHODS.join(', ')), 405, TEXTS.method),
      handler: async () => undefined,
    });
  };

const refuse = (request: FastifyRequest, reply: FastifyReply, status: number, text: Message): FastifyReply =>
  sendError(reply, status, publicError('BAD_USER_INPUT', text[languageFrom(request.headers['accept-language'])]));

/** @throws {BadRequest} for a GET that a link or an image of another site could have sent */
function refuseForeignPages({ headers }: FastifyRequest): void {
  const type = headers['content-type']?.split(';')[0]!.trim().toLowerCase();
  if (type !== undefined && type !== 'application/json') throw new BadRequest(TEXTS.type, 415);
  if (type === undefined && !PROOFS.some((name) => headers[name])) throw new BadRequest(TEXTS.proof);
}
