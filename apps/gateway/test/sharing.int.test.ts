import { register } from 'prom-client';
import { eventually } from '@charter/testkit';
import { type World, startWorld } from './fixtures/gateway';

type Options = NonNullable<Parameters<World['ask']>[1]>;

const ME = '{ whoAmI }';
const callerIn = (data: unknown) => JSON.parse((data as { whoAmI: string }).whoAmI) as Record<string, unknown>;
const shared = async (how: string): Promise<number> => {
  const { values } = await register.getSingleMetric('charter_gateway_answers_shared_total')!.get();
  return values.find(({ labels }) => labels.how === how)?.value ?? 0;
};

describe('queries that run already', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ TRUSTED_PROXIES: '127.0.0.1', SHARE_WINDOW_MS: '1000' });
  });
  afterAll(() => world.stop());
  afterEach(() => {
    world.notices.calls.length = 0;
    world.complaints.calls.length = 0;
  });

  /** Asks twice, the second time while the first waits for notices. @param joins whether the second is expected to wait with it */
  async function bothAsk(
    joins: boolean,
    first: Options,
    second: Options,
    queries: readonly [string, string] = [ME, ME],
  ) {
    const before = await shared('joined');
    const release = world.notices.hold();
    const one = world.ask(queries[0], first);
    await eventually(
      async () => world.notices.calls.length,
      (calls) => calls === 1,
    );
    const other = world.ask(queries[1], second);
    if (joins)
      await eventually(
        () => shared('joined'),
        (count) => count === before + 1,
      );
    else
      await eventually(
        async () => world.notices.calls.length,
        (calls) => calls === 2,
      );
    release();
    const answers = await Promise.all([one, other]);
    expect(world.notices.calls).toHaveLength(joins ? 1 : 2);
    return answers;
  }

  it('are executed once for the same caller, who gets each answer under its own request id', async () => {
    const token = await world.issuer.token();
    const ids = ['sharing-first', 'sharing-second'] as const;
    const [one, other] = await bothAsk(
      true,
      { token, headers: { 'x-request-id': ids[0] } },
      { token, headers: { 'x-request-id': ids[1] } },
    );
    expect(other.text).toBe(one.text);
    expect([one, other].map(({ headers }) => headers.get('x-request-id'))).toEqual(ids);
    expect(other.headers.get('cache-control')).toBe('private, no-store');
  });

  it('tell each of errors with its own request id, and of its cost only who asks', async () => {
    const release = world.complaints.hold();
    const before = await shared('joined');
    const asks = ['errors-first-1', 'errors-second'].map((id, index) =>
      world.ask('{ fail(how: "sql") }', {
        headers: { 'x-request-id': id, ...(index === 1 && { 'x-charter-explain': 'cost' }) },
      }),
    );
    await eventually(
      () => shared('joined'),
      (count) => count === before + 1,
    );
    release();
    const [one, other] = await Promise.all(asks);
    expect(world.complaints.calls).toHaveLength(1);
    expect(one!.errors![0]!.extensions.requestId).toBe('errors-first-1');
    expect(other!.errors![0]!.extensions.requestId).toBe('errors-second');
    expect([one, other].map((answer) => answer!.text.includes('"extensions":{"cost"'))).toEqual([false, true]);
    for (const id of ['errors-first-1', 'errors-second'])
      expect(world.log.some((line) => line.includes(id) && line.includes('petitioner'))).toBe(true);
  });

  const OTHER = '0197a000-0000-7000-8000-000000000002';
  it.each<[string, () => Promise<[Options, Options]>]>([
    [
      'another person',
      async () => [{ token: await world.issuer.token() }, { token: await world.issuer.token({ sub: OTHER }) }],
    ],
    ['nobody', async () => [{ token: await world.issuer.token() }, {}]],
    ['somebody, after nobody', async () => [{}, { token: await world.issuer.token() }]],
    [
      'the same person in another role',
      async () => [
        { token: await world.issuer.token({ roles: ['OFFICER'], department: 'A' }) },
        { token: await world.issuer.token({ roles: ['CITIZEN'] }) },
      ],
    ],
    [
      'the same person in another department',
      async () => [
        { token: await world.issuer.token({ roles: ['OFFICER'], department: 'A' }) },
        { token: await world.issuer.token({ roles: ['OFFICER'], department: 'B' }) },
      ],
    ],
    [
      'another language',
      async () => [{ headers: { 'accept-language': 'ko' } }, { headers: { 'accept-language': 'en' } }],
    ],
    [
      'another network address',
      async () => [
        { headers: { 'x-forwarded-for': '203.0.113.1' } },
        { headers: { 'x-forwarded-for': '203.0.113.2' } },
      ],
    ],
  ])('are not shared with %s', async (_whom, optionsOf) => {
    const options = await optionsOf();
    const [one, other] = await bothAsk(false, ...options);
    const facts = [one, other].map(({ data }) => callerIn(data));
    expect(facts[0]).not.toEqual({ ...facts[1], requestId: facts[0]!.requestId });
    options.forEach(({ token }, index) => expect(facts[index]!.id !== undefined).toBe(token !== undefined));
  });

  it('are not shared with other variables, nor none with null', async () => {
    const listed = 'query Q($n: Int) { notices(first: $n) { edges { node { text } } } }';
    const [one, other] = await bothAsk(false, { variables: { n: 1 } }, { variables: { n: 2 } }, [listed, listed]);
    expect([one, other].map(({ data }) => (data!.notices as { edges: unknown[] }).edges.length)).toEqual([1, 2]);
    world.notices.calls.length = 0;
    const [none, null_] = await bothAsk(false, { variables: {} }, { variables: { n: null } }, [listed, listed]);
    expect([none, null_].every(({ errors }) => errors === undefined)).toBe(true);
  });

  it('are shared whatever else stands in the variables, since nobody reads that', async () => {
    const { 1: other } = await bothAsk(true, { variables: { a: 1 } }, { variables: { b: 2 } });
    expect(callerIn(other.data).id).toBeUndefined();
  });

  it('are not shared with a token that was logged out meanwhile', async () => {
    const token = await world.issuer.token();
    const release = world.notices.hold();
    const one = world.ask(ME, { token });
    await eventually(
      async () => world.notices.calls.length,
      (calls) => calls === 1,
    );
    await fetch(`${world.gateway.url}/logout`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    expect((await world.ask(ME, { token })).status).toBe(401);
    release();
    expect((await one).status).toBe(200);
  });

  it('never are mutations', async () => {
    const token = await world.issuer.token();
    const file = 'mutation { fileComplaint(input: { title: "a" }) { id } }';
    await Promise.all([1, 2, 3].map(() => world.ask(file, { token })));
    expect(world.complaints.calls).toHaveLength(3);
  });

  it('are not joined by somebody who has written since they began: everybody reads what they have written', async () => {
    const [token, again] = [await world.issuer.token(), await world.issuer.token()];
    const release = world.notices.hold();
    const before = world.ask(ME, { token });
    await eventually(
      async () => world.notices.calls.length,
      (calls) => calls === 1,
    );
    await world.ask('mutation { fileComplaint(input: { title: "a" }) { id } }', { token: again });
    const after = world.ask(ME, { token });
    await eventually(
      async () => world.notices.calls.length,
      (calls) => calls === 2,
    );
    release();
    expect((await Promise.all([before, after])).map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe('what services call public', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ TRUSTED_PROXIES: '127.0.0.1' });
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    world.complaints.cacheControl = 'public, max-age=60';
    world.notices.cacheControl = undefined;
    world.complaints.calls.length = 0;
    world.notices.calls.length = 0;
  });

  let texts = 0;
  /** A text that nobody has asked before. */
  const fresh = (): string => `query Public${(texts += 1)} { complaint(id: "1") { id title } }`;
  const getting = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${world.gateway.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'apollo-require-preflight': '1', 'accept-language': 'en', ...headers },
    });

  it('is kept for the anonymous, wherever they are, and says for how long', async () => {
    const query = fresh();
    const first = await world.ask(query);
    const second = await world.ask(query, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(world.complaints.calls).toHaveLength(1);
    expect(second.text).toBe(first.text);
    for (const { headers } of [first, second]) {
      expect(headers.get('cache-control')).toBe('public, max-age=60');
      expect(headers.get('age')).toMatch(/^\d+$/);
      expect(headers.get('vary')).toContain('authorization');
    }
  });

  it('is asked anew for a person, and for another language, and what a person got is not kept', async () => {
    const query = fresh();
    const token = await world.issuer.token();
    const own = await world.ask(query, { token });
    expect([own.headers.get('cache-control'), own.headers.get('etag')]).toEqual(['private, no-store', null]);
    await world.ask(query);
    await world.ask(query, { headers: { 'accept-language': 'ko' } });
    await world.ask(query, { token });
    expect(world.complaints.calls.map(({ caller }) => [caller.id !== undefined, caller.language])).toEqual([
      [true, 'en'],
      [false, 'en'],
      [false, 'ko'],
      [true, 'en'],
    ]);
  });

  it('is read anew by an anonymous caller who has written since', async () => {
    const query = fresh();
    await world.ask(query);
    await world.ask('mutation { fileComplaint(input: { title: "a" }) { id } }');
    world.complaints.calls.length = 0;
    await world.ask(query, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(world.complaints.calls).toHaveLength(0);
    await world.ask(query);
    expect(world.complaints.calls).toHaveLength(1);
  });

  it('is private as a whole when a part of it is', async () => {
    const query = fresh().replace('title', 'title notices { text }');
    for (let times = 0; times < 2; times += 1) {
      expect((await world.ask(query)).headers.get('cache-control')).toBe('private, no-store');
    }
    expect(world.complaints.calls).toHaveLength(2);
    world.notices.cacheControl = 'public, max-age=20';
    expect((await world.ask(query)).headers.get('cache-control')).toBe('public, max-age=20');
  });

  it('is not kept when something is missing from it', async () => {
    const query = fresh().replace('id title', 'id').replace('{ complaint', '{ fail(how: "forbidden") complaint');
    for (let times = 0; times < 2; times += 1) {
      expect((await world.ask(query)).headers.get('cache-control')).toBe('private, no-store');
    }
    expect(world.complaints.calls).toHaveLength(2);
  });

  it('is not kept when its cost is told with it', async () => {
    const query = fresh();
    await world.ask(query);
    const { text, headers } = await world.ask(query, { headers: { 'x-charter-explain': 'cost' } });
    expect(text).toContain('"cost"');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect((await world.ask(query)).text).not.toContain('cost');
  });

  it('is not sent again by GET to who has it', async () => {
    const query = fresh();
    const first = await getting(query);
    const tag = first.headers.get('etag')!;
    const again = await getting(query, { 'if-none-match': tag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await getting(query, { 'if-none-match': '"other"' })).status).toBe(200);
    const own = await getting(query, { 'if-none-match': tag, authorization: `Bearer ${await world.issuer.token()}` });
    expect(own.status).toBe(200);
    const posted = await world.ask(query, { headers: { 'if-none-match': tag } });
    expect([posted.status, posted.headers.get('etag')]).toEqual([200, tag]);
  });
});
