import { CharterClient, nodes, pages } from '../src';
import { MyComplaintsDocument } from '../src/documents';
import { type TestServer, startServer } from './fixtures/server';

const page = (from: number, last = false) => ({
  complaints: {
    edges: [from, from + 1].map((id) => ({ node: { id: `${id}` } })),
    pageInfo: { endCursor: `after-${from + 1}`, hasNextPage: !last },
  },
});

describe('paging', () => {
  let server: TestServer;
  let client: CharterClient;
  beforeEach(async () => {
    server = await startServer();
    client = new CharterClient({ endpoint: server.url });
  });
  afterEach(() => server.stop());
  const asked = () =>
    server.requests.map(({ body }) => (JSON.parse(body) as { variables: { after?: string } }).variables.after);

  it('walks from page to page with the same variables, and asks for none before it is wanted', async () => {
    server.replies = [0, 2, 4].map((from) => ({ body: { data: page(from, from === 4) } }));
    const list = pages(
      client,
      MyComplaintsDocument,
      { first: 2, orderBy: 'NEAREST_DEADLINE' },
      (data) => data.complaints,
    );
    const { value } = await list.next();
    expect([value!.nodes.map(({ id }) => id), value!.hasNextPage, server.requests.length]).toEqual([
      ['0', '1'],
      true,
      1,
    ]);
    const others: string[] = [];
    for await (const { nodes: found } of list) others.push(...found.map(({ id }) => id));
    expect(others).toEqual(['2', '3', '4', '5']);
    expect(asked()).toEqual([undefined, 'after-1', 'after-3']);
    expect(server.requests.every(({ body }) => body.includes('NEAREST_DEADLINE'))).toBe(true);
  });

  it('ends at its bound, and where a server would send it in circles', async () => {
    let from = 0;
    server.always = () => ({ body: { data: page((from += 2)) } });
    const seen: string[] = [];
    for await (const { id } of nodes(client, MyComplaintsDocument, { first: 2 }, (data) => data.complaints, {
      maxPages: 3,
    }))
      seen.push(id);
    expect(seen).toHaveLength(6);
    server.always = () => ({ body: { data: page(0) } });
    let count = 0;
    for await (const one of pages(client, MyComplaintsDocument, { first: 2 }, (data) => data.complaints))
      count += one.nodes.length;
    expect(count).toBe(4);
  });

  it('throws what keeps a page away, and stops when it is aborted', async () => {
    const errors = [{ message: 'No.', path: ['complaints'], extensions: { code: 'FORBIDDEN' } }];
    server.replies = [{ body: { data: page(0) } }, { body: { data: { complaints: null }, errors } }];
    const list = pages(client, MyComplaintsDocument, { first: 2 }, (data) => data.complaints);
    await list.next();
    await expect(list.next()).rejects.toMatchObject({ failure: { code: 'FORBIDDEN', path: 'complaints' } });
    const controller = new AbortController();
    server.always = () => ({ body: { data: page(0) } });
    const aborted = pages(client, MyComplaintsDocument, { first: 2 }, (data) => data.complaints, {
      signal: controller.signal,
    });
    await aborted.next();
    controller.abort(new Error('scrolled away'));
    await expect(aborted.next()).rejects.toThrow('scrolled away');
  });
});
