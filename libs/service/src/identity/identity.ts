import { createHash } from 'node:crypto';
import { type CryptoKey, type JSONWebKeySet, type JWK, SignJWT, createLocalJWKSet, importJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import { ROLES, SERVICES, type Language } from '@charter/contracts';
import type { Caller } from './caller';

/** The header that carries the signed identity of the caller. */
export const IDENTITY_HEADER = 'x-charter-identity';

const LIFETIME_SECONDS = 30;
const ALGORITHM = 'EdDSA';

export interface IdentityClaims {
  /** The subgraph that may accept it. */
  readonly aud: string;
  readonly sub?: string;
  readonly roles: readonly string[];
  readonly dep?: string;
  /** Request id. */
  readonly rid: string;
  readonly lang: Language;
  /** Network address of the client. */
  readonly from?: string;
}

export interface SigningKey {
  readonly issuer: string;
  readonly key: CryptoKey;
}

/** @param jwk a private Ed25519 key whose `kid` is the issuer's name */
export async function readSigningKey(jwk: JWK): Promise<SigningKey> {
  return { issuer: jwk.kid!, key: (await importJWK(jwk, ALGORITHM)) as CryptoKey };
}

const digest = (body: string | Buffer): string => createHash('sha256').update(body).digest('base64url');

/** Signs who is calling for one request to one subgraph: valid for 30 seconds and for this body alone. */
export const signIdentity = (
  { issuer, key }: SigningKey,
  claims: IdentityClaims,
  body: string | Buffer,
): Promise<string> =>
  new SignJWT({
    ...{ roles: claims.roles, dep: claims.dep, rid: claims.rid, lang: claims.lang, from: claims.from },
    body: digest(body),
  })
    .setProtectedHeader({ alg: ALGORITHM, kid: issuer })
    .setIssuer(issuer)
    .setAudience(claims.aud)
    .setSubject(claims.sub ?? '')
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(key);

const claimsSchema = z.object({
  iss: z.string(),
  sub: z.union([z.uuid(), z.literal('')]),
  roles: z.array(z.enum(ROLES)),
  dep: z.string().optional(),
  rid: z.string(),
  lang: z.enum(['ko', 'en']),
  from: z.string().max(64).optional(),
  body: z.string(),
});

export class IdentityRefused extends Error {}

export type VerifyIdentity = (token: string | undefined, body: string | Buffer) => Promise<Caller>;

/**
 * Makes the check that stands before GraphQL is parsed. The gateway vouches for people, a service only for itself.
 * @throws {IdentityRefused} for a missing, forged, expired, foreign or replayed identity
 */
export function identityVerifier(keys: JSONWebKeySet, audience: string): VerifyIdentity {
  const keySet = createLocalJWKSet(keys);
  const check = async (token: string, body: string | Buffer): Promise<Caller> => {
    const { payload, protectedHeader } = await jwtVerify(token, keySet, {
      audience,
      algorithms: [ALGORITHM],
      requiredClaims: ['exp', 'iat'],
    });
    const claims = claimsSchema.parse(payload);
    if (protectedHeader.kid !== claims.iss) throw new IdentityRefused('The key is not the issuer’s.');
    if (digest(body) !== claims.body) throw new IdentityRefused('The identity was signed for another body.');
    const fromService = (SERVICES as readonly string[]).includes(claims.iss);
    if (fromService !== claims.roles.includes('SERVICE'))
      throw new IdentityRefused('The issuer may not vouch for this role.');
    return {
      ...(claims.sub && { id: claims.sub }),
      roles: claims.roles,
      ...(claims.dep && { departmentCode: claims.dep }),
      ...(claims.from && { address: claims.from }),
      requestId: claims.rid,
      language: claims.lang,
      issuer: claims.iss,
    };
  };
  return async (token, body) => {
    if (!token) throw new IdentityRefused('This service answers the gateway only.');
    try {
      return await check(token, body);
    } catch (error) {
      if (error instanceof IdentityRefused) throw error;
      throw new IdentityRefused('The signed identity is not valid.', { cause: error });
    }
  };
}
