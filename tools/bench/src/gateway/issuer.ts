import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { type JWK, SignJWT, exportJWK, generateKeyPair } from 'jose';
import { listenOnLoopback } from './listen';

const ALGORITHM = 'EdDSA';
const PEOPLE = 100;

export interface Issuer {
  readonly url: string;
  /** The private key with which the gateway signs who is calling. */
  readonly gatewayKey: JWK;
  /** A token for each of a hundred citizens. */
  readonly tokens: readonly string[];
  close(): void;
}

/** Vouches for people towards our gateway; publishes its key on loopback. */
export async function startIssuer(): Promise<Issuer> {
  const [person, gateway] = await Promise.all([
    generateKeyPair(ALGORITHM),
    generateKeyPair(ALGORITHM, { extractable: true }),
  ]);
  const jwks = { keys: [{ ...(await exportJWK(person.publicKey)), kid: 'issuer', alg: ALGORITHM, use: 'sig' }] };
  const server = createServer((_request, response) => response.end(JSON.stringify(jwks)));
  const url = await listenOnLoopback(server);
  const token = (): Promise<string> =>
    new SignJWT({ roles: ['CITIZEN'], jti: randomUUID() })
      .setProtectedHeader({ alg: ALGORITHM, kid: 'issuer', typ: 'JWT' })
      .setSubject(randomUUID())
      .setIssuer(url)
      .setAudience('charter')
      .setIssuedAt()
      .setExpirationTime('2h')
      .sign(person.privateKey);
  return {
    url,
    gatewayKey: { ...(await exportJWK(gateway.privateKey)), kid: 'gateway' },
    tokens: await Promise.all(Array.from({ length: PEOPLE }, token)),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
