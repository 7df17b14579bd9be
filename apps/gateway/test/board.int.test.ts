import { identityVerifier, IDENTITY_HEADER, type Caller } from '@charter/service';
import { type World, startWorld } from './fixtures/gateway';

const BOARD = '/admin/queues';

describe('the board of the queues', () => {
  let world: World;
  let admin: string;
  const asked: { url?: string; method?: string; caller: Caller; cookie?: string }[] = [];
  beforeAll(async () => {
    world = await startWorld();
    admin = await world.issuer.token({ roles: ['ADMIN'] }, { expires: '2h' });
    const verify = identityVerifier(world.keys, 'notices');
    world.notices.beside = async (request, response) => {
      const { url, method, headers } = request;
      const caller = await verify(headers[IDENTITY_HEADER] as string | undefined, '');
      asked.push({ url, method, caller, cookie: headers.cookie });
      if (url!.endsWith('/nothing')) return void response.writeHead(404).end('secret');
      if (url!.endsWith('/fault')) return void response.writeHead(500).end('secret');
      response.setHeader('content-type', 'text/html; charset=utf-8').end('<p>board</p>');
    };
  });
  afterAll(() => world.stop());
  beforeEach(() => void (asked.length = 0));

  const send = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${world.gateway.url}${path}`, { method, headers: { 'accept-language': 'en', ...headers } });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const enter = (token: string) => send(`${BOARD}/session`, bearer(token), 'POST');

  it('lets an administrator’s browser in by a cookie that scripts and other sites do not get', async () => {
    const entered = await enter(admin);
    expect(entered.status).toBe(204);
    const cookie = entered.headers.get('set-cookie')!;
    expect(cookie).toMatch(/; Max-Age=3600; Path=\/admin\/queues; HttpOnly; SameSite=Strict$/);
    const page = await send(`${BOARD}/queue/notices-inbox?status=failed`, {
      cookie: `other=1; ${cookie.split(';')[0]}`,
    });
    expect([page.status, await page.text()]).toEqual([200, '<p>board</p>']);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(asked).toMatchObject([
      {
        url: `${BOARD}/queue/notices-inbox?status=failed`,
        method: 'GET',
        caller: { roles: ['ADMIN'], issuer: 'gateway' },
      },
    ]);
    expect(asked[0]!.cookie).toBeUndefined();
  });

  it('is shown to the bearer of a token too, and to nobody who is no administrator', async () => {
    expect((await send(BOARD, bearer(admin))).status).toBe(200);
    asked.length = 0;
    const auditor = await world.issuer.token({ roles: ['AUDITOR', 'OFFICER'] });
    for (const [headers, status] of [
      [{}, 401],
      [{ cookie: 'charter_queues=a.b.c' }, 401],
      [{ cookie: `charter_queues=${auditor}` }, 403],
      [bearer(auditor), 403],
    ] as const) {
      expect((await send(`${BOARD}/api/queues`, headers)).status).toBe(status);
    }
    expect((await enter(auditor)).status).toBe(403);
    expect(asked).toEqual([]);
  });

  it('is closed to who has logged out', async () => {
    const token = await world.issuer.token({ roles: ['ADMIN'] });
    await enter(token);
    await send('/logout', bearer(token), 'POST');
    expect((await send(BOARD, { cookie: `charter_queues=${token}` })).status).toBe(401);
  });

  it('lets nothing through but looking', async () => {
    for (const method of ['PUT', 'POST', 'PATCH', 'DELETE'])
      expect((await send(`${BOARD}/api/queues/notices-inbox/pause`, bearer(admin), method)).status).toBe(404);
    expect(asked).toEqual([]);
  });

  it('opens no other door with its cookie', async () => {
    const { data } = await world.ask('{ whoAmI }', { headers: { cookie: `charter_queues=${admin}` } });
    expect((JSON.parse(String(data!.whoAmI)) as Caller).id).toBeUndefined();
  });

  it('says in its own words what is not there and what failed', async () => {
    for (const [path, status] of [
      ['nothing', 404],
      ['fault', 503],
    ] as const) {
      const answer = await send(`${BOARD}/${path}`, bearer(admin));
      expect(answer.status).toBe(status);
      expect(await answer.text()).not.toContain('secret');
    }
    await world.notices.stop();
    expect((await send(BOARD, bearer(admin))).status).toBe(503);
  });
});
