import { type World, startWorld } from './fixtures/gateway';

/** The planner asks for keys on its own, under their own names: what a client calls the same is another thing. */
describe('an alias that is the name of a key', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  it.each([
    '{ complaint(id: "1") { id: title notices { text } } }',
    '{ complaint(id: "1") { ...F notices { text } } } fragment F on Complaint { id: title }',
    '{ complaint(id: "1") { __typename: title notices { text } } }',
    '{ complaint(id: "1") { __typename: id citizen { __typename: name } } }',
    '{ __schema: complaint(id: "1") { title } }',
    '{ me { id: name } }',
  ])('is refused, and not answered with something else: %s', async (query) => {
    world.complaints.calls.length = 0;
    for (const token of [undefined, await world.issuer.token()]) {
      const { status, data, errors } = await world.ask(query, { token });
      expect([status, data, errors![0]!.extensions]).toEqual([400, undefined, { code: 'BAD_USER_INPUT' }]);
      expect(errors![0]!.message).toMatch(/^The alias "(id|__typename|__schema)" hides the key/);
    }
    expect(world.complaints.calls).toHaveLength(0);
  });

  it('is fine where it is of the key itself, or of an object without one', async () => {
    const token = await world.issuer.token();
    const query = `{ complaint(id: "7") { id: id number: id __typename: __typename notices { id: text } } }`;
    const { data, errors } = await world.ask(query, { token });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      complaint: { id: '7', number: '7', __typename: 'Complaint', notices: [{ id: '알림 7' }] },
    });
  });
});
