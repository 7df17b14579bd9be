import { request } from 'node:http';
import pino from 'pino';
import { UPLOAD_PATHS } from './files-route';
import { createPublicServer } from './public-server';

describe('a request that does not arrive', () => {
  const server = createPublicServer(pino({ level: 'silent' }), { arrivalLimitMs: 300 });
  let url: string;
  beforeAll(async () => {
    server.post('/graphql', async () => ({ answered: true }));
    for (const path of UPLOAD_PATHS) server.put(path, async () => ({ answered: true }));
    url = await server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => server.close());

  /** Sends half of a body, and the rest after a while. @returns the status, or `cut` */
  const slowly = (method: string, path: string, afterMs: number) =>
    new Promise<number | 'cut'>((resolve) => {
      const headers = { 'content-type': 'application/json', 'content-length': 4 };
      const sent = request(url + path, { method, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode!);
      });
      sent.on('error', () => resolve('cut'));
      sent.write('{ ');
      setTimeout(() => sent.end(' }'), afterMs);
    });

  it.each([
    ['is waited for', 'POST', '/graphql', 50, 200],
    ['is told so and cut off when the time has passed', 'POST', '/graphql', 900, 408],
    ['is waited for longer when it is a file', 'PUT', '/attachments/1', 900, 200],
    ['is waited for longer when it is a file of participation', 'PUT', '/participation-files/1', 900, 200],
  ] as const)('%s', async (_name, method, path, afterMs, expected) =>
    expect(await slowly(method, path, afterMs)).toBe(expected),
  );
});
