import { type JsonWebKey, type KeyObject, createPrivateKey, hash, sign } from 'node:crypto';
import { type JSONWebKeySet, type JWK, createLocalJWKSet, jwtVerify } from 'jose';
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
  readonly key: KeyObject;
}

/**
 * @param jwk a private Ed25519 key whose `kid` is the issuer's name
 * @throws when it is no such key
 */
export async function readSigningKey(jwk: JWK): Promise<SigningKey> {
  const key = createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The signing key has to be an Ed25519 key.');
  return { issuer: jwk.kid!, key };
}

const digest = (body: string | Buffer): string => hash('sha256', body, 'base64url');
const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/**
 * Signs who is calling for one request to one subgraph: valid for 30 seconds and for this body alone. A JWT (RFC 7519) that is
 * made at once: each call of a subgraph has one, and a signature takes less time than handing it to another thread.
 */
export async function signIdentity(
  { issuer, key }: SigningKey,
  { aud, sub = '', roles, dep, rid, lang, from }: IdentityClaims,
  body: string | Buffer,
): Promise<string> {
  const iat = Math.floor(Date.now() / 1_000);
  const claims = { roles, dep, rid, lang, from, body: digest(body), iss: issuer, aud, sub, iat };
  const signed = `${encoded({ alg: ALGORITHM, kid: issuer })}.${encoded({ ...claims, exp: iat + LIFETIME_SECONDS })}`;
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
}

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
