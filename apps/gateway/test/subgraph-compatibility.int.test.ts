import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SUITE, startSuite } from './fixtures/compatibility/supergraph';

const TESTS = 23;

/** Now, since the suite reads an address as it is loaded. */
function freePorts(count: number): number[] {
  const script = `const { createServer } = require('net');
    const servers = Array.from({ length: ${count} }, () => createServer().listen(0, '127.0.0.1'));
    setImmediate(() => { console.log(servers.map((one) => one.address().port).join()); servers.forEach((one) => one.close()); });`;
  return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).split(',').map(Number);
}

// Apollo's own tests, from its package, word for word: of our library's subgraph, and of it behind our gateway.
describe('Apollo’s tests of subgraph compatibility', () => {
  const [products, users, inventory] = freePorts(3) as [number, number, number];
  process.env.PRODUCTS_URL = `http://127.0.0.1:${products}/`;
  const folder = join(SUITE, 'tests');
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.js'));

  let suite: Awaited<ReturnType<typeof startSuite>>;
  beforeAll(async () => {
    suite = await startSuite({ products, users, inventory });
    const client = jest.requireActual<{ ROUTER_URL: string }>(join(SUITE, 'utils/client'));
    client.ROUTER_URL = suite.url;
  });
  afterAll(() => suite?.stop());

  for (const file of files) jest.requireActual(join(folder, file));

  it('are all there', () => {
    const written = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/^\s*(it|test)\(/gm) ?? []);
    expect(written).toHaveLength(TESTS);
  });
});
