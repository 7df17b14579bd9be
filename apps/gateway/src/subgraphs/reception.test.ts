import { type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { Pool } from 'undici';
import { type Arrived, type CheckHead, Reception } from './reception';
import { SubgraphUnreachable } from './unreachable';

const LIMIT_MS = 10_000;
const anything: CheckHead = () => undefined;

describe('an answer that is taken in', () => {
  let server: Server | undefined;
  let pool: Pool;

  const open = async (answer: RequestListener): Promise<void> => {
    server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    pool = new Pool(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { connections: 1 });
  };
  afterEach(async () => {
    await pool.destroy();
    server?.close();
  });

  const ask = (check = anything, limitMs = LIMIT_MS): Promise<Arrived> => {
    const reception = new Reception(check, limitMs);
    pool.dispatch({ path: '/', method: 'POST', body: '{}' }, reception);
    return reception.arrived;
  };

  it('is whole, in however many pieces it comes, and after words that go before it', async () => {
    await open((_, response) => {
      response.writeEarlyHints({ link: '</a>; rel=preload' });
      response.writeHead(201, { 'x-said': 'yes' }).write('one ');
      setImmediate(() => response.end('two'));
    });
    const { status, headers, body } = await ask();
    expect([status, headers['x-said'], body.toString()]).toEqual([201, 'yes', 'one two']);
  });

  it('may be empty', async () => {
    await open((_, response) => response.writeHead(204).end());
    expect((await ask()).body).toHaveLength(0);
  });

  it('is cut off when its head is refused, and the next call has a connection', async () => {
    let closed: Promise<unknown> | undefined;
    await open((_, response) => {
      closed ??= once(response, 'close');
      response.writeHead(200).write('endless');
    });
    const refusal = new SubgraphUnreachable('answer', 'not this');
    const refuse: CheckHead = () => {
      throw refusal;
    };
    await expect(ask(refuse)).rejects.toBe(refusal);
    await closed;
    await expect(ask(refuse)).rejects.toBe(refusal);
  });

  it('is waited for no longer than the limit, also by a call that has no connection yet', async () => {
    let asked = 0;
    await open(() => void (asked += 1));
    const first = expect(ask()).rejects.toThrow('destroyed');
    await once(server!, 'request');
    await expect(ask(anything, 50)).rejects.toMatchObject({ reason: 'timeout' });
    await pool.destroy();
    await first;
    expect(asked).toBe(1);
  });

  it('tells of a connection that breaks', async () => {
    await open(({ socket }) => socket.destroy());
    await expect(ask()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  });
});
