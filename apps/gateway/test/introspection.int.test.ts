import { type World, startWorld } from './fixtures/gateway';

const OLD = {
  name: 'old',
  sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@shareable"])
    type Query { kind: Kind } enum Kind { NEW OLD @deprecated(reason: "Use NEW.") }`,
};

/** What the graph says of itself, as the specification has it. */
describe('introspection', () => {
  let world: World;
  let token: string;
  beforeAll(async () => {
    world = await startWorld({}, { old: 'http://127.0.0.1:9/graphql' }, [OLD]);
    token = await world.issuer.token();
  });
  afterAll(() => world.stop());

  it('answers all that is asked of one field at several places', async () => {
    const query = `query { __schema { queryType { name } } __schema { queryType { kind } mutationType { name } } ...More }
      fragment More on Query { __schema { subscriptionType { name } } }`;
    const { data, errors } = await world.ask(query, { token });
    expect(errors).toBeUndefined();
    const queryType = { name: 'Query', kind: 'OBJECT' };
    expect(data).toEqual({ __schema: { queryType, mutationType: { name: 'Mutation' }, subscriptionType: null } });
    const types = `{ one: __type(name: "Kind") { name } ... { one: __type(name: "Kind") { kind } } }`;
    expect((await world.ask(types, { token })).data).toEqual({ one: { name: 'Kind', kind: 'ENUM' } });
  });

  it('tells a variable that is null from one that is left to its default', async () => {
    const query =
      'query Values($old: Boolean = true) { __type(name: "Kind") { enumValues(includeDeprecated: $old) { name } } }';
    const told = async (variables: object) => {
      const { data } = await world.ask(query, { token, variables });
      return (data!.__type as { enumValues: { name: string }[] }).enumValues.map(({ name }) => name);
    };
    expect(await told({})).toEqual(['NEW', 'OLD']);
    expect(await told({ old: null })).toEqual(['NEW']);
    expect(await told({})).toEqual(['NEW', 'OLD']);
  });
});
