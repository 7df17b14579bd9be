import { randomUUID } from 'node:crypto';
import { eventually } from '@charter/testkit';
import { type World, readAnswer, startWorld } from './fixtures/gateway';
import { CITIZEN } from './fixtures/issuer';
import { type Opened, type Reader, openLive, readEvents } from './fixtures/live-complaints';

const COMPLAINT = '0197b000-0000-7000-8000-000000000001';

describe('the stream of a complaint’s events', () => {
  let world: World;
  let live: ReturnType<typeof openLive>;
  const readers: Reader[] = [];
  beforeAll(async () => {
    world = await startWorld({
      EVENT_STREAMS: '4',
      EVENT_STREAMS_PER_CALLER: '3',
      CORS_ORIGINS: 'https://city.example',
    });
    live = openLive(world);
  });
  afterAll(() => world.stop());
  beforeEach(() => void (live.status = 200));
  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.leave();
    await untilOpen(0);
  });

  const metrics = async () => (await fetch(`${world.gateway.metricsUrl}/metrics`)).text();
  const untilOpen = (count: number) =>
    eventually(metrics, (text) => text.includes(`charter_gateway_event_streams ${count}\n`));
  const open = async (token: string | undefined, headers: Record<string, string> = {}, at = world.gateway.url) => {
    const reader = await readEvents(`${at}/events?complaint=${COMPLAINT}`, {
      ...{ accept: 'text/event-stream', 'accept-language': 'en' },
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    });
    readers.push(reader);
    return reader;
  };
  const opened = async (): Promise<Opened> => live.opened.at(-1)!;
  const until = (what: () => boolean) =>
    eventually(
      async () => what(),
      (isSo) => isSo,
    );

  it('is asked of the service for who calls, and passed on as it comes', async () => {
    const token = await world.issuer.token({ roles: ['OFFICER'], department: 'ROADS' });
    const reader = await open(token, { 'last-event-id': '0197b000.7' });
    const { caller, body, response } = await opened();
    expect(caller).toMatchObject({ id: CITIZEN, roles: ['OFFICER'], departmentCode: 'ROADS', language: 'en' });
    expect(body).toEqual({ complaintId: COMPLAINT, lastEventId: '0197b000.7' });
    response.write('event: change\nid: 0197b000.8\ndata: {}\n\n');
    await until(() => reader.text() === 'retry: 2000\n\nevent: change\nid: 0197b000.8\ndata: {}\n\n');
    expect(reader.answer.status).toBe(200);
    const { headers } = reader.answer;
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store, no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('content-encoding')).toBeNull();
    reader.leave();
    await until(() => live.opened.at(-1)!.isOver);
    await eventually(metrics, (text) => text.includes('charter_gateway_event_streams_ended_total{reason="client"} 1'));
  });

  it('is refused in JSON before it begins: nobody, a bad token, no complaint, none of theirs', async () => {
    const token = await world.issuer.token();
    const ask = async (query: string, headers: Record<string, string>) => {
      const answer = await readAnswer(
        await fetch(`${world.gateway.url}/events${query}`, { headers: { 'accept-language': 'en', ...headers } }),
      );
      return [answer.status, answer.errors![0]!.extensions.code, answer.errors![0]!.message] as const;
    };
    const mine = { authorization: `Bearer ${token}` };
    expect(await ask(`?complaint=${COMPLAINT}`, {})).toEqual([
      401,
      'UNAUTHENTICATED',
      expect.stringContaining('complaintByReceipt'),
    ]);
    expect((await ask(`?complaint=${COMPLAINT}`, { authorization: 'Bearer x.y.z' })).slice(0, 2)).toEqual([
      401,
      'UNAUTHENTICATED',
    ]);
    for (const query of ['', '?complaint=', '?complaint=7', `?complaint=${COMPLAINT}&complaint=${COMPLAINT}`])
      expect((await ask(query, mine)).slice(0, 2)).toEqual([400, 'BAD_USER_INPUT']);
    live.status = 404;
    expect((await ask(`?complaint=${randomUUID()}`, mine)).slice(0, 2)).toEqual([404, 'NOT_FOUND']);
    live.status = 500;
    expect((await ask(`?complaint=${COMPLAINT}`, mine)).slice(0, 2)).toEqual([503, 'SERVICE_UNAVAILABLE']);
  });

  it('has a limit for each caller and one for all', async () => {
    const [token, other] = [await world.issuer.token(), await world.issuer.token({ sub: randomUUID() })];
    for (let count = 0; count < 3; count += 1) expect((await open(token)).answer.status).toBe(200);
    const tooMany = await open(token);
    expect(tooMany.answer.status).toBe(429);
    expect(tooMany.answer.headers.get('retry-after')).toBe('5');
    await until(() => tooMany.isOver());
    expect(JSON.parse(tooMany.text())).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 5 } }],
    });
    expect((await open(other)).answer.status).toBe(200);
    const full = await open(other);
    expect(full.answer.status).toBe(503);
    const text = await metrics();
    expect(text).toContain('charter_gateway_event_streams_refused_total{reason="caller"} 1\n');
    expect(text).toContain('charter_gateway_event_streams_refused_total{reason="full"} 1\n');
    readers[0]!.leave();
    await untilOpen(3);
    expect((await open(token)).answer.status).toBe(200);
  });

  it('ends when its token is logged out, here or elsewhere, and when it expires', async () => {
    const second = await world.another();
    const [token, short] = [
      await world.issuer.token(),
      await world.issuer.token({}, { expires: Math.floor(Date.now() / 1_000) + 1 }),
    ];
    const [here, there, brief] = [await open(token), await open(token, {}, second.url), await open(short)];
    expect([here, there, brief].map(({ answer }) => answer.status)).toEqual([200, 200, 200]);
    await fetch(`${world.gateway.url}/logout`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    for (const reader of [here, there, brief]) {
      await until(() => reader.isOver());
      expect(reader.isWhole()).toBe(true);
    }
    expect((await open(token)).answer.status).toBe(401);
    expect((await open(short)).answer.status).toBe(401);
  });

  it('ends in order when the service dies, cannot be opened meanwhile, and can be again', async () => {
    const token = await world.issuer.token();
    const reader = await open(token);
    (await opened()).response.write('event: change\nid: 0197b000.9\nda');
    await until(() => reader.text().endsWith('\nda'));
    await world.complaints.stop();
    await until(() => reader.isOver());
    expect(reader.isWhole()).toBe(true); // half an event is none to a client
    expect((await open(token)).answer.status).toBe(503);
    await world.complaints.start();
    expect((await open(token, { 'last-event-id': '0197b000.8' })).answer.status).toBe(200);
    expect((await opened()).body.lastEventId).toBe('0197b000.8');
  });

  it('may be read by pages of the listed origins, which may send the last id', async () => {
    const preflight = await fetch(`${world.gateway.url}/events?complaint=${COMPLAINT}`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://city.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization,last-event-id',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://city.example');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('last-event-id');
    const reader = await open(await world.issuer.token(), { origin: 'https://city.example' });
    expect(reader.answer.headers.get('access-control-allow-origin')).toBe('https://city.example');
  });

  it('takes an id of any length from the client, and no more of it than one can be long', async () => {
    await open(await world.issuer.token(), { 'last-event-id': 'x'.repeat(5_000) });
    expect((await opened()).body.lastEventId).toBe('x'.repeat(64));
  });

  it('is ended in order when the gateway stops, which waits for no reader', async () => {
    const second = await world.another();
    const reader = await open(await world.issuer.token(), {}, second.url);
    const began = performance.now();
    await second.stop(9_000);
    expect(performance.now() - began).toBeLessThan(5_000);
    await until(() => reader.isOver());
    expect(reader.isWhole()).toBe(true);
  });
});
