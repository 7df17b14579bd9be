import { getIntrospectionQuery } from 'graphql';
import { type World, startWorld } from '../fixtures/gateway';
import { ask, clean, json, refused, send } from './clean';

type Headers = Readonly<Record<string, string>>;

const times = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_value, at) => text(at)).join(' ');

/** The thirteen checks of graphql-cop, by its names: each passes where the answer is not what the tool looks for. */
describe('graphql-cop', () => {
  let world: World;
  let url: string;
  beforeAll(async () => {
    world = await startWorld();
    url = world.gateway.url;
  });
  afterAll(() => world.stop());
  afterEach(() => {
    world.complaints.calls.length = 0;
  });
  const untouched = () => expect(world.complaints.calls).toHaveLength(0);

  it('Alias Overloading: 101 aliases', async () => {
    const query = `query cop { ${times(101, (at) => `alias${at}: __typename`)} }`;
    expect(refused(await ask(url, { query }))).toEqual(['QUERY_TOO_COMPLEX']);
    untouched();
  });

  it('Array-based Query Batching: ten requests in one', async () => {
    const batch = Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' }));
    expect(refused(await ask(url, batch))).toEqual(['BAD_USER_INPUT']);
    for (const list of [[], [{ query: '{ complaint(id: 1) { id } }' }], [[{}]]]) refused(await ask(url, list));
    untouched();
  });

  it('Directive Overloading: fifty of them, unknown or repeated', async () => {
    for (const directive of ['@aa', '@include(if: true)', '@skip(if: false)']) {
      const query = `query cop { __typename ${times(50, () => directive)} }`;
      expect(refused(await ask(url, { query }))).toEqual(['QUERY_TOO_COMPLEX']);
    }
  });

  it('Introspection-based Circular Query', async () => {
    const deep = `${'fields { type { '.repeat(12)}name${' } }'.repeat(12)}`;
    const query = `query cop { __schema { types { ${deep} } } }`;
    expect(refused(await ask(url, { query }))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const token = await world.issuer.token();
    const started = Date.now();
    refused(await ask(url, { query }, { authorization: `Bearer ${token}` }));
    expect(Date.now() - started).toBeLessThan(3_000);
  });

  it('Field Duplication: 500 of one field', async () => {
    const query = `query cop { ${'__typename '.repeat(500)} }`;
    expect(refused(await ask(url, { query }))).toEqual(['QUERY_TOO_COMPLEX']);
  });

  it('GET Method Query Support: a form or an image of another site runs nothing', async () => {
    for (const query of ['query cop { __typename }', '{ complaint(id: 1) { id } }']) {
      refused(await send(url, { method: 'GET', path: `/graphql?query=${encodeURIComponent(query)}` }));
    }
    untouched();
  });

  it('Mutation over GET: also with the header that browsers need leave for', async () => {
    const query = encodeURIComponent('mutation cop { fileComplaint(input: { title: "x" }) { id } }');
    for (const headers of [
      {},
      { 'apollo-require-preflight': '1' },
      { 'apollo-require-preflight': '1', ...json },
    ] as Headers[]) {
      refused(await send(url, { method: 'GET', path: `/graphql?query=${query}`, headers }));
    }
    untouched();
  });

  it('POST based url-encoded query: no type that a form can send', async () => {
    const body = `query=${encodeURIComponent('query cop { __typename }')}`;
    const types = ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', ''];
    for (const type of types) {
      const headers: Headers = type === '' ? {} : { 'content-type': type };
      refused(await send(url, { headers, body }));
      refused(await send(url, { headers, body: JSON.stringify({ query: '{ __typename }' }) }));
    }
    untouched();
  });

  it('Field Suggestions: none for the anonymous', async () => {
    const said = await ask(url, { query: 'query cop { complaintz { idd } }' });
    expect(refused(said)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(said.text).not.toMatch(/did you mean|complaints?\b/i);
  });

  it('GraphQL IDE: none at the endpoint, whatever a browser accepts', async () => {
    for (const path of ['/graphql', '/', '/graphiql', '/v1/graphiql', '/altair', '/console']) {
      const said = await send(url, { method: 'GET', path, headers: { accept: 'text/html' } });
      expect(said.text).not.toMatch(/<title>.*(graphi|apollo|altair)/i);
      if (said.status !== 302) refused(said);
    }
  });

  it('Introspection: none for the anonymous', async () => {
    for (const query of [getIntrospectionQuery(), 'query cop { __schema { types { name fields { name } } } }']) {
      const said = await ask(url, { query });
      expect(refused(said)).toEqual(['UNAUTHENTICATED']);
      expect(JSON.parse(said.text)).not.toHaveProperty('data');
    }
  });

  it('Trace Mode: no tracing in answers, however it is asked for', async () => {
    const said = await ask(
      url,
      { query: '{ __typename }' },
      { 'apollo-federation-include-trace': 'ftv1', 'x-apollo-tracing': '1' },
    );
    expect(clean(said)).toEqual([]);
    expect(said.text).not.toMatch(/tracing|ftv1|startTime/);
  });

  it('Unhandled Errors Detection: a bad request is told in the words of the platform', async () => {
    for (const query of ['qwerty cop { abc }', '', '{', 'query cop { fail(how: "none") }', '\u0000', '#']) {
      const said = await ask(url, { query });
      for (const { extensions } of clean(said)) expect(extensions).not.toHaveProperty('exception');
    }
    refused(await ask(url, { query: 'qwerty cop { abc }' }));
  });
});
