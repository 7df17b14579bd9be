import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Dispatcher, Pool } from 'undici';
import { type Message, QUEUE_BOARD_PATH } from '@charter/contracts';
import { IDENTITY_HEADER, type Logger, type SigningKey, signIdentity } from '@charter/service';
import type { ReadBearer } from '../caller/bearer';
import { languageFrom } from '../caller/request-context';
import { type PublicCode, publicError } from '../errors/public-error';
import { type TokenLimits, identify, refuseToken } from './identify';
import { sendError } from './send-error';

const COOKIE = 'charter_queues';
/** How long a browser may look without a new sign-in, in seconds. */
const LONGEST_VISIT_S = 3_600;
/** Browsers keep no cookie of more than 4 kB, name and attributes included. */
const LONGEST_TOKEN = 3_800;
const ANSWER_LIMIT_MS = 10_000;

/** The board's page writes styles into itself, and names fonts of another host, which it does without. */
const POLICY = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:"],
  ...["font-src 'self'", "connect-src 'self'", "base-uri 'self'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ');

const TEXTS = {
  admin: {
    ko: '시스템 관리자만 볼 수 있습니다. 관리자로 로그인한 뒤 다시 여십시오.',
    en: 'Only administrators may look at this: sign in as one and open it again.',
  },
  long: {
    ko: '로그인 토큰이 너무 길어 브라우저가 보관할 수 없습니다. 그래프의 queues 질의를 이용해 주십시오.',
    en: 'Your token is too long for a browser to keep: use the query queues of the graph instead.',
  },
  away: {
    ko: '대기열을 지금 볼 수 없습니다. 잠시 후 다시 시도해 주십시오.',
    en: 'The queues cannot be shown now. Please try again in a moment.',
  },
  absent: { ko: '없는 주소입니다.', en: 'There is nothing here.' },
} as const satisfies Record<string, Message>;

export interface BoardRoutesParts extends TokenLimits {
  readonly readBearer: ReadBearer;
  /** Where notices answers. */
  readonly noticesUrl: string;
  readonly key: SigningKey;
  /** Whether browsers may send the cookie over TLS alone. */
  readonly isBehindTls: boolean;
  readonly log: Logger;
}

/**
 * The board of the queues, in a browser, for ADMIN: `POST /admin/queues/session` with a bearer token lets the browser in for an
 * hour at most, by a cookie that holds the token, that scripts cannot read and other sites cannot send. The board itself is
 * notices'; only GET goes through, so that nothing can be done there.
 */
export function boardRoutes(server: FastifyInstance, parts: BoardRoutesParts): { close(): Promise<void> } {
  const { readBearer, noticesUrl, key, log } = parts;
  const pool = new Pool(new URL(noticesUrl).origin, { connections: 8 });
  const known = identify(readBearer, parts, log);

  const refuse = (request: FastifyRequest, reply: FastifyReply, status: number, code: PublicCode, text: Message) =>
    sendError(reply, status, publicError(code, text[languageFrom(request.headers['accept-language'])]));
  const admit = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.signedIn) return refuseToken(request, reply);
    if (!request.signedIn.person.roles.includes('ADMIN')) return refuse(request, reply, 403, 'FORBIDDEN', TEXTS.admin);
  };
  const takeCookie = async ({ headers }: FastifyRequest) => {
    const token = /(?:^|;\s*)charter_queues=([\w.-]+)/.exec(headers.cookie ?? '')?.[1];
    if (token !== undefined) headers.authorization ??= `Bearer ${token}`;
  };

  server.post(`${QUEUE_BOARD_PATH}/session`, { onRequest: [known, admit] }, (request, reply) => {
    const token = request.headers.authorization!.replace(/^Bearer /i, '');
    if (token.length > LONGEST_TOKEN) return refuse(request, reply, 400, 'BAD_USER_INPUT', TEXTS.long);
    const left = request.signedIn!.token.expiresAt - Math.floor(Date.now() / 1_000);
    const attributes = [
      `Max-Age=${Math.min(left, LONGEST_VISIT_S)}`,
      `Path=${QUEUE_BOARD_PATH}`,
      'HttpOnly',
      'SameSite=Strict',
    ];
    if (parts.isBehindTls) attributes.push('Secure');
    return reply
      .header('set-cookie', [`${COOKIE}=${token}`, ...attributes].join('; '))
      .code(204)
      .send();
  });

  const show = async (request: FastifyRequest, reply: FastifyReply) => {
    const { id, roles } = request.signedIn!.person;
    const claims = {
      aud: 'notices',
      sub: id,
      roles,
      rid: request.id,
      lang: languageFrom(request.headers['accept-language']),
    };
    let answer: Dispatcher.ResponseData;
    try {
      answer = await pool.request({
        path: request.raw.url!,
        method: 'GET',
        headers: { [IDENTITY_HEADER]: await signIdentity(key, claims, '') },
        signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      });
    } catch (error) {
      log.error({ requestId: request.id, err: error }, 'the board of the queues cannot be reached');
      return refuse(request, reply, 503, 'SERVICE_UNAVAILABLE', TEXTS.away);
    }
    if (answer.statusCode === 200) {
      return reply
        .headers({ 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' })
        .type(String(answer.headers['content-type']))
        .send(answer.body);
    }
    await answer.body.dump();
    if (answer.statusCode === 404) return refuse(request, reply, 404, 'NOT_FOUND', TEXTS.absent);
    log.error({ requestId: request.id, status: answer.statusCode }, 'the board of the queues did not answer');
    return refuse(request, reply, 503, 'SERVICE_UNAVAILABLE', TEXTS.away);
  };
  for (const path of [QUEUE_BOARD_PATH, `${QUEUE_BOARD_PATH}/*`])
    server.get(path, { onRequest: [takeCookie, known, admit] }, show);
  return { close: () => pool.destroy() };
}
