import { SignJWT, exportJWK, generateKeyPair, type JWK } from 'jose';
import { IdentityRefused, type SigningKey, identityVerifier, readSigningKey, signIdentity } from './identity';

const BODY = '{"query":"{ me { id } }"}';
const PERSON = '0b4d6f3e-1c1f-4d6e-9f57-0c6a5a0f1a11';

async function issuer(kid: string): Promise<{ key: SigningKey; publicJwk: JWK; privateJwk: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const privateJwk = { ...(await exportJWK(privateKey)), kid };
  return { key: await readSigningKey(privateJwk), privateJwk, publicJwk: { ...(await exportJWK(publicKey)), kid } };
}

const claims = { aud: 'complaints', sub: PERSON, roles: ['OFFICER'], dep: 'ROADS', rid: 'r-1', lang: 'ko' } as const;

describe('the signed identity', () => {
  let gateway: Awaited<ReturnType<typeof issuer>>;
  let notices: Awaited<ReturnType<typeof issuer>>;
  let verify: ReturnType<typeof identityVerifier>;

  beforeAll(async () => {
    gateway = await issuer('gateway');
    notices = await issuer('notices');
    verify = identityVerifier({ keys: [gateway.publicJwk, notices.publicJwk] }, 'complaints');
  });

  it('tells the subgraph who asks', async () => {
    const caller = await verify(await signIdentity(gateway.key, claims, BODY), BODY);
    expect(caller).toEqual({
      id: PERSON,
      roles: ['OFFICER'],
      departmentCode: 'ROADS',
      requestId: 'r-1',
      language: 'ko',
      issuer: 'gateway',
    });
  });

  it('tells from which address, when the gateway does', async () => {
    const caller = await verify(await signIdentity(gateway.key, { ...claims, from: '203.0.113.7' }, BODY), BODY);
    expect(caller.address).toBe('203.0.113.7');
  });

  it('names nobody for an anonymous caller', async () => {
    const caller = await verify(
      await signIdentity(gateway.key, { ...claims, sub: undefined, roles: [], dep: undefined }, BODY),
      BODY,
    );
    expect(caller).not.toHaveProperty('id');
    expect(caller.roles).toEqual([]);
  });

  it('is signed with an Ed25519 key alone', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    await expect(readSigningKey({ ...(await exportJWK(privateKey)), kid: 'gateway' })).rejects.toThrow('Ed25519');
  });

  it('lets a service speak for itself', async () => {
    const token = await signIdentity(
      notices.key,
      { aud: 'complaints', roles: ['SERVICE'], rid: 'r-1', lang: 'ko' },
      BODY,
    );
    expect((await verify(token, BODY)).roles).toEqual(['SERVICE']);
  });

  const refused: [string, () => Promise<string | undefined>][] = [
    ['none', async () => undefined],
    ['one that is no token', async () => 'Bearer x'],
    ['one for another subgraph', () => signIdentity(gateway.key, { ...claims, aud: 'surveys' }, BODY)],
    ['one for another body', () => signIdentity(gateway.key, claims, BODY.replace('me', 'queues'))],
    ['a gateway that claims to be a service', () => signIdentity(gateway.key, { ...claims, roles: ['SERVICE'] }, BODY)],
    ['a service that vouches for a person', () => signIdentity(notices.key, claims, BODY)],
    [
      'a service that signs in the gateway’s name',
      () => signIdentity({ issuer: 'gateway', key: notices.key.key }, claims, BODY),
    ],
    ['a key that nobody knows', async () => signIdentity((await issuer('gateway')).key, claims, BODY)],
    ['a role that does not exist', () => signIdentity(gateway.key, { ...claims, roles: ['MAYOR'] }, BODY)],
    [
      'an expired one',
      async () =>
        new SignJWT({ roles: [], rid: 'r', lang: 'ko', body: '' })
          .setProtectedHeader({ alg: 'EdDSA', kid: 'gateway' })
          .setIssuer('gateway')
          .setAudience('complaints')
          .setSubject('')
          .setIssuedAt(1)
          .setExpirationTime(31)
          .sign(gateway.key.key),
    ],
    [
      'one without signature',
      async () => {
        const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
        return `${part({ alg: 'none' })}.${part({ ...claims, iss: 'gateway', exp: 4e9, iat: 1 })}.`;
      },
    ],
  ];
  it.each(refused)('is refused: %s', async (_name, token) => {
    await expect(verify(await token(), BODY)).rejects.toBeInstanceOf(IdentityRefused);
  });
});
