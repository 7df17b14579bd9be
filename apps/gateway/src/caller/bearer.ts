import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** Roles a person can hold. SERVICE is not among them: services never come through the front door. */
const PERSON_ROLES = ['CITIZEN', 'OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN'] as const;
type PersonRole = (typeof PERSON_ROLES)[number];

export interface Person {
  readonly id: string;
  readonly roles: readonly PersonRole[];
  readonly departmentCode?: string;
}

/** The token is malformed, forged, expired, or not meant for this platform. */
export class TokenRefused extends Error {}
/** The issuer's keys cannot be read now: the token may be good. */
export class IssuerUnavailable extends Error {}

const claimsSchema = z.object({
  sub: z.uuid(),
  roles: z.array(z.string()).default([]),
  department: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .optional(),
});

export interface BearerSettings {
  readonly jwksUrl: string;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
}

export type ReadBearer = (authorization: string | undefined) => Promise<Person | undefined>;

const REMEMBERED = 2000;
const REMEMBER_MS = 30_000;
const CLOCK_SKEW_SECONDS = 5;

function personFrom(payload: JWTPayload): Person {
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) throw new TokenRefused('The token’s claims are not those of this platform.');
  const { sub, roles, department } = claims.data;
  if (roles.includes('SERVICE')) throw new TokenRefused('A bearer token may not carry the role SERVICE.');
  return {
    id: sub,
    roles: PERSON_ROLES.filter((role) => roles.includes(role)),
    ...(department && { departmentCode: department }),
  };
}

/**
 * Makes the reader of `Authorization`. Without the header the caller is anonymous; with it, the token holds or the request fails.
 * A verified token is remembered for 30 seconds at most, and never past its own expiry.
 * @throws {TokenRefused} {IssuerUnavailable}
 */
export function bearerReader(settings: BearerSettings, now: () => number = Date.now): ReadBearer {
  const keyOf = issuerKeys(settings.jwksUrl);
  const remembered = new Map<string, { readonly person: Person; readonly until: number }>();

  async function verify(token: string): Promise<Person> {
    const { payload } = await jwtVerify(token, keyOf, {
      issuer: settings.issuer,
      audience: settings.audience,
      algorithms: [...settings.algorithms],
      requiredClaims: ['exp', 'sub'],
      clockTolerance: CLOCK_SKEW_SECONDS,
      currentDate: new Date(now()),
    });
    const person = personFrom(payload);
    if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value!);
    remembered.set(token, { person, until: Math.min(now() + REMEMBER_MS, payload.exp! * 1000) });
    return person;
  }

  return async (authorization) => {
    if (authorization === undefined) return undefined;
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization)?.[1];
    if (!token) throw new TokenRefused('The Authorization header is not a bearer token.');
    const known = remembered.get(token);
    if (known && known.until > now()) return known.person;
    remembered.delete(token);
    try {
      return await verify(token);
    } catch (error) {
      if (error instanceof TokenRefused || error instanceof IssuerUnavailable) throw error;
      const reason = error instanceof errors.JWTExpired ? 'The token has expired.' : 'The token is not valid.';
      throw new TokenRefused(reason, { cause: error });
    }
  };
}

/** The issuer’s published keys, kept for ten minutes; an unknown key id has them read again, at most every ten seconds. */
function issuerKeys(url: string): JWTVerifyGetKey {
  const keySet = createRemoteJWKSet(new URL(url), { timeoutDuration: 5000, cooldownDuration: 10_000 });
  return async (header, token) => {
    try {
      return await keySet(header, token);
    } catch (error) {
      const fromToken = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];
      if (fromToken.some((kind) => error instanceof kind)) throw error;
      throw new IssuerUnavailable('The issuer’s keys cannot be read.', { cause: error });
    }
  };
}
