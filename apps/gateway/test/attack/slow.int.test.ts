import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import type { FastifyInstance } from 'fastify';
import { createPublicServer } from '../../src/http/public-server';
import { raw, readRaw, refused, send } from './clean';

const LIMIT_MS = 1_500;

/** With the server's own limits, made short. */
describe('requests that come slowly', () => {
  let server: FastifyInstance;
  let url: string;
  beforeAll(async () => {
    server = createPublicServer(pino({ level: 'silent' }), { arrivalLimitMs: LIMIT_MS });
    server.post('/graphql', async () => ({ data: {} }));
    url = await server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => server.close());

  /** Sends bytes one by one until it is answered. */
  const trickle = async (start: string, more: string): Promise<{ text: string; ms: number }> => {
    const started = Date.now();
    const { socket, said } = raw(url);
    socket.write(start);
    let isOver = false;
    void said.then(() => (isOver = true));
    while (!isOver) {
      if (socket.writable) socket.write(more);
      await sleep(100);
    }
    return { text: await said, ms: Date.now() - started };
  };

  it('are ended with an answer: fifty at once whose headers never end, and fifty whose body never does', async () => {
    const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
    const many = await Promise.all([
      ...Array.from({ length: 50 }, () => trickle(head, 'x-more: 1\r\n')),
      ...Array.from({ length: 50 }, () => trickle(`${head}content-length: 100000\r\n\r\n{`, ' ')),
      // Meanwhile others are served.
      ...Array.from({ length: 10 }, async () => {
        const answer = await send(url, { headers: { 'content-type': 'application/json' }, body: '{}' });
        expect(answer.status).toBe(200);
        return undefined;
      }),
    ]);
    for (const slow of many) {
      if (!slow) continue;
      const said = readRaw(slow.text);
      expect(said.status).toBe(408);
      expect(refused(said)).toEqual(['BAD_USER_INPUT']);
      expect(slow.ms).toBeGreaterThan(LIMIT_MS - 100);
    }
  });
});
