import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Message } from '@charter/contracts';
import { type Logger, ServiceUnavailable } from '@charter/service';
import { CLOCK_SKEW_SECONDS, type ReadBearer } from '../caller/bearer';
import type { Logouts } from '../caller/logouts';
import type { ReadLogoutToken } from '../caller/logout-token';
import { IssuerUnavailable, TokenRefused } from '../caller/person';
import { languageFrom } from '../caller/request-context';
import { publicError } from '../errors/public-error';
import { type TokenLimits, identify, refuseToken } from './identify';
import { guardMisses } from './miss-guard';
import { sendError } from './send-error';

/** The most characters of what an issuer sends. */
const LONGEST_BODY = 16 * 1024;

const NOT_KEPT: Message = {
  ko: '지금은 로그아웃을 처리할 수 없습니다. 잠시 후 다시 시도해 주십시오.',
  en: 'You cannot be logged out now. Please try again in a moment.',
};

export interface LogoutRoutesParts extends TokenLimits {
  readonly readBearer: ReadBearer;
  readonly readLogoutToken: ReadLogoutToken;
  readonly logouts: Pick<Logouts, 'keep'>;
  readonly log: Logger;
}

/** `POST /logout` with a bearer token: this token signs nobody in any more, at any gateway. 204; 401 for one that signs nobody in. */
export const logoutRoute =
  ({ readBearer, logouts, misses, callers, log }: LogoutRoutesParts) =>
  (scope: FastifyInstance): void => {
    scope.post('/logout', { onRequest: identify(readBearer, { misses, callers }, log) }, async (request, reply) => {
      if (!request.signedIn) return refuseToken(request, reply);
      const { key, personId, issuedAt, expiresAt } = request.signedIn.token;
      try {
        const until = expiresAt + CLOCK_SKEW_SECONDS;
        await logouts.keep({ kind: 'TOKEN', key, personId, issuedUpTo: issuedAt, until }, request.id);
      } catch (error) {
        if (!(error instanceof ServiceUnavailable)) throw error;
        log.error({ requestId: request.id, err: error }, 'a logout could not be kept');
        const text = NOT_KEPT[languageFrom(request.headers['accept-language'])];
        return sendError(reply, 503, publicError('SERVICE_UNAVAILABLE', text, { service: error.service }));
      }
      return reply.code(204).send();
    });
  };

/**
 * `POST /backchannel-logout`: the issuer says that somebody has logged out there (OpenID Connect Back-Channel Logout 1.0, 2.5
 * to 2.8). The token proves who sends it. 200, or 400 when it is not valid or could not be carried out.
 */
export function backchannelRoute(server: FastifyInstance, parts: LogoutRoutesParts): void {
  const { readLogoutToken, logouts, log } = parts;
  const fail = (request: FastifyRequest, reply: FastifyReply, error: Error): FastifyReply => {
    log.error({ requestId: request.id, err: error }, 'a logout of the issuer was not carried out');
    const isRefused = error instanceof TokenRefused;
    const answer = {
      error: isRefused ? 'invalid_request' : 'temporarily_unavailable',
      error_description: error.message,
    };
    return reply.code(400).send(answer);
  };
  void server.register(async (scope) => {
    guardMisses(scope, parts.misses, [400]);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LONGEST_BODY },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    scope.post('/backchannel-logout', async (request, reply) => {
      try {
        const token = (request.body as URLSearchParams | undefined)?.get('logout_token');
        if (!token) throw new TokenRefused('There is no logout_token.');
        await logouts.keep(await readLogoutToken(token), request.id);
      } catch (error) {
        const known = [TokenRefused, IssuerUnavailable, ServiceUnavailable];
        if (!known.some((kind) => error instanceof kind)) throw error;
        return fail(request, reply, error as Error);
      }
      return reply.code(200).send();
    });
  });
}
