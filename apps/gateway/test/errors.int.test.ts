import { getIntrospectionQuery } from 'graphql';
import { type World, startWorld } from './fixtures/gateway';

describe('errors', () => {
  let world: World;
  let token: string;
  beforeAll(async () => {
    world = await startWorld();
    token = await world.issuer.token();
  });
  afterAll(() => world.stop());

  it('keep what went wrong inside, and give its request id', async () => {
    const { data, errors, text, headers } = await world.ask('{ fail(how: "sql") me { id } }', { token });
    expect(data).toMatchObject({ fail: null, me: { id: expect.any(String) } });
    expect(errors).toEqual([
      {
        message: expect.stringContaining('request id'),
        path: ['fail'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: headers.get('x-request-id') },
      },
    ]);
    expect(text).not.toMatch(/petitioner|postgres|10\.0\.0\.7|complaints/);
    const logged = world.log.find((line) => line.includes('petitioner'));
    expect(JSON.parse(logged!)).toMatchObject({ requestId: headers.get('x-request-id'), subgraph: 'complaints' });
  });

  it('pass what a subgraph may say, without its other extensions', async () => {
    const { errors } = await world.ask('{ fail(how: "forbidden") }');
    expect(errors).toEqual([
      { message: 'Your role may not do this.', path: ['fail'], extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  it('mask codes that are not on the list', async () => {
    const { errors, text } = await world.ask('{ fail(how: "odd") }');
    expect(errors![0]!.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(text).not.toMatch(/internal detail|WHATEVER/);
  });

  it('are none for what the caller may not see: it is null, as if it were not there', async () => {
    const { data, errors } = await world.ask('{ passedOn { text complaint { id title } } }', { token });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ passedOn: { text: '이관 알림', complaint: null } });
    expect(world.log.join('')).not.toContain('answer broke the schema');
  });

  it('never carry a stack', async () => {
    for (const query of ['{ fail(how: "sql") }', '{ nope }', '{', '']) {
      expect((await world.ask(query, { token })).text).not.toMatch(/stack|node_modules|\.ts|\.js/);
    }
  });

  describe('for the anonymous', () => {
    const names = /complaint|Complaint|notices|whoAmI|Citizen|FileComplaintInput|title|count/;
    it.each([
      ['an unknown field', '{ complaintz { id } }', undefined],
      ['an unknown type', '{ ... on Complaintt { id } }', undefined],
      ['an unknown argument', '{ me(i: 1) { id nam } }', undefined],
      ['a missing subselection', '{ me }', undefined],
    ])('hide the schema: %s', async (_what, query, variables) => {
      const { status, errors } = await world.ask(query, { variables });
      expect(status).toBe(400);
      expect(errors).toHaveLength(1);
      expect(errors![0]!.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
      expect(errors![0]!.message).not.toMatch(names);
    });

    it('hide the schema: a variable that does not fit', async () => {
      const query = 'mutation M($input: FileComplaintInput!) { fileComplaint(input: $input) { id } }';
      const { status, errors } = await world.ask(query, { variables: { input: { titel: 'x', count: 'many' } } });
      expect(status).toBe(400);
      expect(errors!.map(({ message }) => message)).toEqual(['Variable "$input": The value does not fit the type.']);
      expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    });

    it('say what is wrong with the text itself', async () => {
      const { errors } = await world.ask('{ me { id }');
      expect(errors![0]).toMatchObject({
        message: 'Syntax Error: Expected Name, found <EOF>.',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      });
    });
  });

  it('help those who have signed in', async () => {
    const { errors } = await world.ask('{ complaintz { id } }', { token });
    expect(errors![0]!.message).toContain('Did you mean "complaint');
  });

  describe('introspection', () => {
    it.each([
      '{ __schema { types { name } } }',
      '{ __type(name: "Citizen") { name } }',
      '{ ...F } fragment F on Query { s: __schema { queryType { name } } }',
    ])('is refused to the anonymous: %s', async (query) => {
      const { status, data, errors } = await world.ask(query);
      expect(status).toBe(401);
      expect(data).toBeUndefined();
      expect(errors![0]!.extensions).toEqual({ code: 'UNAUTHENTICATED' });
    });

    it('is for any token, and does not open for the anonymous what somebody else has asked', async () => {
      const query = getIntrospectionQuery();
      const { data } = await world.ask(query, { token });
      expect(JSON.stringify(data)).toContain('FileComplaintInput');
      expect((await world.ask(query)).status).toBe(401);
    });

    it('shows nothing of federation', async () => {
      const { text } = await world.ask(getIntrospectionQuery(), { token });
      expect(text).not.toMatch(/_entities|_service|join__|_Any/);
    });

    it('leaves __typename alone', async () => {
      expect((await world.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
    });
  });
});
