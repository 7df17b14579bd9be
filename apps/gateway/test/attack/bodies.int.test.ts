import { LIMITS } from '../../src/limits/measure';
import { type World, startWorld } from '../fixtures/gateway';
import { ask, clean, json, raw, readRaw, refused, send } from './clean';

const MB = 1024 * 1024;
const QUERY = '{ __typename }';

describe('bodies and headers that no client sends', () => {
  let world: World;
  let url: string;
  beforeAll(async () => {
    world = await startWorld();
    url = world.gateway.url;
  });
  afterAll(() => world.stop());
  /** Whoever comes next is served as if nothing had been. */
  afterEach(async () => {
    expect(clean(await ask(url, { query: QUERY }))).toEqual([]);
  });

  describe('are refused by their size', () => {
    it('50 MB that say so', async () => {
      const connection = raw(url);
      connection.socket.write(
        `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${50 * MB}\r\n\r\n{"query":"`,
      );
      const said = readRaw(await connection.said);
      expect([said.status, refused(said)]).toEqual([413, ['QUERY_TOO_COMPLEX']]);
    });

    it('50 MB in pieces, of which nobody said how many come', async () => {
      const connection = raw(url);
      connection.socket.write(
        'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
      );
      const piece = `${(64 * 1024).toString(16)}\r\n${' '.repeat(64 * 1024)}\r\n`;
      let sent = 0;
      let isOver = false;
      void connection.said.then(() => (isOver = true));
      while (sent < 50 * MB && !isOver && connection.socket.writable) {
        sent += piece.length;
        connection.socket.write(piece);
        await new Promise((resolve) => setImmediate(resolve)); // so that the answer is heard
      }
      const said = readRaw(await connection.said);
      expect(said.status).toBe(413);
      expect(refused(said)).toEqual(['QUERY_TOO_COMPLEX']);
      expect(sent).toBeLessThan(50 * MB);
    });

    it('one byte over the limit', async () => {
      const body = JSON.stringify({ query: QUERY }).padEnd(LIMITS.body + 1);
      const said = await send(url, { headers: json, body });
      expect([said.status, refused(said)]).toEqual([413, ['QUERY_TOO_COMPLEX']]);
      expect(clean(await send(url, { headers: json, body: body.slice(0, -1) }))).toEqual([]);
    });

    it('a body that unpacks', async () => {
      for (const encoding of ['gzip', 'br', 'deflate']) {
        refused(await send(url, { headers: { ...json, 'content-encoding': encoding }, body: Buffer.alloc(500, 31) }));
      }
    });
  });

  describe('are refused by their depth', () => {
    it.each([
      ['lists', (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`],
      ['objects', (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
    ])('10,000 %s as the body, as variables, as an extension, and as the query', async (_what, nested) => {
      const deep = nested(10_000);
      refused(await send(url, { headers: json, body: deep }));
      refused(await send(url, { headers: json, body: `{"query":${deep}}` }));
      const query = JSON.stringify('query Q($id: ID!) { complaint(id: $id) { id } }');
      refused(await send(url, { headers: json, body: `{"query":${query},"variables":{"id":${deep}}}` }));
      refused(await send(url, { headers: json, body: `{"query":${query},"variables":${deep}}` }));
      refused(await send(url, { headers: json, body: `{"query":"${QUERY}","extensions":{"persistedQuery":${deep}}}` }));
      expect(world.complaints.calls).toHaveLength(0);
    });

    it('10,000 selections, lists, objects and types inside each other in the text', async () => {
      const depth = 10_000;
      for (const query of [
        `${'{a'.repeat(depth)}${'}'.repeat(depth)}`,
        `{ complaint(id: ${'['.repeat(depth)}1${']'.repeat(depth)}) { id } }`,
        `{ complaint(id: ${'{a:'.repeat(depth)}1${'}'.repeat(depth)}) { id } }`,
        `query Q($a: ${'['.repeat(depth)}Int${']'.repeat(depth)}) { __typename }`,
        `{ ${'... { '.repeat(depth)} id ${'}'.repeat(depth)} }`,
      ]) {
        const started = Date.now();
        expect(refused(await ask(url, { query }))).toEqual(['QUERY_TOO_COMPLEX']);
        expect(Date.now() - started).toBeLessThan(3_000);
      }
      // Within the limit of words and signs, as deep as they allow.
      for (const open of ['[', '{a:']) {
        const most = Math.floor(LIMITS.tokens / (open.length + 2));
        const close = open === '[' ? ']' : '}';
        refused(await ask(url, { query: `{ complaint(id: ${open.repeat(most)}1${close.repeat(most)}) { id } }` }));
      }
    });
  });

  describe('are refused by their form', () => {
    it('what is no JSON, or none of a request', async () => {
      const bodies = [
        ...['', '{', '[', 'null', 'true', '1', '"text"', '[]', '{}', '{"query":1}', '{"query":null}', '{"query":[]}'],
        ...['{"query":"{ __typename }","variables":[]}', '{"query":"{ __typename }","variables":"x"}'],
        ...['{"query":"{ __typename }","operationName":1}', '{"query":"{ __typename }","extensions":[]}'],
        ...['{"query":"{ __typename }",}', "{'query':'{ __typename }'}", '{"query":"{ __typename }"}{}', '<a/>', 'NaN'],
        ...['{"query":"{ __typename }","variables":{"a":1e309}', '{"query":"\\ud800', '{"documentId":1}'],
      ];
      for (const body of bodies) {
        const said = await send(url, { headers: json, body });
        if (said.status !== 400) throw new Error(`${body}: ${said.status} ${said.text}`);
        refused(said);
      }
    });

    it('bytes that are no UTF-8', async () => {
      for (const bytes of [
        [0xff, 0xfe],
        [0xc3, 0x28],
        [0xed, 0xa0, 0x80],
        [0xf4, 0x90, 0x80, 0x80],
        [0xc0, 0xaf],
      ]) {
        const body = Buffer.concat([Buffer.from('{"query":"{ __typename } #'), Buffer.from(bytes), Buffer.from('"}')]);
        const said = await send(url, { headers: json, body });
        expect(said.status).toBe(400);
        refused(said);
      }
    });

    it('keys that would reach the prototypes of objects', async () => {
      const query = 'query Q($id: ID!) { complaint(id: $id) { id } }';
      for (const body of [
        `{"query":${JSON.stringify(query)},"variables":{"__proto__":{"id":"1"}}}`,
        `{"query":${JSON.stringify(query)},"variables":{"constructor":{"prototype":{"id":"1"}}}}`,
        `{"query":${JSON.stringify(query)},"__proto__":{"variables":{"id":"1"}}}`,
        `{"query":${JSON.stringify(query)},"variables":{"\\u005f_proto__":{"id":"1"}}}`,
      ]) {
        refused(await send(url, { headers: json, body }));
      }
      const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
      for (const name of names) {
        refused(await ask(url, { query: `{ ${name} }` }));
        refused(await ask(url, { query: `query Q($${name}: ID!) { complaint(id: $${name}) { id } }`, variables: {} }));
        refused(await ask(url, { query: `{ ...${name} }` }));
        refused(await ask(url, { query: QUERY, operationName: name }));
        refused(await ask(url, { extensions: { persistedQuery: { version: 1, sha256Hash: name } } }));
      }
      // An alias may have any name; it is data then.
      const said = await ask(url, { query: '{ constructor: __typename toString: __typename }' });
      expect(JSON.parse(said.text)).toEqual({ data: { constructor: 'Query', toString: 'Query' } });
      expect(({} as { id?: string }).id).toBeUndefined();
      expect(world.complaints.calls).toHaveLength(0);
    });

    it('numbers beyond what the type holds', async () => {
      const query = 'query Q($n: Int) { complaints(first: $n) { edges { cursor } } }';
      for (const number of ['2147483648', '-2147483649', '1e309', '-1e309', '1.5', '9007199254740993']) {
        const said = await send(url, {
          headers: json,
          body: `{"query":${JSON.stringify(query)},"variables":{"n":${number}}}`,
        });
        refused(said);
        refused(await ask(url, { query: `{ complaints(first: ${number}) { edges { cursor } } }` }));
        refused(await ask(url, { query: `{ complaint(id: ${number}.${number}) { id } }` }));
      }
    });
  });

  describe('are refused as requests', () => {
    const GET = 'GET /graphql HTTP/1.1\r\nhost: x\r\n';
    it.each([
      ['what is no HTTP', 'hello\r\n\r\n', 400],
      ['HTTP of another time', 'GET /graphql HTTP/9.9\r\n\r\n', 400],
      ['no host', 'GET /graphql HTTP/1.1\r\n\r\n', 400],
      ['a header without a name', `${GET}: x\r\n\r\n`, 400],
      ['a header with a line break', `${GET}x-request-id: a\rb: c\r\n\r\n`, 400],
      ['two lengths', 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n', 400],
      [
        'a length and pieces',
        'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
        400,
      ],
      ['a length that is none', 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n', 400],
      ['headers of 64 kB', `${GET}x-large: ${'x'.repeat(64 * 1024)}\r\n\r\n`, 431],
      ['2,500 headers', `${GET}${'x-a: bcdef\r\n'.repeat(2_500)}\r\n`, 431],
      ['an address of 32 kB', `GET /${'x'.repeat(32 * 1024)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431],
    ])('%s', async (_what, bytes, status) => {
      const connection = raw(url);
      connection.socket.write(bytes);
      const said = readRaw(await connection.said);
      expect(said.status).toBe(status);
      refused(said);
    });

    it('addresses that lead nowhere', async () => {
      const paths = [
        '/%',
        '/graphql/%E0%A4%A',
        '/..%2f..%2fetc%2fpasswd',
        '/playground/assets/..%2f..%2fmain.js',
        '/%00',
      ];
      for (const path of paths) {
        const said = await send(url, { method: 'GET', path });
        expect([400, 404]).toContain(said.status);
        refused(said);
      }
    });

    it.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'HEAD', 'PROPFIND'])('the method %s', async (method) => {
      const said = await send(url, { method, headers: json });
      expect([400, 404, 405]).toContain(said.status);
      if (method !== 'HEAD') refused(said);
      expect(said.text).not.toContain('content-type: application'); // nothing is sent back as it came
    });

    it('what a server need not know: expectations, another protocol, a preflight of nobody', async () => {
      const unknown: Record<string, string>[] = [
        { expect: 'a-wonder' },
        { connection: 'upgrade', upgrade: 'websocket' },
        { upgrade: 'h2c' },
      ];
      for (const headers of unknown) {
        const said = await send(url, { headers: { ...json, ...headers }, body: JSON.stringify({ query: QUERY }) });
        expect([said.status, clean(said)]).toEqual([200, []]);
      }
      for (const path of ['/graphql', '/events', '/logout', '/charter', '/nowhere']) {
        const said = await send(url, { method: 'OPTIONS', path });
        if (said.text === '')
          expect([204, said.headers['access-control-allow-origin']]).toEqual([said.status, undefined]);
        else refused(said);
      }
    });

    it('line breaks in what is sent back: the request id', async () => {
      for (const id of ['abc%0d%0aset-cookie:x=1', 'x'.repeat(200), '../../../etc', '<script>alert(1)</script>']) {
        const said = await ask(url, { query: QUERY }, { 'x-request-id': id });
        expect(clean(said)).toEqual([]);
        expect(said.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
        expect(said.headers['set-cookie']).toBeUndefined();
      }
    });
  });
});
