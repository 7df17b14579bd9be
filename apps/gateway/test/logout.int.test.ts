import { generateKeyPair } from 'jose';
import { eventually } from '@charter/testkit';
import { CITIZEN } from './fixtures/issuer';
import { type World, startWorld } from './fixtures/gateway';

const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const LOGOUT = { aud: 'city-pages', sub: CITIZEN, roles: undefined, events: EVENTS };
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const seconds = (): number => Math.floor(Date.now() / 1_000);

describe('logging out', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld({ OIDC_CLIENTS: 'city-pages, city-app' })));
  afterAll(() => world.stop());

  const statusFor = async (token: string, at = world.gateway): Promise<number> =>
    (await world.ask('{ whoAmI }', { token, at })).status;
  const logout = (token?: string) =>
    fetch(`${world.gateway.url}/logout`, {
      method: 'POST',
      headers: { 'accept-language': 'en', ...(token && { authorization: `Bearer ${token}` }) },
    });
  const told = (logoutToken: string, type = 'application/x-www-form-urlencoded') =>
    fetch(`${world.gateway.url}/backchannel-logout`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: `logout_token=${encodeURIComponent(logoutToken)}`,
    });

  it('ends this token, here at once, at the other gateways soon, and at one that starts later', async () => {
    const second = await world.another();
    const [token, other] = [await world.issuer.token(), await world.issuer.token()];
    expect(await statusFor(token, second)).toBe(200);
    expect((await logout(token)).status).toBe(204);
    expect(await statusFor(token)).toBe(401);
    await eventually(
      () => statusFor(token, second),
      (status) => status === 401,
    );
    expect(await statusFor(token, await world.another())).toBe(401);
    expect(await statusFor(other)).toBe(200);
  });

  it('ends a token that has no id, however its signature is written', async () => {
    const token = await world.issuer.token({ jti: undefined });
    const last = ALPHABET.indexOf(token.at(-1)!);
    const twin = token.slice(0, -1) + ALPHABET[last ^ 1]; // the last bits of 64 bytes in base64 mean nothing
    expect(await statusFor(twin)).toBe(200);
    expect((await logout(token)).status).toBe(204);
    for (const ended of [token, twin]) expect(await statusFor(ended)).toBe(401);
    expect(await statusFor(await world.issuer.token({ jti: undefined, name: 'another' }))).toBe(200);
  });

  it('needs a token that signs somebody in', async () => {
    const token = await world.issuer.token();
    await logout(token);
    for (const bad of [undefined, 'nonsense', token]) {
      const answer = await logout(bad);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({
        errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }],
      });
    }
  });

  it('is said to have failed when it cannot be kept; who has logged out before stays so', async () => {
    const [token, gone] = [await world.issuer.token(), await world.issuer.token()];
    await logout(gone);
    await world.notices.stop();
    const answer = await logout(token);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({
      errors: [
        {
          message: expect.stringContaining('try again'),
          extensions: { code: 'SERVICE_UNAVAILABLE', service: 'notices' },
        },
      ],
    });
    expect(await statusFor(gone)).toBe(401);
    expect(await statusFor(token)).toBe(200);
    await eventually(
      async () => world.log.filter((line) => line.includes('only those known so far hold')).length,
      (lines) => lines > 0,
    );
    await world.notices.start();
    expect((await logout(token)).status).toBe(204);
    expect(await statusFor(token)).toBe(401);
  });

  it('happens at the issuer too: a session’s tokens end', async () => {
    const person = { sub: '0197a000-0000-7000-8000-00000000aaaa' };
    const [one, two] = await Promise.all(['s1', 's2'].map((sid) => world.issuer.token({ ...person, sid })));
    const answer = await told(await world.issuer.token({ ...LOGOUT, ...person, sid: 's1' }, { typ: 'logout+jwt' }));
    expect(answer.status).toBe(200);
    expect(await statusFor(one!)).toBe(401);
    expect(await statusFor(two!)).toBe(200);
  });

  it('happens there to a person: everything that they had ends, and nobody else’s', async () => {
    const person = { sub: '0197a000-0000-7000-8000-00000000abcd' };
    const had = [await world.issuer.token({ ...person, sid: 's3' }), await world.issuer.token(person)];
    expect((await told(await world.issuer.token({ ...LOGOUT, ...person }))).status).toBe(200);
    for (const token of had) expect(await statusFor(token)).toBe(401);
    expect(await statusFor(await world.issuer.token())).toBe(200);
  });

  describe('by what is not the issuer’s word', () => {
    const id = { sub: '0197a000-0000-7000-8000-00000000dcba', sid: 's9' };
    const forms: Record<string, () => Promise<string>> = {
      'a bearer token': () => world.issuer.token({ ...id, aud: 'city-pages' }),
      'an ID token': () => world.issuer.token({ ...LOGOUT, ...id, nonce: 'n' }),
      'a token without the event': () => world.issuer.token({ ...LOGOUT, ...id, events: {} }),
      'a token for another client': () => world.issuer.token({ ...LOGOUT, ...id, aud: 'charter' }),
      'a token of another issuer': () => world.issuer.token({ ...LOGOUT, ...id, iss: 'https://elsewhere.example' }),
      'a token for nobody': () => world.issuer.token({ ...LOGOUT, sub: undefined }),
      'a token without an id': () => world.issuer.token({ ...LOGOUT, ...id, jti: undefined }),
      'a token of another type': () => world.issuer.token({ ...LOGOUT, ...id }, { typ: 'at+jwt' }),
      'an expired token': () => world.issuer.token({ ...LOGOUT, ...id }, { expires: seconds() - 60 }),
      'an old token': () => world.issuer.token({ ...LOGOUT, ...id, iat: seconds() - 3_600 }),
      'a forged token': async () =>
        world.issuer.token({ ...LOGOUT, ...id }, { key: (await generateKeyPair('EdDSA')).privateKey }),
      'no token': async () => '',
      text: async () => 'a.b.c',
    };
    it.each(Object.keys(forms))('%s is refused, and ends nothing', async (name) => {
      const bearer = await world.issuer.token(id);
      const answer = await told(await forms[name]!());
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: 'invalid_request' });
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await statusFor(bearer)).toBe(200);
    });

    it('another form of body is refused', async () => {
      expect((await told(await world.issuer.token({ ...LOGOUT, ...id }), 'application/json')).status).toBe(415);
    });
  });

  it('never signs anybody in: a logout token is no bearer token', async () => {
    for (const typ of ['JWT', 'logout+jwt']) {
      expect(await statusFor(await world.issuer.token({ ...LOGOUT, aud: 'charter' }, { typ }))).toBe(401);
    }
    expect(await statusFor(await world.issuer.token({}, { typ: 'logout+jwt' }))).toBe(401);
    expect(await statusFor(await world.issuer.token({}, { typ: 'at+jwt' }))).toBe(200);
  });
});
