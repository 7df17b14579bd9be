import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Message } from '@charter/contracts';
import type { Logger } from '@charter/service';
import type { ReadBearer, SignedIn } from '../caller/bearer';
import { IssuerUnavailable, NotTried, TokenRefused } from '../caller/person';
import { languageFrom } from '../caller/request-context';
import { publicError } from '../errors/public-error';
import type { CallerLimits } from '../limits/caller-limits';
import type { Misses } from '../limits/misses';
import { usedUp } from './admission-hooks';
import { refuseBarred } from './miss-guard';
import { sendError } from './send-error';

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
    /** Undefined for an anonymous caller. */
    signedIn?: SignedIn;
  }
}

/** Answers 401: what came with the request signs nobody in. */
export function refuseToken(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.header('www-authenticate', 'Bearer error="invalid_token"');
  const language = languageFrom(request.headers['accept-language']);
  return sendError(reply, 401, publicError('UNAUTHENTICATED', NOT_SIGNED_IN[language]));
}

/** What keeps somebody from trying tokens. */
export interface TokenLimits {
  readonly misses: Misses;
  readonly callers: Pick<CallerLimits, 'enter'>;
}

/**
 * The hook that knows who calls before a body is read: 401 where the token is at fault, 503 while it cannot be judged, 429 when too
 * many from this address did not hold. Whoever was let in a moment ago goes on even then. A request whose token does not hold is
 * nobody's: it spends what the anonymous of its address have, as it would without the token.
 */
export const identify =
  (readBearer: ReadBearer, { misses, callers }: TokenLimits, log: Logger) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    const barredFor = misses.barredFor(request.ip);
    try {
      request.signedIn = await readBearer(request.headers.authorization, barredFor !== undefined);
    } catch (error) {
      if (error instanceof NotTried) return refuseBarred(request, reply, barredFor!);
      if (error instanceof TokenRefused) {
        // Everybody behind one address comes with an old token in the morning: that is no guessing.
        if (error.isForged) await misses.note(request.ip);
        const language = languageFrom(request.headers['accept-language']);
        const spent = await usedUp(callers, { address: request.ip, language });
        if (spent) return sendError(reply, 429, spent);
        log.info({ requestId: request.id, reason: error.message }, 'bearer token refused');
        return refuseToken(request, reply);
      }
      if (error instanceof IssuerUnavailable) {
        log.error({ requestId: request.id, err: error.cause }, 'issuer keys cannot be read');
        const language = languageFrom(request.headers['accept-language']);
        return sendError(reply, 503, publicError('SERVICE_UNAVAILABLE', NO_KEYS[language], { service: 'identity' }));
      }
      throw error;
    }
  };
