import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { composeServices } from '@theguild/federation-composition';
import { SERVICES } from '@charter/contracts';
import { CompositionFailed, composeSupergraph, servicesOf } from './compose';
import { secondOpinion } from './second-opinion';

const root = join(__dirname, '../../..');
const ours = Object.fromEntries(
  SERVICES.map((name) => [name, readFileSync(join(root, `apps/${name}/schema.graphql`), 'utf8')]),
);

describe('another implementation of federation', () => {
  it('takes the subgraphs, and shows clients the same', async () => {
    expect(await secondOpinion(ours, composeSupergraph(ours).api)).toEqual([]);
  });

  it('makes a supergraph that the planner of the gateway can read', () => {
    const { supergraphSdl = '' } = composeServices(servicesOf(ours));
    const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: true });
    expect(() => new QueryPlanner(supergraph)).not.toThrow();
    expect(Array.from(supergraph.subgraphsMetadata(), ({ name }) => name).sort()).toEqual([...SERVICES].sort());
  });

  it('is heard when it composes something else', async () => {
    const less = composeSupergraph(ours).api.replace('  accessLog(', '  readings(');
    expect((await secondOpinion(ours, less)).join()).toMatch(/'readings' was removed[^]*'accessLog' was added/);
  });

  it('is heard when it refuses', async () => {
    const query = 'type Query { me: Int }';
    await expect(secondOpinion({ notices: query, charter: 'type Query { me: String }' }, query)).rejects.toThrow(
      CompositionFailed,
    );
  });
});
