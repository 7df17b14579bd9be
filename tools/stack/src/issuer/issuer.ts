import Fastify, { type FastifyInstance } from 'fastify';
import type { JWK } from 'jose';
import { z } from 'zod';

import { DEMO_PERSON_KEYS, demoPeople } from './people';
import { issueToken, TOKEN_LIFETIME_S } from './token';

export interface IssuerOptions {
  /** Its own address, the `iss` of every token. */
  readonly issuer: string;
  /** Private Ed25519 key with `kid`. */
  readonly key: JWK;
}

/**
 * An identity provider for development: it gives a token for any demo person to whoever asks, so it must never run where
 * real people are served.
 */
export function createIssuer({ issuer, key }: IssuerOptions): FastifyInstance {
  const app = Fastify();
  const { kty, crv, x, kid } = key;

  app.get('/.well-known/openid-configuration', () => ({
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    token_endpoint: `${issuer}/token`,
    response_types_supported: ['token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['EdDSA'],
  }));
  app.get('/.well-known/jwks.json', () => ({ keys: [{ kty, crv, x, kid, alg: 'EdDSA', use: 'sig' }] }));
  app.get('/people', () =>
    demoPeople.map(({ key: person, name, nameEn, title, roles }) => ({ person, name, nameEn, title, roles })),
  );
  app.post('/token', async (request, reply) => {
    const asked = z.object({ person: z.enum(DEMO_PERSON_KEYS) }).safeParse(request.body);
    const person = asked.success && demoPeople.find((known) => known.key === asked.data.person);
    if (!person) {
      return reply.code(400).send({
        error: 'invalid_request',
        error_description: `person must be one of ${DEMO_PERSON_KEYS.join(', ')}`,
      });
    }
    const token = await issueToken(person, key, issuer, new Date());
    return { access_token: token, token_type: 'Bearer', expires_in: TOKEN_LIFETIME_S };
  });
  app.get('/health/live', () => ({ status: 'ok' }));
  app.get('/health/ready', () => ({ status: 'ok' }));
  return app;
}
