import { UNSUBSCRIBE_PATH } from '@charter/contracts';
import { type World, startWorld } from './fixtures/gateway';

describe('the link that ends mail', () => {
  let world: World;
  const pressed: unknown[] = [];
  beforeAll(async () => {
    world = await startWorld();
    world.notices.internal[UNSUBSCRIBE_PATH] = (body) => {
      pressed.push(body);
      return { known: (body as { token: string }).token === 'good.token' };
    };
  });
  afterAll(() => world.stop());
  beforeEach(() => (pressed.length = 0));

  const visit = (token: string, method = 'POST', language = 'en') =>
    fetch(`${world.gateway.url}/unsubscribe/${token}`, {
      method,
      headers: {
        'accept-language': language,
        ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(method === 'POST' && { body: 'List-Unsubscribe=One-Click' }),
    });

  it('asks whoever opens it, and does nothing by itself', async () => {
    const page = await visit('good.token', 'GET', 'ko');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const text = await page.text();
    expect(text).toContain('<form method="post">');
    expect(text).toContain('더 받지 않으시겠습니까');
    expect(pressed).toEqual([]);
  });

  it('is pressed by mail programs with one click, without signing in', async () => {
    const done = await visit('good.token');
    expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('Done.')]);
    expect(pressed).toEqual([{ token: 'good.token' }]);
  });

  it('says so, and nothing more, when it is none of ours or too long', async () => {
    for (const token of ['bad.token', `good.token${'x'.repeat(80)}`, '%3Cscript%3E']) {
      const refused = await visit(token);
      const text = await refused.text();
      expect([refused.status, text]).toEqual([404, expect.stringContaining('not valid')]);
      expect(text).not.toContain('script');
    }
  });

  it('asks to come back while notices is away', async () => {
    await world.notices.stop();
    const refused = await visit('good.token');
    expect([refused.status, await refused.text()]).toEqual([503, expect.stringContaining('try again')]);
    await world.notices.start();
  });
});
