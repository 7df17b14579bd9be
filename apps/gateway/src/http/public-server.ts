import { isUtf8 } from 'node:buffer';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Message } from '@charter/contracts';
import { type Logger, flatLogger, packAnswers } from '@charter/service';
import { languageFrom, requestIdFrom } from '../caller/request-context';
import { internalError, publicError } from '../errors/public-error';
import { LIMITS } from '../limits/measure';
import { REFUSALS } from '../limits/refusals';
import { requestSeconds } from '../observe/metrics';
import { answerClientFault } from './client-fault';
import { TRANSFER_LIMIT_MS } from './file-door';
import { UPLOAD_PATHS } from './files-route';
import { securityHeaders } from './security-headers';
import { sendError } from './send-error';

const ARRIVAL_LIMIT_MS = 20_000;

const NOT_JSON: Message = { ko: '요청 본문이 올바른 JSON이 아닙니다.', en: 'The request body is not valid JSON.' };
const TOO_SLOW: Message = {
  ko: '요청이 제시간에 도착하지 않았습니다. 연결 상태를 확인하고 다시 보내 주십시오.',
  en: 'The request did not arrive in time. Check your connection and send it again.',
};
const NO_SUCH_TYPE: Message = {
  ko: '이 주소가 받지 않는 content-type입니다. GraphQL 요청은 application/json으로 보내 주십시오.',
  en: 'This content type is not taken here. Send GraphQL requests as application/json.',
};
const UNFIT: Message = { ko: '요청 형식이 올바르지 않습니다.', en: 'The request is malformed.' };
const NOT_FOUND: Message = {
  ko: '없는 주소입니다. GraphQL 주소는 /graphql, 플레이그라운드는 /playground입니다.',
  en: 'There is nothing here. GraphQL is at /graphql, the playground at /playground.',
};

export interface PublicServerSettings {
  /** Proxies whose word about the client’s address is taken. */
  readonly trustedProxies?: readonly string[];
  /** How long a request other than a file may take to arrive whole, in milliseconds. */
  readonly arrivalLimitMs?: number;
  /** Whether browsers reach it over TLS alone, as in production. */
  readonly isBehindTls?: boolean;
}

/** The server that the public reaches: request ids, one line a request in the log, and JSON errors for whatever goes wrong. */
export function createPublicServer(
  log: Logger,
  { trustedProxies = [], arrivalLimitMs = ARRIVAL_LIMIT_MS, isBehindTls = false }: PublicServerSettings = {},
): FastifyInstance {
  const inEveryAnswer = { ...securityHeaders(isBehindTls), 'cache-control': 'no-store' };
  const answer = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
    answerFault(log, error, request, reply.headers({ ...inEveryAnswer, 'x-request-id': request.id }));
  const server = fastify({
    logger: false,
    bodyLimit: LIMITS.body,
    requestTimeout: TRANSFER_LIMIT_MS, // for a file to arrive whole; all else has less time, below
    forceCloseConnections: 'idle',
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    exposeHeadRoutes: false,
    clientErrorHandler: answerClientFault,
    // No host is answered below, in JSON; headers that never end are looked for every second, not every half minute.
    http: { requireHostHeader: false, connectionsCheckingInterval: 1_000 },
    frameworkErrors: answer, // before any hook: an address that cannot be read
    genReqId: ({ headers }) => requestIdFrom(headers['x-request-id']),
  });
  server.removeContentTypeParser('text/plain');
  void packAnswers(server);
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    // Decoding would put another sign in the place of bytes that are no text, and two clients would mean the same by different bytes.
    if (isUtf8(body)) parseJson(request, body.toString(), done);
    else done(new SyntaxError('The body is not UTF-8.'), undefined);
  });
  server.server.headersTimeout = arrivalLimitMs;
  // Only `100-continue` is known, and Node refuses all else without a word: here it is passed over, as a server may (RFC 9110, 10.1.1).
  server.server.on('checkExpectation', (request, response) => server.server.emit('request', request, response));

  server.addHook('preParsing', async (request, reply) => {
    if (UPLOAD_PATHS.has(request.routeOptions.url ?? '')) return;
    const timer = setTimeout(() => {
      if (request.raw.complete || reply.sent) return;
      reply.raw.once('finish', () => request.raw.destroy());
      const text = TOO_SLOW[languageFrom(request.headers['accept-language'])];
      sendError(reply.header('connection', 'close'), 408, publicError('BAD_USER_INPUT', text));
    }, arrivalLimitMs);
    reply.raw.once('close', () => clearTimeout(timer));
  });

  server.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...inEveryAnswer, 'x-request-id': request.id });
    if (request.headers.host === undefined && request.raw.httpVersion === '1.1') {
      const text = UNFIT[languageFrom(request.headers['accept-language'])];
      return sendError(reply.header('connection', 'close'), 400, publicError('BAD_USER_INPUT', text));
    }
  });
  const lines = flatLogger(log);
  server.addHook('onResponse', async (request, reply) => {
    const { notes } = request.graph ?? {};
    const status = String(reply.statusCode);
    if (request.routeOptions.url === '/graphql') {
      requestSeconds.observe({ operation: notes?.kind ?? 'none', status }, reply.elapsedTime / 1_000);
    }
    const { url: route = '' } = request.routeOptions;
    const ms = Math.round(reply.elapsedTime);
    const line = { requestId: request.id, method: request.method, route, status, ms, ...notes };
    if (route.startsWith('/health')) log.debug(line, 'answered');
    else lines.info(line, 'answered');
  });
  server.setErrorHandler(answer);
  server.setNotFoundHandler((request, reply) =>
    sendError(reply, 404, publicError('NOT_FOUND', NOT_FOUND[languageFrom(request.headers['accept-language'])])),
  );
  return server;
}

function answerFault(log: Logger, error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageFrom(request.headers['accept-language']);
  const status = error.statusCode ?? 500;
  if (status === 413) return sendError(reply, 413, publicError('QUERY_TOO_COMPLEX', REFUSALS.body[language]));
  if (error instanceof SyntaxError || error.code === 'FST_ERR_CTP_INVALID_JSON_BODY') {
    return sendError(reply, 400, publicError('BAD_USER_INPUT', NOT_JSON[language]));
  }
  if (status < 500) {
    const text = status === 415 ? NO_SUCH_TYPE : UNFIT;
    return sendError(reply, status, publicError('BAD_USER_INPUT', text[language]));
  }
  log.error({ requestId: request.id, err: error }, 'request failed');
  return sendError(reply, 500, internalError(request.id, language));
}
