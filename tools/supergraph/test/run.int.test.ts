import { API, SUPERGRAPH } from '../src';
import { Checkout } from './fixtures/checkout';

const before = `type Query { "All of them." proposals: [String!] }`;

describe('run', () => {
  let checkout: Checkout;
  beforeEach(async () => {
    checkout = new Checkout();
    checkout.commit('build: a repository');
    await checkout.land('feat: first', before);
  });
  afterEach(() => checkout.remove());

  it('writes the subgraph schemas, the supergraph and the public API, and then finds nothing to do', async () => {
    const { repository } = checkout;
    expect(repository.read('apps/participation/schema.graphql')).toBe(before);
    expect(repository.read(SUPERGRAPH)).toContain('join__Graph');
    expect(repository.read(API)).toContain('proposals: [String!]');
    checkout.commit('docs: nothing of the API');
    expect(await checkout.check(before)).toEqual({ faults: [], notes: [] });
  });

  it('refuses stale files, and writes nothing while checking', async () => {
    const { faults } = await checkout.check(`${before} type More { "Told." a: Int }`);
    expect(faults.join()).toMatch(/stale[^]*apps\/participation\/schema\.graphql[^]*supergraph\.graphql/);
    expect(checkout.repository.read('apps/participation/schema.graphql')).toBe(before);
  });

  it('refuses what has no description', async () => {
    await checkout.write('type Query { silent: Int }');
    expect((await checkout.check('type Query { silent: Int }')).faults.join()).toContain('Query.silent');
  });
});
