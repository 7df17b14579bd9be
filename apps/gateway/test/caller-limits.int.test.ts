import { randomUUID } from 'node:crypto';
import { UNSUBSCRIBE_PATH } from '@charter/contracts';
import { LIMITS } from '../src/limits/measure';
import { type World, startWorld } from './fixtures/gateway';

const POINTS = LIMITS.cost + 110;
const TEXTS = 20;
const someone = (ip: string): Record<string, string> => ({ 'x-forwarded-for': ip });
const page = 'query Page($n: Int) { complaints(first: $n) { edges { node { related { id } } } } }';

describe('limits of callers', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({
      ...{ TRUSTED_PROXIES: '127.0.0.1', POINTS_ANONYMOUS: `${POINTS}`, POINTS_CITIZEN: `${POINTS}` },
      ...{ POINTS_STAFF: `${10 * POINTS}`, GUESSES_PER_PERSON: '3', GUESSES_PER_ADDRESS: '5', MISSES_PER_ADDRESS: '4' },
      TEXTS_PER_CALLER: `${TEXTS}`,
    });
  });
  afterAll(() => world.stop());
  beforeAll(() => {
    world.notices.internal[UNSUBSCRIBE_PATH] = () => ({ known: false });
  });

  it('count what is asked for, and are told to who asks', async () => {
    const headers = { ...someone('198.51.100.1'), 'x-charter-explain': 'cost' };
    const first = await world.ask(page, { variables: { n: 3 }, headers });
    const { extensions } = JSON.parse(first.text) as { extensions: unknown };
    // 1 connection, 3 edges, 3 nodes, 30 of what they are related to; and ten for the request.
    expect(extensions).toEqual({ cost: { requested: 37, limit: POINTS, remaining: POINTS - 47 } });
    const second = await world.ask('{ __typename }', { headers });
    expect(second.text).toContain(`"remaining":${POINTS - 57}`);
    expect((await world.ask(page, { variables: { n: 1 }, headers: someone('198.51.100.1') })).text).not.toContain(
      'cost',
    );
  });

  it('refuse what is over them, before anything runs, and say when to come again', async () => {
    const headers = someone('198.51.100.2');
    const dear = `{ ${Array.from({ length: 8 }, (_, at) => `a${at}: complaints(first: 100) { edges { node { related { id } } } }`).join(' ')} }`;
    expect((await world.ask(dear, { headers })).status).toBe(200);
    expect((await world.ask(dear, { headers })).status).toBe(200);
    world.complaints.calls.length = 0;
    const { status, errors, headers: answered } = await world.ask(dear, { headers });
    expect(status).toBe(429);
    const { code, retryAfterSeconds, ...more } = errors![0]!.extensions;
    expect([code, more]).toEqual(['RATE_LIMITED', {}]);
    expect(retryAfterSeconds).toBeGreaterThan(0);
    expect(retryAfterSeconds).toBeLessThanOrEqual(60);
    expect(answered.get('retry-after')).toBe(String(retryAfterSeconds));
    expect(world.complaints.calls).toHaveLength(0);
    // Something cheap is still there; another address is none of this.
    expect((await world.ask('{ __typename }', { headers })).status).toBe(200);
    expect((await world.ask(dear, { headers: someone('198.51.100.3') })).status).toBe(200);
  });

  it('count each request, whatever it holds, before its body is read', async () => {
    const headers = someone('198.51.100.4');
    const statuses: number[] = [];
    for (let at = 0; at < 10; at += 1) {
      const nonsense = await Promise.all(
        Array.from({ length: 250 }, () => world.ask('{', { headers }).then(({ status }) => status)),
      );
      statuses.push(...nonsense);
    }
    expect(statuses.filter((status) => status === 400)).toHaveLength(Math.floor(POINTS / 10));
    expect(statuses.filter((status) => status === 429)).toHaveLength(2_500 - Math.floor(POINTS / 10));
    const { errors } = await world.ask('{ __typename }', { headers: { ...headers, 'accept-language': 'ko' } });
    expect(errors![0]!.message).toMatch(/ \d+초 뒤에 다시 시도/);
  });

  it('are a person’s own, wherever they are, and larger for staff', async () => {
    const remaining = async (token: string, ip: string) => {
      const headers = { ...someone(ip), 'x-charter-explain': 'cost' };
      const { text } = await world.ask('{ __typename }', { token, headers });
      return (JSON.parse(text) as { extensions: { cost: { remaining: number } } }).extensions.cost.remaining;
    };
    const citizen = await world.issuer.token({ sub: randomUUID() });
    expect(await remaining(citizen, '198.51.100.5')).toBe(POINTS - 10);
    expect(await remaining(citizen, '198.51.100.6')).toBe(POINTS - 20);
    const officer = await world.issuer.token({ sub: randomUUID(), roles: ['OFFICER'] });
    expect(await remaining(officer, '198.51.100.6')).toBe(10 * POINTS - 10);
  });

  it('take the addresses of one IPv6 network for one', async () => {
    const remaining = async (ip: string) => {
      const { text } = await world.ask('{ __typename }', { headers: { ...someone(ip), 'x-charter-explain': 'cost' } });
      return (JSON.parse(text) as { extensions: { cost: { remaining: number } } }).extensions.cost.remaining;
    };
    expect(await remaining('2001:db8:1:2::1')).toBe(POINTS - 10);
    expect(await remaining('2001:db8:1:2:ffff::2')).toBe(POINTS - 20);
    expect(await remaining('2001:db8:1:3::1')).toBe(POINTS - 10);
  });

  describe('of secrets', () => {
    const tries = (count: number) =>
      `{ ${Array.from({ length: count }, (_, at) => `a${at}: complaintByReceipt(receiptNumber: "x", phoneLast4: "${at}") { id }`).join(' ')} }`;

    it('count every try, also many in one request', async () => {
      const headers = someone('198.51.100.7');
      expect((await world.ask(tries(3), { headers })).status).toBe(200);
      const over = await world.ask(tries(3), { headers });
      expect([over.status, over.errors![0]!.extensions.code]).toEqual([429, 'RATE_LIMITED']);
      expect((await world.ask(tries(2), { headers })).status).toBe(200);
      expect((await world.ask(tries(1), { headers })).status).toBe(429);
      expect((await world.ask('{ __typename }', { headers })).status).toBe(200);
    });

    it('are fewer for a person, and follow them', async () => {
      const token = await world.issuer.token({ sub: randomUUID() });
      for (const ip of ['198.51.100.8', '198.51.100.9', '198.51.100.10']) {
        expect((await world.ask(tries(1), { token, headers: someone(ip) })).status).toBe(200);
      }
      expect((await world.ask(tries(1), { token, headers: someone('198.51.100.11') })).status).toBe(429);
    });
  });

  it('are also of texts that nobody has sent before: reading one costs more than answering many', async () => {
    const headers = someone('198.51.100.5');
    const asked = async (at: number) => (await world.ask(`query T${at} { __typename }`, { headers })).status;
    for (let at = 0; at < TEXTS; at += 1) expect(await asked(at)).toBe(200);
    const over = await world.ask('query Over { __typename }', { headers: { ...headers, 'accept-language': 'ko' } });
    expect([over.status, over.errors![0]!.extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect(over.errors![0]!.message).toContain('변수');
    expect(await asked(0)).toBe(200); // what is known is not counted
    expect((await world.ask('query New { __typename }', { headers: someone('198.51.100.6') })).status).toBe(200);
    expect(await world.ask('query New { __typename }', { headers })).toMatchObject({ status: 200 });
  });

  describe('of tokens that do not hold', () => {
    it('end the trying, and leave those alone who were let in', async () => {
      const headers = someone('198.51.100.20');
      const good = await world.issuer.token({ sub: randomUUID() });
      expect((await world.ask('{ __typename }', { token: good, headers })).status).toBe(200);
      for (let at = 0; at < 4; at += 1) {
        expect((await world.ask('{ __typename }', { token: `a.b.${at}`, headers })).status).toBe(401);
      }
      const barred = await world.ask('{ __typename }', { token: 'a.b.c', headers });
      expect([barred.status, barred.errors![0]!.extensions.code]).toEqual([429, 'RATE_LIMITED']);
      expect(Number(barred.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await world.ask('{ __typename }', { token: good, headers })).status).toBe(200);
      expect((await world.ask('{ __typename }', { headers })).status).toBe(200);
      const elsewhere = await world.ask('{ __typename }', { token: 'a.b.c', headers: someone('198.51.100.21') });
      expect(elsewhere.status).toBe(401);
    });

    it('do not count what the issuer signed and has only grown old, or came before its key', async () => {
      const headers = someone('198.51.100.22');
      const old = await world.issuer.token({}, { expires: Math.floor(Date.now() / 1_000) - 60 });
      const early = await world.issuer.token({}, { kid: 'next-year' });
      for (let at = 0; at < 4; at += 1) {
        for (const token of [old, early])
          expect((await world.ask('{ __typename }', { token, headers })).status).toBe(401);
      }
    });

    it('spend what any request does, also where they only came at the wrong time', async () => {
      const headers = { ...someone('198.51.100.23'), 'x-charter-explain': 'cost' };
      const old = await world.issuer.token({}, { expires: Math.floor(Date.now() / 1_000) - 60 });
      const early = await world.issuer.token({}, { kid: 'next-year' });
      for (const token of [old, early, 'a.b.c'])
        expect((await world.ask('{ __typename }', { token, headers })).status).toBe(401);
      for (const path of ['/events', '/logout', '/admin/queues']) {
        const method = path === '/logout' ? 'POST' : 'GET';
        const sent = { method, headers: { ...headers, authorization: `Bearer ${old}` } };
        expect((await fetch(`${world.gateway.url}${path}`, sent)).status).toBe(401);
      }
      const { text } = await world.ask('{ __typename }', { headers });
      expect(text).toContain(`"remaining":${POINTS - 70}`);
    });

    it.each([
      ['files', 'GET', '/attachments/not-an-id'],
      ['logouts of an issuer', 'POST', '/backchannel-logout'],
      ['a link that ends mail', 'POST', '/unsubscribe/guess'],
    ])('are counted together with %s', async (_what, method, path) => {
      const headers = { ...someone(`203.0.113.${path.length}`), 'content-type': 'application/x-www-form-urlencoded' };
      const statuses: number[] = [];
      for (let at = 0; at < 6; at += 1) {
        const body = method === 'POST' ? 'logout_token=a.b.c' : undefined;
        statuses.push((await fetch(`${world.gateway.url}${path}`, { method, headers, body })).status);
      }
      expect(statuses.slice(0, 4)).not.toContain(429);
      expect(statuses.slice(-1)).toEqual([429]);
    });
  });

  it('are for pages of the charter that have to be made: whoever asks for many that nobody keeps', async () => {
    const headers = { ...someone('198.51.100.31'), 'accept-language': 'en' };
    const page = (path: string) => fetch(`${world.gateway.url}/charter/en${path}`, { headers });
    for (let at = 0; at < 100; at += 1) expect((await page(`/nowhere/${at}`)).status).toBe(404);
    const statuses: number[] = [];
    for (let at = 0; at < 20; at += 1) statuses.push((await page(`/departments/D${at}`)).status);
    expect(statuses.slice(0, 19)).not.toContain(429);
    const over = await page('/departments/ANOTHER');
    expect([over.status, over.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    expect((await page('/nowhere')).status).toBe(404); // what costs nothing is still there
  });

  it('are told in the metrics', async () => {
    const metrics = await (await fetch(`${world.gateway.metricsUrl}/metrics`)).text();
    for (const limit of ['points', 'texts', 'guesses', 'misses']) {
      expect(metrics).toMatch(new RegExp(`charter_gateway_limited_total\\{limit="${limit}"\\} [1-9]`));
    }
  });
});
