import { createHmac } from 'node:crypto';
import { generateKeyPair } from 'jose';
import { CITIZEN } from './fixtures/issuer';
import { type World, startWorld } from './fixtures/gateway';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('bearer tokens', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.stop());

  const caller = async (token?: string) => {
    const { data } = await world.ask('{ whoAmI }', { token });
    return JSON.parse(String(data!.whoAmI)) as Record<string, unknown>;
  };
  const refused = async (token: string) => {
    const before = world.notices.calls.length;
    const answer = await world.ask('{ whoAmI }', { token });
    expect(answer.status).toBe(401);
    expect(answer.errors).toEqual([{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
    expect(world.notices.calls).toHaveLength(before);
  };

  it('makes the caller known to the subgraphs', async () => {
    const token = await world.issuer.token({ roles: ['OFFICER', 'MANAGER'], department: 'D-100' });
    expect(await caller(token)).toMatchObject({
      id: CITIZEN,
      roles: ['OFFICER', 'MANAGER'],
      departmentCode: 'D-100',
      issuer: 'gateway',
    });
  });

  it('lets callers without a token in as anonymous', async () => {
    const anonymous = await caller();
    expect(anonymous.id).toBeUndefined();
    expect(anonymous.roles).toEqual([]);
  });

  it('drops roles this platform does not know', async () => {
    expect((await caller(await world.issuer.token({ roles: ['CITIZEN', 'offline_access', 'citizen'] }))).roles).toEqual(
      ['CITIZEN'],
    );
  });

  it('refuses the role SERVICE', async () => refused(await world.issuer.token({ roles: ['ADMIN', 'SERVICE'] })));
  it('refuses an expired token', async () =>
    refused(await world.issuer.token({}, { expires: Math.floor(Date.now() / 1000) - 60 })));
  it('refuses another issuer', async () => refused(await world.issuer.token({ iss: 'https://elsewhere.example' })));
  it('refuses another audience', async () => refused(await world.issuer.token({ aud: 'another-app' })));
  it('refuses a person without an id', async () => refused(await world.issuer.token({ sub: '' })));
  it('refuses a token that holds for longer than a logout is remembered', async () =>
    refused(await world.issuer.token({ iat: Math.floor(Date.now() / 1000) - 32 * 86_400 })));
  it('refuses an unknown key id', async () => refused(await world.issuer.token({}, { kid: 'nobody' })));
  it('refuses a foreign key under a known id', async () =>
    refused(await world.issuer.token({}, { key: (await generateKeyPair('EdDSA')).privateKey })));

  it('refuses text that is no token', async () => {
    for (const text of ['nonsense', 'a.b.c', 'null', `${await world.issuer.token()}x`]) await refused(text);
  });

  it('refuses another scheme', async () => {
    for (const authorization of ['Basic YWRtaW46YWRtaW4=', 'Bearer', 'Bearer  ', await world.issuer.token()]) {
      expect((await world.ask('{ whoAmI }', { headers: { authorization } })).status).toBe(401);
    }
  });

  it('refuses alg none', async () => {
    const [, payload] = (await world.issuer.token()).split('.');
    await refused(`${encode({ alg: 'none', kid: 'first' })}.${payload}.`);
  });

  it('refuses a public key used as a shared secret', async () => {
    const [, payload] = (await world.issuer.token({ roles: ['ADMIN'] })).split('.');
    const head = `${encode({ alg: 'HS256', kid: 'first' })}.${payload}`;
    const signature = createHmac('sha256', JSON.stringify(world.issuer.jwks.keys[0])).update(head).digest('base64url');
    await refused(`${head}.${signature}`);
  });

  it('refuses a changed payload', async () => {
    const [head, payload, signature] = (await world.issuer.token()).split('.');
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as object;
    await refused(`${head}.${encode({ ...claims, roles: ['ADMIN'] })}.${signature}`);
  });
});

describe('an issuer that is away', () => {
  it('is told as such, and anonymous callers are served', async () => {
    const world = await startWorld({ OIDC_JWKS_URL: 'http://127.0.0.1:9/jwks' });
    const answer = await world.ask('{ whoAmI }', { token: await world.issuer.token() });
    expect(answer.status).toBe(503);
    expect(answer.errors![0]!.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE', service: 'identity' });
    expect((await world.ask('{ whoAmI }')).status).toBe(200);
    await world.stop();
  });
});

describe('the address of a caller', () => {
  const addressFor = async (settings: Record<string, string>, forwarded: string): Promise<unknown> => {
    const world = await startWorld(settings);
    try {
      const { data } = await world.ask('{ whoAmI }', { headers: { 'x-forwarded-for': forwarded } });
      return (JSON.parse(String(data!.whoAmI)) as { address: unknown }).address;
    } finally {
      await world.stop();
    }
  };

  it('is the connection’s, whatever the client says of it', async () =>
    expect(await addressFor({}, '203.0.113.7')).toBe('127.0.0.1'));

  it('is what a trusted proxy says, and not what the client told the proxy', async () =>
    expect(await addressFor({ TRUSTED_PROXIES: '127.0.0.1' }, '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7'));
});
