import { type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Logout } from '@charter/contracts';
import { CLOCK_SKEW_SECONDS, LONGEST_TOKEN_SECONDS, digestOf } from './bearer';
import { IssuerUnavailable, TokenRefused } from './person';
import { subjectId } from './subject-id';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** OpenID Connect Back-Channel Logout 1.0, 2.4: one of `sid` and `sub` at least, and never a `nonce`, which an ID token has. */
const claimsSchema = z
  .looseObject({
    sub: z.string().min(1).max(255).optional(),
    sid: z.string().min(1).max(1024).optional(),
    iat: z.number(),
    jti: z.string(),
    events: z.looseObject({ [EVENT]: z.looseObject({}) }),
    nonce: z.never().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined, 'must name a person or a session');

export interface LogoutTokenSettings {
  readonly issuer: string;
  /** The clients for which it may be meant. */
  readonly audiences: readonly string[];
  readonly algorithms: readonly string[];
  readonly keyFor: JWTVerifyGetKey;
}

export type ReadLogoutToken = (token: string) => Promise<Logout>;

/**
 * Makes the reader of what an issuer sends when somebody has logged out there (the same, 2.6).
 * The reader throws {TokenRefused} {IssuerUnavailable}.
 */
export const logoutTokenReader =
  ({ issuer, audiences, algorithms, keyFor }: LogoutTokenSettings): ReadLogoutToken =>
  async (token) => {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keyFor, {
        issuer,
        audience: [...audiences],
        algorithms: [...algorithms],
        requiredClaims: ['iat', 'jti', 'events'],
        maxTokenAge: '10 minutes',
        clockTolerance: CLOCK_SKEW_SECONDS,
      });
      if (!/^(logout\+)?jwt$/i.test(protectedHeader.typ ?? 'JWT')) throw new TokenRefused('It is no logout token.');
      const { sub, sid, iat } = claimsSchema.parse(payload);
      const personId = sub === undefined ? null : subjectId(issuer, sub);
      const when = { issuedUpTo: Math.floor(iat), until: Math.ceil(iat) + LONGEST_TOKEN_SECONDS };
      if (sid !== undefined) return { kind: 'SESSION', key: digestOf(sid), personId, ...when };
      return { kind: 'PERSON', key: personId!, personId, ...when };
    } catch (error) {
      if (error instanceof TokenRefused || error instanceof IssuerUnavailable) throw error;
      throw new TokenRefused('The logout token is not valid.', true, { cause: error });
    }
  };
