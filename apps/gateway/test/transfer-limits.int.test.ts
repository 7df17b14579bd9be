import { randomUUID } from 'node:crypto';
import { eventually } from '@charter/testkit';
import { LIMITS } from '../src/limits/measure';
import { REQUEST_POINTS } from '../src/limits/limit-env';
import { type World, readAnswer, startWorld } from './fixtures/gateway';
import { type Reader, openLive, readEvents } from './fixtures/live-complaints';

const MB = 1024 * 1024;
const PER_MB = 5_000;
/** Enough for three of a MB, with their requests, and for a fourth request. */
const POINTS = LIMITS.cost + REQUEST_POINTS;
const someone = (ip: string) => ({ 'x-forwarded-for': ip, 'accept-language': 'en' });
const settings = {
  ...{ TRUSTED_PROXIES: '127.0.0.1', POINTS_ANONYMOUS: `${POINTS}`, POINTS_CITIZEN: `${POINTS}` },
  ...{ POINTS_PER_MB: `${PER_MB}`, POINTS_PER_STREAM: '6000' },
};

describe('what passes beside the graph', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld(settings)));
  afterAll(() => world.stop());

  const remaining = async (headers: Record<string, string>, token?: string): Promise<number> => {
    const asked = { headers: { ...headers, 'x-charter-explain': 'cost' }, ...(token && { token }) };
    const { text } = await world.ask('{ __typename }', asked);
    return (JSON.parse(text) as { extensions: { cost: { remaining: number } } }).extensions.cost.remaining;
  };
  const expectRefusal = async (response: Response): Promise<void> => {
    const { status, headers, errors, data } = await readAnswer(response);
    const { code, retryAfterSeconds } = errors![0]!.extensions;
    expect([status, code, data]).toEqual([429, 'RATE_LIMITED', undefined]);
    expect(headers.get('content-type')).toContain('application/json');
    expect(headers.get('retry-after')).toBe(String(retryAfterSeconds));
    expect(Number(retryAfterSeconds)).toBeGreaterThan(0);
    expect(Number(retryAfterSeconds)).toBeLessThanOrEqual(60);
  };

  describe('as files', () => {
    /** Bodies that have reached the service, in bytes. */
    const arrived: number[] = [];
    let size = MB;
    let isAnnounced = true;
    beforeAll(() => {
      world.complaints.beside = async (from, to) => {
        let bytes = 0;
        for await (const chunk of from) bytes += (chunk as Buffer).length;
        if (from.method === 'PUT') arrived.push(bytes);
        const content = from.method === 'GET' ? Buffer.alloc(size) : Buffer.alloc(0);
        to.writeHead(200, { 'content-type': 'image/jpeg', ...(isAnnounced && { 'content-length': content.length }) });
        to.end(content);
      };
    });
    beforeEach(() => {
      [size, isAnnounced] = [MB, true];
      arrived.length = 0;
    });
    const address = () => `${world.gateway.url}/attachments/${randomUUID()}?until=9&signature=abc`;
    const get = (headers: Record<string, string>) => fetch(address(), { headers });
    const put = (headers: Record<string, string>, bytes = MB) =>
      fetch(address(), { method: 'PUT', headers, body: Buffer.alloc(bytes) });

    it('costs by the MB on its way out, of the points of the address', async () => {
      const headers = someone('198.51.100.10');
      for (let count = 1; count <= 3; count += 1) {
        const answer = await get(headers);
        expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, MB]);
        if (count === 1) expect(await remaining(headers)).toBe(POINTS - PER_MB - 2 * REQUEST_POINTS);
      }
      await expectRefusal(await get(headers));
      // What is left is left for what costs less; another address is none of this.
      expect(await remaining(headers)).toBe(POINTS - 3 * PER_MB - 6 * REQUEST_POINTS);
      expect((await get(someone('198.51.100.11'))).status).toBe(200);
    });

    it('costs the same on its way in, before a byte of it is taken', async () => {
      const headers = someone('198.51.100.12');
      for (let count = 0; count < 3; count += 1) expect((await put(headers)).status).toBe(200);
      await expectRefusal(await put(headers));
      expect(arrived).toEqual([MB, MB, MB]);
      expect((await put(headers, MB / 2)).status).toBe(200);
    });

    it('costs half of what a minute has at most, however large it is', async () => {
      const headers = someone('198.51.100.13');
      size = 10 * MB;
      expect((await (await get(headers)).arrayBuffer()).byteLength).toBe(size);
      expect(await remaining(headers)).toBe(POINTS - POINTS / 2 - 2 * REQUEST_POINTS);
    });

    it('is not cut when its length shows only while it passes; it is counted, and the next is refused', async () => {
      const headers = someone('198.51.100.14');
      isAnnounced = false;
      expect((await (await get(headers)).arrayBuffer()).byteLength).toBe(MB);
      await eventually(
        () => remaining(headers),
        (points) => points < POINTS - PER_MB,
      );
      size = 10 * MB;
      expect((await (await get(headers)).arrayBuffer()).byteLength).toBe(size);
      size = 20 * MB;
      expect((await (await get(headers)).arrayBuffer()).byteLength).toBe(size); // nobody could know
      const refused = await eventually(
        () => get(headers),
        ({ status }) => status === 429,
      );
      await expectRefusal(refused);
    });
  });

  describe('as streams', () => {
    const complaint = '0197b000-0000-7000-8000-000000000001';
    const readers: Reader[] = [];
    afterAll(() => readers.forEach((reader) => reader.leave()));
    const open = async (token: string) => {
      const url = `${world.gateway.url}/events?complaint=${complaint}`;
      const reader = await readEvents(url, { authorization: `Bearer ${token}` });
      readers.push(reader);
      return reader;
    };
    const openStreams = async () =>
      Number(
        /^charter_gateway_event_streams (\d+)$/m.exec(
          await (await fetch(`${world.gateway.metricsUrl}/metrics`)).text(),
        )?.[1],
      );

    it('costs each time that one is opened, of the points of the person, and takes no place when it is refused', async () => {
      const live = openLive(world);
      const token = await world.issuer.token({ sub: randomUUID() });
      for (let count = 0; count < 3; count += 1) expect((await open(token)).answer.status).toBe(200);
      expect(await remaining({}, token)).toBe(POINTS - 3 * 6_000 - 4 * REQUEST_POINTS);
      const refused = await open(token);
      expect([refused.answer.status, refused.answer.headers.get('retry-after')]).toEqual([
        429,
        expect.stringMatching(/^\d+$/),
      ]);
      await eventually(
        async () => refused.isOver(),
        (isOver) => isOver,
      );
      expect(JSON.parse(refused.text())).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
      expect([live.opened.length, await openStreams()]).toEqual([3, 3]);
      expect((await open(await world.issuer.token({ sub: randomUUID() }))).answer.status).toBe(200);
    });
  });
});
