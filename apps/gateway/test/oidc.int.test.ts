import { eventually } from '@charter/testkit';
import { type World, startWorld } from './fixtures/gateway';
import { CLIENT, OidcProvider, type ProviderSettings, Visitor, providerKey } from './fixtures/provider';

/** How the words of this provider are read. */
const WORDS = {
  OIDC_ROLES_CLAIM: '/realm_access/roles',
  OIDC_ROLES: JSON.stringify({ 'city-officer': 'OFFICER', 'city-admin': 'ADMIN' }),
  OIDC_DEFAULT_ROLE: 'CITIZEN',
  OIDC_DEPARTMENT_CLAIM: 'groups',
  OIDC_DEPARTMENTS: JSON.stringify({ '/city/roads': 'ROADS' }),
};

describe('a provider that is known by its name alone', () => {
  let provider: OidcProvider;
  let world: World;
  let settings: ProviderSettings;
  beforeAll(async () => {
    settings = { keys: [await providerKey('first')] };
    provider = await OidcProvider.start(settings);
    world = await startWorld({ OIDC_JWKS_URL: '', OIDC_ISSUER: provider.issuer, OIDC_CLIENTS: CLIENT, ...WORDS });
    settings = { ...settings, logoutUrl: `${world.gateway.url}/backchannel-logout` };
    await provider.restart(settings);
  });
  afterAll(async () => {
    await world.stop();
    await provider.close();
  });

  const visitor = () => new Visitor(provider.issuer);
  const statusFor = async (token: string, at = world.gateway): Promise<number> =>
    (await world.ask('{ whoAmI }', { token, at })).status;
  const becomes = (token: string, status: number, at = world.gateway) =>
    eventually(
      () => statusFor(token, at),
      (answered) => answered === status,
      30_000,
    );
  const caller = async (token: string) => {
    const { data } = await world.ask('{ whoAmI }', { token });
    return JSON.parse(String(data!.whoAmI)) as Record<string, unknown>;
  };

  it('lets people in, as whom its words make them, and always under the same id', async () => {
    const officer = await caller((await visitor().signIn('kim.officer')).access_token);
    const citizen = await caller((await visitor().signIn('lee.citizen')).access_token);
    expect(officer).toMatchObject({
      roles: ['OFFICER'],
      departmentCode: 'ROADS',
      id: expect.stringMatching(/^[\da-f-]{36}$/),
    });
    expect(citizen.roles).toEqual(['CITIZEN']);
    expect(citizen.departmentCode).toBeUndefined();
    expect(citizen.id).not.toBe(officer.id);
    expect((await caller((await visitor().signIn('kim.officer')).access_token)).id).toBe(officer.id);
  });

  it('has its ID tokens refused: they are for the page, not for the platform', async () => {
    expect(await statusFor((await visitor().signIn('kim.officer')).id_token)).toBe(401);
  });

  it('has tokens for another audience refused', async () => {
    await provider.restart({ ...settings, audience: 'another-platform' });
    expect(await statusFor((await visitor().signIn('kim.officer')).access_token)).toBe(401);
    await provider.restart(settings);
  });

  it('has another issuer’s tokens refused, and those signed by an algorithm that is not pinned', async () => {
    const { access_token: token } = await visitor().signIn('kim.officer');
    const others: Record<string, string>[] = [
      { OIDC_JWKS_URL: `${provider.issuer}/jwks` },
      { OIDC_JWKS_URL: '', OIDC_ISSUER: provider.issuer, OIDC_ALGORITHMS: 'EdDSA,RS256' },
    ];
    for (const other of others) {
      const elsewhere = await startWorld(other);
      expect((await elsewhere.ask('{ whoAmI }', { token })).status).toBe(401);
      await elsewhere.stop();
    }
    expect(await statusFor(token)).toBe(200);
  });

  it('may change its keys, while tokens of the old one still hold', async () => {
    const { access_token: old } = await visitor().signIn('kim.officer');
    settings = { ...settings, keys: [await providerKey('second'), ...settings.keys] };
    await provider.restart(settings);
    const { access_token: fresh } = await visitor().signIn('kim.officer');
    expect(JSON.parse(Buffer.from(fresh.split('.')[0]!, 'base64url').toString())).toMatchObject({ kid: 'second' });
    await becomes(fresh, 200); // an unknown key is looked up again after ten seconds
    expect(await statusFor(old)).toBe(200);
  });

  it('says who has logged out, and the session’s tokens hold no more at any gateway', async () => {
    const second = await world.another();
    const browser = visitor();
    const [tokens, elsewhere] = [await browser.signIn('kim.officer'), await visitor().signIn('kim.officer')];
    expect(await statusFor(tokens.access_token, second)).toBe(200);
    await browser.signOut(tokens);
    expect(await statusFor(tokens.access_token)).toBe(401);
    await becomes(tokens.access_token, 401, second);
    expect(await statusFor(elsewhere.access_token)).toBe(200);
  });

  it('says so of tokens that name no session: the person’s end, until they sign in again', async () => {
    const browser = visitor();
    const tokens = await browser.signIn('lee.citizen');
    expect(await statusFor(tokens.access_token)).toBe(200);
    await browser.signOut(tokens);
    expect(await statusFor(tokens.access_token)).toBe(401);
    await eventually(
      async () => statusFor((await visitor().signIn('lee.citizen')).access_token),
      (status) => status === 200, // tokens count in seconds
    );
  });

  it('may be away: who has signed in goes on, and nobody is refused for it', async () => {
    const { access_token: token } = await visitor().signIn('kim.officer');
    await provider.pause();
    expect(await statusFor(token)).toBe(200);
    const fresh = await world.another();
    expect(await statusFor(token, fresh)).toBe(503);
    expect((await world.ask('{ whoAmI }', { at: fresh })).status).toBe(200);
    await provider.resume(settings);
    await becomes(token, 200, fresh);
  });

  it('leaves no token in the log', () => expect(world.log.join('')).not.toMatch(/eyJ[\w-]{20}/));
});
