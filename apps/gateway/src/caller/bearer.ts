import { createHash } from 'node:crypto';
import { type JWTPayload, type JWTVerifyGetKey, type JWTVerifyResult, errors, jwtVerify } from 'jose';
import { type ClaimRules, personFrom } from './claims';
import { IssuerUnavailable, NotTried, type Person, TokenRefused } from './person';
import { subjectId } from './subject-id';

/** What a token is, apart from whom it is about: what a logout names it by. */
export interface TokenFacts {
  /** Digest of its id, or of what was signed where it has none. */
  readonly key: string;
  /** Digest of its session at the issuer, where the token names one. */
  readonly session?: string;
  /** Whom the issuer means by `sub`. */
  readonly personId: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** Somebody, and the token that says so. */
export interface SignedIn {
  readonly person: Person;
  readonly token: TokenFacts;
}

export interface BearerSettings {
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly claims: ClaimRules;
  readonly keyFor: JWTVerifyGetKey;
  /** Whether somebody has logged it out. */
  readonly isLoggedOut: (token: TokenFacts) => boolean;
}

/**
 * Reads `Authorization`.
 * @param onlyKnown takes none but tokens that were verified a moment ago
 * @throws {TokenRefused} {IssuerUnavailable} {NotTried}
 */
export type ReadBearer = (authorization: string | undefined, onlyKnown?: boolean) => Promise<SignedIn | undefined>;

const REMEMBERED = 2000;
const REMEMBER_MS = 30_000;
/** By how much the issuer's clock may differ. */
export const CLOCK_SKEW_SECONDS = 5;
/** No token holds longer than this after it was issued, whatever it says: a logout must outlive what it ends. */
export const LONGEST_TOKEN_SECONDS = 31 * 24 * 60 * 60;
/** Faults of a token that the issuer has signed, or may have: jose looks at claims after the signature. */
const UNTIMELY = [errors.JWTExpired, errors.JWTClaimValidationFailed, errors.JWKSNoMatchingKey];
/** Kinds of token that sign somebody in. A logout token (`logout+jwt`) never does. */
const TYPES = new Set(['jwt', 'at+jwt', 'application/at+jwt']);

/** Names a token or a session without keeping what it is. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** By the signed part where it has no id: a signature can be written in more than one way. */
const keyOf = (token: string, { jti }: JWTPayload): string =>
  digestOf(jti ? `id:${jti}` : `signed:${token.slice(0, token.lastIndexOf('.'))}`);

/**
 * Makes the reader of `Authorization`. Without the header the caller is anonymous; with it, the token holds or the request fails.
 * A verified token is remembered for 30 seconds at most, and never past its own expiry; whether it was logged out is asked each time.
 */
export function bearerReader(settings: BearerSettings, now: () => number = Date.now): ReadBearer {
  const { claims, isLoggedOut } = settings;
  const remembered = new Map<string, { readonly signedIn: SignedIn; readonly until: number }>();

  async function verify(token: string): Promise<SignedIn> {
    const { payload, protectedHeader }: JWTVerifyResult = await jwtVerify(token, settings.keyFor, {
      issuer: claims.issuer,
      audience: settings.audience,
      algorithms: [...settings.algorithms],
      requiredClaims: ['exp', 'iat', 'sub'],
      maxTokenAge: LONGEST_TOKEN_SECONDS,
      clockTolerance: CLOCK_SKEW_SECONDS,
      currentDate: new Date(now()),
    });
    if (!TYPES.has((protectedHeader.typ ?? 'JWT').toLowerCase()) || 'events' in payload)
      throw new TokenRefused('The token is not one that signs somebody in.');
    const signedIn: SignedIn = {
      person: personFrom(payload, claims),
      token: {
        key: keyOf(token, payload),
        ...(typeof payload.sid === 'string' && { session: digestOf(payload.sid) }),
        personId: subjectId(claims.issuer, payload.sub!),
        issuedAt: Math.floor(payload.iat!),
        expiresAt: Math.ceil(payload.exp!),
      },
    };
    if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value!);
    remembered.set(token, { signedIn, until: Math.min(now() + REMEMBER_MS, payload.exp! * 1000) });
    return signedIn;
  }

  async function read(token: string, onlyKnown: boolean): Promise<SignedIn> {
    const known = remembered.get(token);
    if (known && known.until > now()) return known.signedIn;
    remembered.delete(token);
    if (onlyKnown) throw new NotTried('The token was not tried.');
    try {
      return await verify(token);
    } catch (error) {
      if (error instanceof TokenRefused || error instanceof IssuerUnavailable) throw error;
      const reason = error instanceof errors.JWTExpired ? 'The token has expired.' : 'The token is not valid.';
      throw new TokenRefused(reason, !UNTIMELY.some((kind) => error instanceof kind), { cause: error });
    }
  }

  return async (authorization, onlyKnown = false) => {
    if (authorization === undefined) return undefined;
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization)?.[1];
    if (!token) throw new TokenRefused('The Authorization header is not a bearer token.', true);
    const signedIn = await read(token, onlyKnown);
    if (isLoggedOut(signedIn.token)) throw new TokenRefused('The token was logged out.');
    return signedIn;
  };
}
