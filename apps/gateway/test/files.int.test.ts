import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Server, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readAnswer, startWorld, type World } from './fixtures/gateway';

const MAX = 5_000_000;

describe('files through the gateway', () => {
  let world: World;
  /** Another service that keeps files. */
  let participation: Server;
  let elsewhere: { method: string; url: string; bytes: number }[] = [];
  let url: string;
  /** What reached the service. */
  let seen: { method: string; url: string; headers: IncomingHttpHeaders; bytes: number; ended: boolean }[] = [];
  /** Lengths of uploads that the service was asked about. */
  let asked: unknown[] = [];
  /** How the service answers: before it reads the body, or after it. */
  let refuseWith: number | undefined;

  beforeAll(async () => {
    participation = createServer(async (from, to) => {
      const line = { method: from.method!, url: from.url!, bytes: 0 };
      for await (const chunk of from) line.bytes += (chunk as Buffer).length;
      elsewhere.push(line);
      const etag = '"of the file"';
      if (from.headers['if-none-match'] === etag) return void to.writeHead(304, { etag, 'x-inside': '10.0.0.7' }).end();
      to.writeHead(200, { 'content-type': 'image/png', etag }).end(from.method === 'GET' ? 'a picture' : '');
    });
    await new Promise<void>((resolve) => participation.listen(0, '127.0.0.1', resolve));
    const { port } = participation.address() as AddressInfo;
    world = await startWorld(
      { ATTACHMENT_MAX_BYTES: String(MAX), CORS_ORIGINS: 'https://www.example.kr' },
      { participation: `http://127.0.0.1:${port}/graphql`, charter: `http://127.0.0.1:${port}/graphql` },
    );
    url = world.gateway.url;
    world.complaints.beside = (from, to) => {
      const line = { method: from.method!, url: from.url!, headers: from.headers, bytes: 0, ended: false };
      if (from.method === 'HEAD') asked.push(from.headers['x-upload-length']);
      else seen.push(line);
      if (refuseWith) return void to.writeHead(refuseWith, { connection: 'close' }).end('{"secret":"of the service"}');
      from.on('data', (chunk: Buffer) => (line.bytes += chunk.length));
      from.on('end', () => {
        line.ended = true;
        const headers = { 'content-type': 'image/jpeg', 'content-disposition': "attachment; filename*=UTF-8''a.jpg" };
        const more = {
          'content-security-policy': 'sandbox',
          'cache-control': 'private, no-store',
          'x-inside': '10.0.0.7',
        };
        to.writeHead(200, { ...headers, ...more }).end(from.method === 'GET' ? Buffer.alloc(3_000_000, 7) : '');
      });
    };
  });
  afterAll(async () => {
    await world.stop();
    participation.closeAllConnections();
    participation.close();
  });
  beforeEach(() => {
    seen = [];
    elsewhere = [];
    asked = [];
    refuseWith = undefined;
  });

  const address = () => `${url}/attachments/${randomUUID()}?bytes=3&until=9&signature=abc%2B`;
  const put = (to: string, body: Uint8Array, headers = {}) =>
    fetch(to, { method: 'PUT', body: new Uint8Array(body), headers: { 'accept-language': 'en', ...headers } });

  it('go through as they come, with their address, and without what else the client sends', async () => {
    const to = address();
    const answer = await put(to, Buffer.alloc(4_000_000, 1), {
      authorization: 'Bearer x',
      cookie: 'a=b',
      'content-type': 'image/png',
    });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(asked).toEqual(['4000000']);
    expect(seen).toMatchObject([{ method: 'PUT', url: to.slice(url.length), bytes: 4_000_000, ended: true }]);
    expect(Object.keys(seen[0]!.headers).sort()).toEqual(['connection', 'content-length', 'host']);
  });

  it('are fetched with the headers that make them safe, and no others', async () => {
    const answer = await fetch(address());
    expect((await answer.arrayBuffer()).byteLength).toBe(3_000_000);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...{ 'content-type': 'image/jpeg', 'content-disposition': "attachment; filename*=UTF-8''a.jpg" },
      ...{
        'content-security-policy': 'sandbox',
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
    expect(answer.headers.has('x-inside')).toBe(false);
  });

  it('go the same way out when they are exported lists, and no other way', async () => {
    const to = `/exports/${randomUUID()}?until=9&signature=abc`;
    const answer = await fetch(url + to);
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, 3_000_000]);
    expect(seen).toMatchObject([{ method: 'GET', url: to }]);
    expect((await fetch(`${url}/exports/secret`)).status).toBe(404);
    expect((await put(url + to, Buffer.alloc(1))).status).toBe(404);
    expect(seen).toHaveLength(1);
  });

  it('are not sent again to who has them already, where their service says so', async () => {
    const to = `/open-data/scorecards/${randomUUID()}?format=csv`;
    const first = await fetch(url + to);
    const etag = first.headers.get('etag')!;
    expect([first.status, etag, await first.text()]).toEqual([200, '"of the file"', 'a picture']);
    const again = await fetch(url + to, { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
    expect(again.headers.has('x-inside')).toBe(false);
    expect((await fetch(url + to, { headers: { 'if-none-match': '"another"' } })).status).toBe(200);
    expect(elsewhere.map(({ method, url: at }) => [method, at])).toEqual([
      ['GET', to],
      ['GET', to],
      ['GET', to],
    ]);
    expect((await put(url + to, Buffer.alloc(1))).status).toBe(404);
  });

  it('go to the service of their path alone, in both directions', async () => {
    const to = `/participation-files/${randomUUID()}?bytes=3&until=9&signature=abc%2B`;
    expect((await put(url + to, Buffer.alloc(1_000))).status).toBe(200);
    const answer = await fetch(url + to);
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['image/png', 'a picture']);
    expect(elsewhere).toEqual([
      { method: 'HEAD', url: to, bytes: 0 },
      { method: 'PUT', url: to, bytes: 1_000 },
      { method: 'GET', url: to, bytes: 0 },
    ]);
    expect((await put(`${url}/participation-files/secret`, Buffer.alloc(1))).status).toBe(404);
    expect((await fetch(`${url}/participation-files/..%2finternal%2fnotice-facts`)).status).toBe(404);
    expect(seen).toEqual([]);
    expect(elsewhere).toHaveLength(3);
  });

  it.each([
    [400, 'BAD_USER_INPUT'],
    [403, 'FORBIDDEN'],
    [404, 'NOT_FOUND'],
    [500, 'SERVICE_UNAVAILABLE'],
  ])('are refused when the service answers %s, in words of this server', async (status, code) => {
    refuseWith = status;
    for (const sent of [await put(address(), Buffer.alloc(10)), await fetch(address())]) {
      const answer = await readAnswer(sent);
      expect(answer.status).toBe(status === 500 ? 503 : status);
      expect(answer.errors).toMatchObject([{ extensions: { code } }]);
      expect(answer.text).not.toContain('secret');
    }
  });

  it('are refused before a large body is read', async () => {
    refuseWith = 403;
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request(address(), { method: 'PUT', headers: { 'content-length': MAX } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode!);
        sent.destroy();
      });
      sent.on('error', reject);
      sent.write(Buffer.alloc(1_000)); // and never the rest
    });
    expect(status).toBe(403);
    expect(seen).toEqual([]);
  });

  it('are refused in words that the client gets to read, also when it sends everything first', async () => {
    refuseWith = 403;
    for (let index = 0; index < 5; index += 1) {
      const answer = await readAnswer(await put(address(), Buffer.alloc(4_000_000)));
      expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect(seen).toEqual([]);
  });

  it('reach no service when they are too large, without a length, or under a name that is none', async () => {
    const large = await readAnswer(
      await put(address(), Buffer.alloc(MAX + 1)).catch(() => new Response('{}', { status: 413 })),
    );
    expect(large.status).toBe(413);
    const chunked = await fetch(address(), {
      method: 'PUT',
      body: new Blob(['abc']).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(chunked.status).toBe(411);
    for (const path of ['/attachments/secret', '/attachments/..%2finternal%2fnotice-facts', '/attachments/'])
      expect((await fetch(url + path)).status).toBe(404);
    expect((await fetch(address(), { method: 'POST', body: 'x' })).status).toBe(404);
    expect(seen).toEqual([]);
  });

  it('are given up in the service when the client goes away', async () => {
    const sent = request(address(), { method: 'PUT', headers: { 'content-length': 4_000_000 } });
    sent.on('error', () => undefined);
    sent.write(Buffer.alloc(1_000));
    const cut = new Promise((resolve) => {
      const timer = setInterval(() => {
        if (seen.length === 0) return;
        clearInterval(timer);
        sent.destroy();
        setTimeout(resolve, 300);
      }, 20);
    });
    await cut;
    expect(seen).toMatchObject([{ ended: false }]);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  it('may be sent by pages of the listed origins alone', async () => {
    const preflight = (origin: string) =>
      fetch(address(), { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'PUT' } });
    const allowed = await preflight('https://www.example.kr');
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://www.example.kr');
    expect(allowed.headers.get('access-control-allow-methods')).toContain('PUT');
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('leave no signature in the log', async () => {
    world.log.length = 0;
    await (await fetch(address())).arrayBuffer();
    expect(world.log.join('')).toContain('/attachments/:id');
    expect(world.log.join('')).not.toContain('signature');
  });

  it('are told to be away when the service is', async () => {
    await world.complaints.stop();
    const answer = await readAnswer(await fetch(address()));
    expect([answer.status, answer.errors![0]!.extensions]).toEqual([
      503,
      { code: 'SERVICE_UNAVAILABLE', service: 'complaints' },
    ]);
    expect((await fetch(`${url}/participation-files/${randomUUID()}`)).status).toBe(200); // the others go on
    await world.complaints.start();
  });

  it('are told to be away, by the name of the service that is', async () => {
    participation.closeAllConnections();
    await new Promise((resolve) => participation.close(resolve));
    const away = await readAnswer(await fetch(`${url}/participation-files/${randomUUID()}`));
    expect([away.status, away.errors![0]!.extensions]).toEqual([
      503,
      { code: 'SERVICE_UNAVAILABLE', service: 'participation' },
    ]);
    expect((await (await fetch(address())).arrayBuffer()).byteLength).toBe(3_000_000);
  });
});
