import { createHmac, randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT, exportJWK, generateKeyPair } from 'jose';
import { type World, startWorld } from '../fixtures/gateway';
import { CITIZEN } from '../fixtures/issuer';
import { ask, clean, refused } from './clean';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const WHO = '{ whoAmI }';

describe('who somebody claims to be', () => {
  let world: World;
  let url: string;
  beforeAll(async () => {
    world = await startWorld({ MISSES_PER_ADDRESS: '1000' });
    url = world.gateway.url;
  });
  afterAll(() => world.stop());
  afterEach(() => {
    world.notices.calls.length = 0;
  });

  const claims = (further: JWTPayload = {}): JWTPayload => ({
    ...{ sub: CITIZEN, roles: ['ADMIN'], iss: world.issuer.url, aud: 'charter', jti: randomUUID() },
    ...{ iat: Math.floor(Date.now() / 1_000), exp: Math.floor(Date.now() / 1_000) + 600 },
    ...further,
  });
  const unauthenticated = async (token: string) => {
    const said = await ask(url, { query: WHO }, { authorization: `Bearer ${token}` });
    expect([said.status, refused(said)]).toEqual([401, ['UNAUTHENTICATED']]);
    expect(world.notices.calls).toHaveLength(0);
  };

  it('is refused when nobody has signed it: algorithm none, in any spelling', async () => {
    for (const alg of ['none', 'None', 'NONE', 'nOnE', '']) {
      for (const kid of ['first', undefined]) {
        const unsigned = `${part({ alg, kid, typ: 'JWT' })}.${part(claims())}`;
        for (const signature of ['', part({})]) await unauthenticated(`${unsigned}.${signature}`);
      }
    }
  });

  it('is refused when the public key is used as a shared secret', async () => {
    const [key] = world.issuer.jwks.keys;
    const secrets = [
      JSON.stringify(key),
      JSON.stringify(world.issuer.jwks),
      key!.x!,
      Buffer.from(key!.x!, 'base64url'),
      '',
    ];
    for (const alg of ['HS256', 'HS512'] as const) {
      for (const secret of secrets) {
        const signed = `${part({ alg, kid: 'first', typ: 'JWT' })}.${part(claims())}`;
        const signature = createHmac(alg === 'HS256' ? 'sha256' : 'sha512', secret)
          .update(signed)
          .digest('base64url');
        await unauthenticated(`${signed}.${signature}`);
      }
    }
  });

  it('is refused when somebody else has signed it, also with a key that comes along', async () => {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    const jwk = await exportJWK(publicKey);
    for (const further of [{}, { jwk }, { jku: `${world.issuer.url}/other` }, { x5u: world.issuer.url }]) {
      for (const kid of ['first', 'other', '../first', "' OR 1=1 --", '__proto__']) {
        const header = { alg: 'EdDSA', kid, typ: 'JWT', ...further };
        await unauthenticated(await new SignJWT(claims()).setProtectedHeader(header).sign(privateKey));
      }
    }
  });

  it('is refused when it was changed after it was signed', async () => {
    const [header, , signature] = (await world.issuer.token()).split('.') as [string, string, string];
    await unauthenticated(`${header}.${part(claims())}.${signature}`);
    await unauthenticated(
      `${part({ alg: 'EdDSA', kid: 'first', crit: ['b64'], b64: false })}.${part(claims())}.${signature}`,
    );
  });

  it('is refused when its time is over or has not come, when it is for another, and when it says nothing sensible', async () => {
    const now = Math.floor(Date.now() / 1_000);
    await unauthenticated(await world.issuer.token({}, { expires: now - 60 }));
    await unauthenticated(await world.issuer.token({ nbf: now + 600 }));
    await unauthenticated(await world.issuer.token({ aud: 'another' }));
    await unauthenticated(await world.issuer.token({ iss: 'https://evil.example' }));
    await unauthenticated(await world.issuer.token({ roles: ['SERVICE'] }));
    await unauthenticated(await world.issuer.token({ sub: '' }));
    await unauthenticated(await world.issuer.token({}, { typ: 'logout+jwt' }));
    await unauthenticated(await world.issuer.token({ iat: now - 40 * 24 * 3_600 }, { expires: now + 600 }));
  });

  it('is refused when it was logged out, however it is written again', async () => {
    const token = await world.issuer.token();
    const { status } = await fetch(`${url}/logout`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    expect(status).toBe(204);
    await unauthenticated(token);
    for (const scheme of ['bearer', 'BEARER']) {
      const said = await ask(url, { query: WHO }, { authorization: `${scheme} ${token}` });
      expect(refused(said)).toEqual(['UNAUTHENTICATED']);
    }
  });

  it('is refused in every form that is no token', async () => {
    for (const authorization of [
      'Bearer',
      'Bearer ',
      'Basic YTpi',
      'Bearer a.b',
      'Bearer a.b.c.d',
      `Bearer ${'a'.repeat(8_000)}.b.c`,
      'Bearer null',
    ]) {
      expect(refused(await ask(url, { query: WHO }, { authorization }))).toEqual(['UNAUTHENTICATED']);
    }
    expect(world.notices.calls).toHaveLength(0);
  });

  it('is not taken from headers that only the gateway may write', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    const forged = await new SignJWT({ sub: CITIZEN, roles: ['ADMIN'], rid: 'x', lang: 'ko', body: 'x' })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'gateway' })
      .setIssuer('gateway')
      .setAudience('notices')
      .sign(privateKey);
    const names = [
      ...['x-charter-identity', 'X-Charter-Identity', 'x_charter_identity', 'x-charter-caller', 'x-charter-roles'],
      ...[
        'x-user-id',
        'x-roles',
        'x-forwarded-user',
        'x-original-user',
        'x-remote-user',
        'x-forwarded-for',
        'forwarded',
      ],
    ];
    for (const name of names) {
      for (const value of [forged, CITIZEN, 'ADMIN', '{"sub":"x","roles":["ADMIN"]}']) {
        const said = await ask(url, { query: WHO }, { [name]: value });
        const { data } = JSON.parse(said.text) as { data: { whoAmI: string } };
        const caller = JSON.parse(data.whoAmI) as Record<string, unknown>;
        expect([caller.id, caller.roles, caller.departmentCode]).toEqual([undefined, [], undefined]);
        expect(caller.address).not.toBe(value);
      }
    }
    // What a subgraph gets is the gateway’s own, once, whatever came.
    for (const { headers } of world.notices.calls) {
      expect(headers['x-charter-identity']).not.toContain(forged);
      expect(
        Object.keys(headers).filter((name) => /x[-_](charter|user|roles|remote|original|forwarded)/.test(name)),
      ).toEqual(['x-charter-identity']);
    }
  });

  it('cannot be had from a subgraph itself: no identity, a forged one, one of another body, one that was used before', async () => {
    const query = { query: WHO };
    world.notices.calls.length = 0;
    clean(await ask(url, query).then((said) => ({ ...said, text: said.text.replaceAll('127.0.0.1', '') })));
    const [{ headers, body }] = world.notices.calls as [(typeof world.notices.calls)[number]];
    const identity = headers['x-charter-identity'] as string;
    type Headers = Record<string, string>;
    const direct = (given: Headers, sent: object) =>
      fetch(world.notices.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...given },
        body: JSON.stringify(sent),
      });
    for (const given of [
      {},
      { 'x-charter-identity': 'a.b.c' },
      { 'x-charter-identity': `${part({ alg: 'none' })}.${part({})}.` },
    ] as Headers[]) {
      expect((await direct(given, body)).status).toBe(401);
    }
    expect((await direct({ 'x-charter-identity': identity }, { query: '{ me { id name } }' })).status).toBe(401);
    const at = world.complaints.url;
    const elsewhere = await fetch(at, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-charter-identity': identity },
      body: JSON.stringify(body),
    });
    expect(elsewhere.status).toBe(401);
  });
});
