import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { CharterClient, CharterError, type ClientOptions, Tokens, type TypedDocument } from '../src';
import { MeDocument } from '../src/documents';
import { type TestServer, startServer } from './fixtures/server';

const doc = <Data, Variables = Record<string, never>>(text: string): TypedDocument<Data, Variables> => ({
  toString: () => text,
});
const QUERY = doc<{ ok: boolean }>('query Ok { ok }');
const MUTATION = doc<{ ok: boolean }, { input: { idempotencyKey?: string } }>(
  'mutation Do($input: I!) { ok(input: $input) }',
);
const quick = { firstPauseMs: 1, longestPauseMs: 2 };
const error = (code: string, extensions: object = {}) => ({
  data: null,
  errors: [{ message: `It is ${code}.`, extensions: { code, ...extensions } }],
});

describe('a client and a server', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server.stop());
  const client = (options: Partial<ClientOptions> = {}) =>
    new CharterClient({ endpoint: `${server.url}/graphql`, retry: quick, ...options });

  it('sends text, variables and name, in the user’s language, under its own request id', async () => {
    let language: 'ko' | 'en' = 'ko';
    const asking = client({ language: () => language });
    await asking.execute(MUTATION, { input: {} });
    language = 'en';
    await asking.execute(QUERY, {}, { requestId: 'my-own-request' });
    const [first, second] = server.requests;
    expect(JSON.parse(first!.body)).toEqual({
      query: MUTATION.toString(),
      operationName: 'Do',
      variables: { input: {} },
    });
    expect([first!.headers['accept-language'], second!.headers['accept-language']]).toEqual(['ko', 'en']);
    expect(first!.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(second!.headers['x-request-id']).toBe('my-own-request');
  });

  it.each<[string, object, object]>([
    ['UNAUTHENTICATED', {}, {}],
    ['FORBIDDEN', {}, {}],
    ['NOT_FOUND', {}, {}],
    ['BAD_USER_INPUT', {}, {}],
    ['STALE_VERSION', {}, {}],
    ['IDEMPOTENCY_KEY_REUSED', {}, {}],
    ['QUERY_TOO_COMPLEX', {}, {}],
    ['RATE_LIMITED', { retryAfterSeconds: 1800 }, { retryAfterSeconds: 1800 }],
    ['SERVICE_UNAVAILABLE', { service: 'notices' }, { service: 'notices' }],
    ['INTERNAL_SERVER_ERROR', { requestId: 'told-in-error' }, { requestId: 'told-in-error' }],
  ])('tells %s apart', async (code, extensions, told) => {
    server.always = () => ({ body: error(code, extensions) });
    const result = await client({ retry: { tries: 1 } }).execute(QUERY);
    expect(result).toMatchObject({ kind: 'failed', failure: { code, message: `It is ${code}.`, ...told } });
  });

  it('says so when a code is newer than itself, and when a proxy answers', async () => {
    server.replies = [{ body: error('TEAPOT') }, { status: 404, body: '<html>' }];
    expect(await client().execute(QUERY)).toMatchObject({ failure: { code: 'UNKNOWN', original: 'TEAPOT' } });
    expect(await client({ language: 'en' }).execute(QUERY)).toMatchObject({
      failure: { code: 'BAD_ANSWER', status: 404, message: expect.stringContaining('could not be read') },
    });
  });

  it('sends a query again over broken connections, passing faults and a restarted proxy', async () => {
    server.replies = ['reset', { status: 503, body: error('SERVICE_UNAVAILABLE') }, { status: 502, body: '<html>' }];
    expect(await client().execute(QUERY)).toMatchObject({ kind: 'complete', data: { ok: true } });
    expect(server.requests).toHaveLength(4);
    expect(new Set(server.requests.map(({ headers }) => headers['x-request-id'])).size).toBe(1);
  });

  it('gives up after its tries and says that nothing came back', async () => {
    server.always = () => 'reset';
    expect(await client({ language: 'ko' }).execute(QUERY)).toMatchObject({
      failure: { code: 'NO_ANSWER', message: expect.stringContaining('네트워크') },
    });
    expect(server.requests).toHaveLength(4);
  });

  it('sends a mutation again with its key, and never without', async () => {
    server.replies = ['reset'];
    const keyed = await client().execute(MUTATION, { input: { idempotencyKey: 'k-1' } });
    expect([keyed.kind, server.requests.length]).toEqual(['complete', 2]);
    expect(server.requests[0]!.body).toBe(server.requests[1]!.body);
    server.replies = ['reset'];
    expect(await client().execute(MUTATION, { input: {} })).toMatchObject({ failure: { code: 'NO_ANSWER' } });
    expect(server.requests).toHaveLength(3);
  });

  it('waits as long as it is told, and hands a longer wait to the caller', async () => {
    server.replies = [{ status: 429, headers: { 'retry-after': '1' }, body: error('RATE_LIMITED') }];
    const from = performance.now();
    expect((await client().execute(QUERY)).kind).toBe('complete');
    expect(performance.now() - from).toBeGreaterThan(990);
    server.replies = [{ status: 429, body: error('RATE_LIMITED', { retryAfterSeconds: 60 }) }];
    expect(await client().execute(QUERY)).toMatchObject({ failure: { code: 'RATE_LIMITED', retryAfterSeconds: 60 } });
  });

  it('does not send again what a mending user has to change', async () => {
    server.replies = [{ body: error('BAD_USER_INPUT') }, { body: error('INTERNAL_SERVER_ERROR') }];
    await client().execute(QUERY);
    await client().execute(QUERY);
    expect(server.requests).toHaveLength(2);
  });

  it('ends with the caller’s reason when it is aborted, while it sends and while it waits', async () => {
    server.always = () => 'hang';
    const sending = new AbortController();
    const sent = client().execute(QUERY, {}, { signal: sending.signal });
    sending.abort(new Error('left the page'));
    await expect(sent).rejects.toThrow('left the page');
    server.always = () => ({ status: 429, headers: { 'retry-after': '9' }, body: error('RATE_LIMITED') });
    const waiting = new AbortController();
    const waited = client().execute(QUERY, {}, { signal: waiting.signal });
    setTimeout(() => waiting.abort(new Error('changed their mind')), 50);
    await expect(waited).rejects.toThrow('changed their mind');
  });

  it('takes a server that hangs for one that does not answer', async () => {
    server.always = () => 'hang';
    const result = await client({ timeoutMs: 40, retry: { ...quick, tries: 2 } }).execute(QUERY);
    expect(result).toMatchObject({ failure: { code: 'NO_ANSWER' } });
    expect(server.requests).toHaveLength(2);
  });

  describe('with tokens', () => {
    const UNKNOWN = { status: 401, body: error('UNAUTHENTICATED') };

    it('refreshes a refused token once for all requests, and sends them again', async () => {
      server.always = ({ headers }) =>
        headers.authorization === 'Bearer new' ? { body: { data: { ok: 1 } } } : UNKNOWN;
      const refresh = jest.fn(async () => 'new');
      const asking = client({ tokens: new Tokens({ load: () => 'old', refresh }) });
      const results = await Promise.all([
        asking.execute(QUERY),
        asking.execute(QUERY),
        asking.execute(MUTATION, { input: {} }), // nothing was carried out: it goes again, too
      ]);
      expect(results.map(({ kind }) => kind)).toEqual(['complete', 'complete', 'complete']);
      expect(refresh).toHaveBeenCalledTimes(1);
      expect((await asking.execute(QUERY)).kind).toBe('complete');
      expect(server.requests.at(-1)!.headers.authorization).toBe('Bearer new');
    });

    it('does not go on as anonymous, nor in circles, when nothing better can be had', async () => {
      server.always = () => UNKNOWN;
      for (const refresh of [undefined, () => undefined, () => 'old', () => 'just as bad']) {
        const asking = client({ tokens: new Tokens({ load: () => 'old', refresh }) });
        expect(await asking.execute(QUERY)).toMatchObject({ failure: { code: 'UNAUTHENTICATED' } });
      }
      expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
        ...['Bearer old', 'Bearer old', 'Bearer old', 'Bearer old', 'Bearer just as bad'],
      ]);
    });

    it('never shows the token: not in JSON, not when printed', async () => {
      const tokens = new Tokens({ load: () => 'secret-token' });
      const asking = client({ tokens });
      const result = await asking.execute(QUERY);
      expect(server.requests[0]!.headers.authorization).toBe('Bearer secret-token');
      const seen = [result, tokens, asking].map((one) => JSON.stringify(one) + inspect(one, { depth: 9 }));
      expect(seen.join()).not.toContain('secret-token');
    });

    it('signs out, and forgets the token when that is certain', async () => {
      const tokens = new Tokens({ load: jest.fn().mockResolvedValueOnce('mine').mockResolvedValue(undefined) });
      const asking = client({ tokens, retry: { tries: 1 } });
      server.replies = [{ status: 503, body: error('SERVICE_UNAVAILABLE') }, { status: 204 }];
      expect(await asking.logout()).toMatchObject({ failure: { code: 'SERVICE_UNAVAILABLE' } });
      expect(await asking.logout()).toBeUndefined();
      await asking.execute(QUERY);
      expect(server.requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
        ['/logout', 'Bearer mine'],
        ['/logout', 'Bearer mine'],
        ['/graphql', undefined],
      ]);
    });
  });

  describe('with persisted documents', () => {
    const hash = createHash('sha256').update(QUERY.toString()).digest('hex');

    it('sends the hash, and the text when the hash is not known yet', async () => {
      server.replies = [{ body: error('PERSISTED_QUERY_NOT_FOUND') }];
      const asking = client({ persisted: 'apq' });
      expect((await asking.execute(QUERY)).kind).toBe('complete');
      const [first, second] = server.requests.map(({ body }) => JSON.parse(body) as object);
      const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
      expect([first, second]).toEqual([
        { operationName: 'Ok', extensions },
        { operationName: 'Ok', query: QUERY.toString(), extensions },
      ]);
    });

    it('gets what everybody sees alike by GET and without the token', async () => {
      const tokens = new Tokens({ load: () => 'mine' });
      await client({ persisted: 'apq', tokens }).execute(QUERY, {}, { cacheable: true });
      const [{ method, url, headers }] = server.requests as [(typeof server.requests)[0]];
      expect([method, headers.authorization, headers['apollo-require-preflight']]).toEqual(['GET', undefined, '1']);
      expect(new URL(url, server.url).searchParams.get('extensions')).toContain(hash);
    });

    it('names a registered operation by its key alone, and refuses to send one that has none', async () => {
      const asking = client({ persisted: 'trusted' });
      await asking.execute(MeDocument);
      expect(JSON.parse(server.requests[0]!.body)).toEqual({
        operationName: 'Me',
        documentId: MeDocument.__meta__!.hash as string,
      });
      await expect(asking.execute(QUERY)).rejects.toThrow(TypeError);
    });
  });

  it('is a fetch for other clients, with the same habits', async () => {
    const tokens = new Tokens({ load: () => 'mine' });
    server.replies = ['reset'];
    const asking = client({ tokens });
    const send = (query: string) =>
      asking.fetch(`${server.url}/graphql`, { method: 'POST', body: JSON.stringify({ query, variables: {} }) });
    expect(await (await send('{ ok }')).json()).toEqual({ data: { ok: true } });
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer mine', 'Bearer mine']);
    server.replies = ['reset'];
    await expect(send('mutation { ok }')).rejects.toThrow(CharterError);
    expect(server.requests).toHaveLength(3);
  });
});
