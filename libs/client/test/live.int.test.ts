import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CharterClient, type TimelineNews, Tokens, watchTimeline } from '../src';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const COMPLAINT = '0197b000-0000-7000-8000-000000000001';
const line = (name: string, number: number, rest: object = {}): string =>
  `event: ${name}\nid: 0197b000.${number}\ndata: ${JSON.stringify({ steps: [{ text: `단계 ${number}` }], complaint: { version: number }, ...rest })}\n\n`;
const stream =
  (...parts: readonly string[]): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 5\n\n');
    for (const part of parts) response.write(part);
  };
const refuse =
  (status: number, code: string, extensions: object = {}): Answer =>
  (_request, response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ errors: [{ message: `It is ${code}.`, extensions: { code, ...extensions } }] }));

describe('watching a timeline', () => {
  let server: Server;
  let answers: Answer[];
  let asked: IncomingMessage[];
  let open: ServerResponse[];
  beforeEach(async () => {
    [answers, asked, open] = [[], [], []];
    server = createServer((request, response) => {
      asked.push(request);
      open.push(response);
      const answer = answers.shift();
      if (answer) answer(request, response);
      else request.socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const client = (options: object = {}) =>
    new CharterClient({ endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, ...options });
  const lastIds = () => asked.map(({ headers }) => headers['last-event-id']);

  /** Reads so many news, doing something after each. */
  async function take(count: number, options: object = {}, then: (news: TimelineNews) => void = () => undefined) {
    const all: TimelineNews[] = [];
    for await (const news of watchTimeline(client({ tokens: new Tokens({ load: () => 'a.b.c' }) }), {
      complaintId: COMPLAINT,
      ...options,
    })) {
      all.push(news);
      then(news);
      if (all.length === count) break;
    }
    return all;
  }

  it('tells the whole first and then each change, with the token and the language, and hangs up when the loop is left', async () => {
    answers = [
      stream(
        line('timeline', 1),
        ': \n\n',
        line('newer-than-this', 2),
        line('change', 3, { what: ['complaint.answered'] }),
      ),
    ];
    const news = await take(2);
    expect(news.map(({ kind, id }) => [kind, id])).toEqual([
      ['whole', '0197b000.1'],
      ['change', '0197b000.3'],
    ]);
    expect(news[1]).toMatchObject({
      what: ['complaint.answered'],
      steps: [{ text: '단계 3' }],
      complaint: { version: 3 },
    });
    expect(asked[0]!.url).toBe(`/events?complaint=${COMPLAINT}`);
    expect(asked[0]!.headers).toMatchObject({
      authorization: 'Bearer a.b.c',
      accept: 'text/event-stream',
      'accept-language': 'ko',
    });
    await new Promise<void>((resolve) => (open[0]!.closed ? resolve() : open[0]!.once('close', () => resolve())));
  });

  it('goes on from the last news when the line breaks in the middle of a message, ends, or nobody listens for a while', async () => {
    const cut: Answer = (request, response) => {
      stream(line('change', 2), line('change', 3).slice(0, 30))(request, response);
      setTimeout(() => request.socket.resetAndDestroy(), 20);
    };
    const ended: Answer = (request, response) => {
      stream(line('change', 3))(request, response);
      response.end();
    };
    answers = [cut, ended, refuse(503, 'SERVICE_UNAVAILABLE', { service: 'complaints' }), stream(line('change', 4))];
    const news = await take(3, { after: '0197b000.1' });
    expect(news.map(({ id }) => id)).toEqual(['0197b000.2', '0197b000.3', '0197b000.4']);
    expect(lastIds()).toEqual(['0197b000.1', '0197b000.2', '0197b000.3', '0197b000.3']);
  });

  it('opens a line again that has been silent for too long', async () => {
    answers = [stream(line('timeline', 1)), stream(line('change', 2))];
    const news = await take(2, { silenceMs: 50 });
    expect(news).toHaveLength(2);
    expect(lastIds()).toEqual([undefined, '0197b000.1']);
  });

  it('puts a word that is cut between two packets together', async () => {
    const bytes = Buffer.from(line('timeline', 1));
    const middle = bytes.indexOf(Buffer.from('단')) + 1;
    const halves: Answer = (request, response) => {
      stream()(request, response);
      response.write(bytes.subarray(0, middle));
      setTimeout(() => response.write(bytes.subarray(middle)), 20);
    };
    answers = [halves];
    expect((await take(1))[0]!.steps[0]!.text).toBe('단계 1');
  });

  it('replaces everything after a reset', async () => {
    answers = [stream(line('reset', 9))];
    expect(await take(1, { after: 'old' })).toMatchObject([{ kind: 'whole', id: '0197b000.9' }]);
  });

  it('gets a new token when the old one is refused, and says when there is none', async () => {
    answers = [
      refuse(401, 'UNAUTHENTICATED'),
      stream(line('timeline', 1)),
      refuse(401, 'UNAUTHENTICATED'),
      refuse(404, 'NOT_FOUND'),
    ];
    const tokens = new Tokens({ load: () => 'old.old.old', refresh: () => 'new.new.new' });
    const watching = watchTimeline(client({ tokens }), { complaintId: COMPLAINT });
    expect((await watching.next()).value).toMatchObject({ kind: 'whole' });
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer old.old.old', 'Bearer new.new.new']);
    await watching.return();
    const without = new Tokens({ load: () => 'a.b.c' });
    for (const code of ['UNAUTHENTICATED', 'NOT_FOUND'])
      await expect(watchTimeline(client({ tokens: without }), { complaintId: COMPLAINT }).next()).rejects.toMatchObject(
        {
          failure: { code, message: `It is ${code}.` },
        },
      );
  });

  it('takes no other answer for a stream, such as a proxy’s page', async () => {
    const page: Answer = (_request, response) =>
      void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>');
    answers = [page];
    await expect(take(1)).rejects.toMatchObject({ failure: { code: 'BAD_ANSWER', status: 200 } });
  });

  it('ends with the signal’s reason, also while it waits to come again', async () => {
    answers = [stream(line('timeline', 1))];
    const aborting = new AbortController();
    const watched = take(2, { signal: aborting.signal }, () => aborting.abort(new Error('enough')));
    await expect(watched).rejects.toThrow('enough');
    const later = new AbortController();
    setTimeout(() => later.abort(new Error('no more')), 50);
    await expect(take(1, { signal: later.signal })).rejects.toThrow('no more');
  });
});
