import { randomUUID } from 'node:crypto';

import { importJWK, type JWK, SignJWT } from 'jose';

import type { DemoPerson } from './people';

/** Whom the tokens are for: the gateway, which checks it. */
export const AUDIENCE = 'charter';
const LIFETIME_DAYS = 30;

/** Seconds for which a token of this issuer holds. */
export const TOKEN_LIFETIME_S = LIFETIME_DAYS * 24 * 60 * 60;

/**
 * A bearer token for a demo person, EdDSA, valid for 30 days.
 * @param key the issuer's private key with its `kid`
 * @param issuer the issuer's address, the `iss` claim
 */
export async function issueToken(person: DemoPerson, key: JWK, issuer: string, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({
    roles: person.roles,
    name: person.name,
    ...(person.department && { department: person.department }),
  })
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid ?? '', typ: 'JWT' })
    .setJti(randomUUID())
    .setSubject(person.id)
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + TOKEN_LIFETIME_S)
    .sign(await importJWK(key, 'EdDSA'));
}
