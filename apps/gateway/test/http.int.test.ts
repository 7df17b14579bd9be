import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@charter/testkit';
import { readAnswer, startWorld, type World } from './fixtures/gateway';

const json = { 'content-type': 'application/json' };
const URL_OK = '/graphql?query=%7Bcomplaint(id%3A%221%22)%7Bid%7D%7D';

describe('the public endpoint', () => {
  let world: World;
  let url: string;
  beforeAll(async () => {
    world = await startWorld({ CORS_ORIGINS: 'https://www.example.kr, http://localhost:3000' });
    url = world.gateway.url;
  });
  afterAll(() => world.stop());

  const post = async (body: string, headers: Record<string, string> = json) =>
    readAnswer(await fetch(`${url}/graphql`, { method: 'POST', headers, body }));

  it('answers queries by GET, which a form of another site cannot send', async () => {
    const sent = await fetch(url + URL_OK, { headers: { 'apollo-require-preflight': '1' } });
    expect(await sent.json()).toEqual({ data: { complaint: { id: '1' } } });
    const blocked = await readAnswer(await fetch(url + URL_OK));
    expect(blocked.status).toBe(400);
    expect(blocked.errors![0]!.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  it('carries out no mutation by GET', async () => {
    const query = encodeURIComponent('mutation { fileComplaint(input: { title: "a" }) { id } }');
    const answer = await fetch(`${url}/graphql?query=${query}`, { headers: { 'apollo-require-preflight': '1' } });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    expect(world.complaints.calls.filter(({ body }) => body.query.startsWith('mutation'))).toHaveLength(0);
  });

  it.each([
    ['malformed JSON', '{"query": ', 400],
    ['an empty body', '', 400],
    ['a list', '[{"query":"{ __typename }"}]', 400],
    ['no query', '{}', 400],
    ['a query that is no text', '{"query": 1}', 400],
    ['two operations and no name', '{"query":"query A { __typename } query B { __typename }"}', 400],
    ['a name of no operation', '{"query":"query A { __typename }","operationName":"Z"}', 400],
    ['a subscription', '{"query":"subscription { a }"}', 400],
    ['poison', '{"query":"{ __typename }","__proto__":{"a":1}}', 400],
    [
      'a variable of a name that is taken',
      '{"query":"query ($representations: ID!) { complaint(id: $representations) { id } }"}',
      400,
    ],
    ['variables that are none', '{"query":"{ __typename }","variables":"x"}', 400],
  ])('answers %s with JSON', async (_what, body, status) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.errors![0]!.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  it('says what is wrong in the language of its sender', async () => {
    const persisted = (facts: object) =>
      JSON.stringify({ query: '{ __typename }', extensions: { persistedQuery: facts } });
    const bodies = ['[]', '1', '{}', '{"query":1}', '{"operationName":1}', '{"documentId":1}', '{"variables":1}'];
    for (const body of [...bodies, '{"extensions":1}', persisted({}), persisted({ version: 1, sha256Hash: 'x' })]) {
      const [ko, en] = await Promise.all(
        ['ko', 'en'].map((language) => post(body, { ...json, 'accept-language': language })),
      );
      expect([body, ko!.errors![0]!.message]).toEqual([body, expect.stringMatching(/[가-힣]/)]);
      expect([body, en!.errors![0]!.message]).toEqual([body, expect.stringMatching(/^[ -~]+$/)]);
    }
    for (const [query, headers] of [
      ['query={__typename}', {}],
      ['query={__typename}&query={__typename}', { 'apollo-require-preflight': '1' }],
      ['query={__typename}&variables={', { 'apollo-require-preflight': '1' }],
      ['query={__typename}', { 'content-type': 'text/plain' }],
      ['query={__typename}', { accept: 'text/html' }],
    ] as [string, Record<string, string>][]) {
      const { errors } = await readAnswer(await fetch(`${url}/graphql?${query}`, { headers }));
      expect([query, errors![0]!.message]).toEqual([query, expect.stringMatching(/[가-힣]/)]);
    }
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])('takes no %s', async (type) => {
    const { status, errors } = await post('{"query":"mutation{fileComplaint(input:{title:\\"a\\"}){id}}"}', {
      'content-type': type,
    });
    expect(status).toBe(415);
    expect(errors![0]!.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  it('answers unknown addresses and methods with JSON', async () => {
    expect((await readAnswer(await fetch(`${url}/nowhere`))).errors![0]!.extensions).toEqual({ code: 'NOT_FOUND' });
    const refused = await readAnswer(await fetch(`${url}/graphql`, { method: 'DELETE' }));
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect(refused.errors![0]!.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  it('knows persisted queries, once their text came with the right hash and fitted', async () => {
    const persisted = (query: string, hash = createHash('sha256').update(query).digest('hex')) => ({
      persistedQuery: { version: 1, sha256Hash: hash },
    });
    const ask = async (query: string, withText: boolean, hash?: string) => {
      const { data, errors } = await post(
        JSON.stringify({ extensions: persisted(query, hash), ...(withText && { query }) }),
      );
      return data ?? errors!.map(({ message, extensions }) => [message, extensions.code]);
    };
    const query = '{ complaint(id: "1") { id } }';
    const unknown = [['PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND']];
    expect(await ask(query, false)).toEqual(unknown);
    expect(await ask(query, true, 'a'.repeat(64))).toEqual([[expect.stringContaining('hash'), 'BAD_USER_INPUT']]);
    expect(await ask(query, false)).toEqual(unknown);
    expect(await ask(query, true)).toEqual({ complaint: { id: '1' } });
    expect(await ask(query, false)).toEqual({ complaint: { id: '1' } });
    await ask('{ unfit }', true);
    expect(await ask('{ unfit }', false)).toEqual(unknown);
  });

  it('answers in the type that the client accepts, with the status that goes with it', async () => {
    const answer = async (accept: string, query: string) => {
      const { status, headers } = await post(JSON.stringify({ query }), { ...json, accept });
      return [status, headers.get('content-type')];
    };
    const modern = 'application/graphql-response+json';
    expect(await answer(modern, '{ __typename }')).toEqual([200, `${modern}; charset=utf-8`]);
    expect(await answer(modern, '{ unfit }')).toEqual([400, `${modern}; charset=utf-8`]);
    expect(await answer(`${modern}, application/json;q=0.9`, '{')).toEqual([400, `${modern}; charset=utf-8`]);
    expect(await answer('application/json', '{ unfit }')).toEqual([200, 'application/json; charset=utf-8']);
    expect(await answer('*/*', '{ unfit }')).toEqual([400, 'application/json; charset=utf-8']);
    expect(await answer('text/html', '{ __typename }')).toEqual([406, 'application/json; charset=utf-8']);
  });

  it('lets browsers of the listed origins in, and no others', async () => {
    const preflight = (origin: string) =>
      fetch(`${url}/graphql`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        },
      });
    const allowed = await preflight('https://www.example.kr');
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://www.example.kr');
    expect(allowed.headers.get('access-control-allow-headers')).toContain('authorization');
    for (const origin of ['https://evil.example', 'https://www.example.kr.evil.example', 'null']) {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
    }
    const answered = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...json, origin: 'http://localhost:3000', authorization: 'Bearer x' },
      body: '{}',
    });
    expect(answered.status).toBe(401);
    expect(answered.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
    expect(answered.headers.get('access-control-expose-headers')).toContain('x-request-id');
  });

  it('gives every answer a request id, and takes the caller’s when it is sane', async () => {
    const idFor = async (id: string) =>
      (
        await fetch(`${url}/graphql`, { method: 'POST', headers: { ...json, 'x-request-id': id }, body: '{' })
      ).headers.get('x-request-id');
    expect(await idFor('checkout-0001')).toBe('checkout-0001');
    for (const odd of ['short', 'a b c d e f g h', `${'x'.repeat(65)}`, '{"level":60}', '../../etc/passwd']) {
      expect(await idFor(odd)).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    }
  });

  it('writes one line a request, without the query, its variables, or the person', async () => {
    const token = await world.issuer.token({ name: '홍길동' });
    world.log.length = 0;
    await world.ask('query Find($id: ID!) { complaint(id: $id) { title } }', {
      variables: { id: 'SECRET-010-1234-5678' },
      token,
    });
    const lines = world.log.join('');
    const line = JSON.parse(world.log.at(-1)!) as object;
    expect(line).toMatchObject({ msg: 'answered', kind: 'query', operation: 'Find', status: '200' });
    // Flat: nobody searches it any deeper for personal names.
    expect(Object.values(line).filter((value) => typeof value === 'object')).toEqual([]);
    expect(lines).not.toMatch(/SECRET|홍길동|title|eyJ|0197a000/);
  });

  it('tells health here, and metrics elsewhere', async () => {
    expect(await (await fetch(`${url}/health/live`)).json()).toEqual({ status: 'live' });
    expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({ status: 'ready' });
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    const metrics = await fetch(`${world.gateway.metricsUrl}/metrics`);
    expect(await metrics.text()).toContain('charter_gateway_request_seconds_bucket');
    expect((await fetch(`${world.gateway.metricsUrl}/health/ready`)).status).toBe(200);
    expect((await fetch(`${world.gateway.metricsUrl}/graphql`, { method: 'POST' })).status).toBe(404);
  });
});

describe('the demo people', () => {
  const tokens = join(mkdtempSync(join(tmpdir(), 'charter-demo-')), 'stack.json');
  writeFileSync(tokens, JSON.stringify({ endpoint: 'x', tokens: { citizen: 'a.b.c', officer: 'd.e.f' } }));
  const peopleOf = async (settings: Record<string, string>) => {
    const world = await startWorld(settings);
    const answer = await fetch(`${world.gateway.url}/playground/people.json`, {
      headers: { origin: 'https://evil.example' },
    });
    const body = (await answer.json()) as object;
    await world.stop();
    return { status: answer.status, body, cors: answer.headers.get('access-control-allow-origin') };
  };

  it('are offered in development', async () => {
    expect(await peopleOf({ NODE_ENV: 'development', DEMO_TOKENS_PATH: tokens })).toEqual({
      status: 200,
      body: {
        people: [
          { name: 'citizen', token: 'a.b.c' },
          { name: 'officer', token: 'd.e.f' },
        ],
      },
      cors: null,
    });
  });
  it('do not exist in production', async () => {
    const issuer = { OIDC_ISSUER: 'https://127.0.0.1:9', OIDC_JWKS_URL: '' };
    expect((await peopleOf({ NODE_ENV: 'production', DEMO_TOKENS_PATH: tokens, ...issuer })).status).toBe(404);
  });
  it('do not exist where nobody names them', async () => {
    expect((await peopleOf({ NODE_ENV: 'development' })).status).toBe(404);
  });
});

describe('a stop', () => {
  it('finishes what runs, takes nothing new, and says it is not ready', async () => {
    const world = await startWorld();
    world.complaints.delay = 300;
    const running = world.ask('{ complaint(id: "1") { id } }');
    await eventually(
      async () => world.complaints.calls.length,
      (calls) => calls === 1,
    );
    const stopped = world.gateway.stop(5_000);
    expect((await fetch(`${world.gateway.metricsUrl}/health/ready`)).status).toBe(503);
    await expect(fetch(`${world.gateway.url}/health/live`)).rejects.toThrow();
    expect((await running).data).toEqual({ complaint: { id: '1' } });
    await stopped;
    await Promise.all([world.complaints.stop(), world.notices.stop()]);
    world.issuer.close();
  });

  it('does not wait longer than it is given', async () => {
    const world = await startWorld({ SUBGRAPH_TIMEOUT: '60000' });
    world.complaints.mishaps.push('hang');
    const running = world.ask('{ complaint(id: "1") { id } }').catch(() => 'cut off');
    await eventually(
      async () => world.complaints.mishaps.length,
      (left) => left === 0,
    );
    const started = Date.now();
    await world.stop();
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(await running).toBe('cut off');
  });
});
