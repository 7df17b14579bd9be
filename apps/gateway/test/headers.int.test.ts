import { type World, startWorld } from './fixtures/gateway';

const json = { 'content-type': 'application/json' };
const ROUTES: readonly (readonly [string, string, Record<string, string>?])[] = [
  ['GET', '/health/live'],
  ['GET', '/health/ready'],
  ['POST', '/graphql', json],
  ['GET', '/graphql?query={__typename}', { 'apollo-require-preflight': '1' }],
  ['PUT', '/graphql'],
  ['POST', '/logout'],
  ['POST', '/backchannel-logout', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['GET', '/unsubscribe/x'],
  ['GET', '/attachments/0197a000-0000-7000-8000-000000000001'],
  ['GET', '/open-data/scorecards/x'],
  ['GET', '/admin/queues'],
  ['GET', '/charter'],
  ['GET', '/charter/assets/none.css'],
  ['GET', '/playground'],
  ['GET', '/'],
  ['GET', '/nowhere'],
  ['GET', '/%'],
];

const ISSUER = { OIDC_ISSUER: 'https://127.0.0.1:9', OIDC_JWKS_URL: '' };

describe.each([
  ['in development', {}],
  ['in production', { NODE_ENV: 'production', ...ISSUER }],
] as const)('security headers %s', (_where, settings) => {
  let world: World;
  beforeAll(async () => void (world = await startWorld({ ...settings })));
  afterAll(() => world.stop());

  it('stand in every answer, of every route', async () => {
    for (const [method, path, headers = {}] of ROUTES) {
      const answer = await fetch(`${world.gateway.url}${path}`, { method, headers, redirect: 'manual' });
      const header = (name: string) => answer.headers.get(name);
      const where = `${method} ${path}`;
      expect([where, header('x-content-type-options')]).toEqual([where, 'nosniff']);
      expect([where, header('referrer-policy')]).toEqual([where, 'no-referrer']);
      expect([where, header('x-frame-options')]).toEqual([where, 'DENY']);
      expect([where, header('cross-origin-opener-policy')]).toEqual([where, 'same-origin']);
      expect([where, header('cross-origin-resource-policy')]).toEqual([
        where,
        expect.stringMatching(/^(same-origin|same-site|cross-origin)$/),
      ]);
      expect([where, header('permissions-policy')]).toEqual([where, expect.stringContaining('geolocation=()')]);
      expect([where, header('content-security-policy')]).toEqual([
        where,
        expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
      ]);
      expect([where, header('content-security-policy')]).not.toEqual([where, expect.stringMatching(/unsafe-eval|\*/)]);
      expect([where, header('x-request-id')]).toEqual([where, expect.any(String)]);
      expect([where, header('server'), header('x-powered-by')]).toEqual([where, null, null]);
      const tls = !('NODE_ENV' in settings) ? null : expect.stringMatching(/^max-age=\d{8}/);
      expect([where, header('strict-transport-security')]).toEqual([where, tls]);
    }
  });

  it('keep answers for one caller out of every cache', async () => {
    const answer = await world.ask('{ __typename }');
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });
});

describe('what is there in production', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld({ NODE_ENV: 'production', ...ISSUER })));
  afterAll(() => world.stop());

  it('no playground, unless a setting says so: its files name what the graph can do', async () => {
    const { url } = world.gateway;
    for (const path of ['/playground', '/playground/assets/index.js', '/playground/people.json']) {
      expect((await fetch(`${url}${path}`)).status).toBe(404);
    }
    const root = await fetch(url, { redirect: 'manual' });
    expect([root.status, root.headers.get('location')]).toEqual([302, '/charter']);
  });
});

describe('pages of other origins', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld({ CORS_ORIGINS: 'https://www.example.kr' })));
  afterAll(() => world.stop());

  const preflight = (path: string, origin: string, headers: string) =>
    fetch(`${world.gateway.url}${path}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': headers },
    });

  it('may call when they are listed, with the headers that clients need, and never with cookies', async () => {
    const allowed = await preflight(
      '/graphql',
      'https://www.example.kr',
      'content-type,authorization,x-charter-explain',
    );
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://www.example.kr');
    expect(allowed.headers.get('access-control-allow-headers')).toContain('x-charter-explain');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('may not when they only look like it, nor where nothing is for them', async () => {
    for (const origin of [
      'https://www.example.kr.evil.example',
      'http://www.example.kr',
      'https://example.kr',
      'null',
      'https://www.example.kr:444',
    ]) {
      expect(
        (await preflight('/graphql', origin, 'content-type')).headers.get('access-control-allow-origin'),
      ).toBeNull();
    }
    for (const path of ['/admin/queues/session', '/backchannel-logout', '/unsubscribe/x', '/charter', '/playground']) {
      const answer = await fetch(`${world.gateway.url}${path}`, { headers: { origin: 'https://www.example.kr' } });
      expect([path, answer.headers.get('access-control-allow-origin')]).toEqual([path, null]);
    }
  });

  it('run nothing by what a form, a link or an image can send', async () => {
    const { url } = world.gateway;
    const body = JSON.stringify({ query: 'mutation { fileComplaint(input: { title: "x" }) { id } }' });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const headers = { 'content-type': type, origin: 'https://evil.example' };
      expect((await fetch(`${url}/graphql`, { method: 'POST', headers, body })).status).toBe(415);
    }
    expect((await fetch(`${url}/graphql?query={me{id}}`, { headers: { origin: 'https://evil.example' } })).status).toBe(
      400,
    );
    expect([...world.complaints.calls, ...world.notices.calls]).toHaveLength(0);
  });
});
