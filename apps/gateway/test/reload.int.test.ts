import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@charter/testkit';
import { type World, startWorld, supergraphOf } from './fixtures/gateway';

describe('a changed supergraph file', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.stop());

  const logged = async (text: string) => {
    for (let waited = 0; waited < 20_000; waited += 50) {
      const line = world.log.find((one) => one.includes(text));
      if (line) return line;
      await sleep(50);
    }
    throw new Error(`The log never said "${text}":\n${world.log.join('')}`);
  };
  const change = (text: string) => {
    world.log.length = 0;
    writeFileSync(world.supergraphPath, text);
  };
  const complaints = () => ({ name: 'complaints', sdl: world.complaints.sdl });
  const notices = (sdl = world.notices.sdl) => ({ name: 'notices', sdl });
  const stillServes = async () => {
    expect((await world.ask('{ complaint(id: "1") { id } whoAmI }')).errors).toBeUndefined();
  };

  /** What an operator sees of it: the hash of the graph that serves, and whether the file is another one. */
  const told = async () => {
    const text = await (await fetch(`${world.gateway.metricsUrl}/metrics`)).text();
    const hashes = [...text.matchAll(/^charter_gateway_supergraph_loaded_timestamp_seconds\{hash="(\w+)"\}/gm)];
    const refused = /^charter_gateway_supergraph_file_refused (\d)$/m.exec(text);
    return { hashes: hashes.map(([, hash]) => hash), refused: refused?.[1] };
  };
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

  it('is taken without a restart', async () => {
    const later = notices(world.notices.sdl.replace('whoAmI: String', 'whoAmI: String later: Int'));
    expect((await world.ask('{ later }')).status).toBe(400);
    const text = supergraphOf(complaints(), later);
    change(text);
    expect(await logged('new supergraph taken')).toContain(hashOf(text));
    expect(await told()).toEqual({ hashes: [hashOf(text)], refused: '0' });
    expect((await world.ask('{ later }')).errors![0]!.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    await stillServes();
  });

  it('is taken whatever was asked before, also what can never be planned', async () => {
    const query = 'query Odd($representations: ID!) { complaint(id: $representations) { id } }';
    for (let times = 0; times < 2; times += 1) {
      const { errors } = await world.ask(query, { variables: { representations: '1' } });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    change(supergraphOf(complaints(), notices(world.notices.sdl.replace('whoAmI: String', 'whoAmI: String odd: Int'))));
    expect(JSON.parse(await logged('new supergraph'))).toMatchObject({ msg: 'new supergraph taken', unfit: 1 });
    await stillServes();
  });

  it('is refused when it is broken, and the old one keeps serving', async () => {
    const old = readFileSync(world.supergraphPath, 'utf8');
    for (const text of ['', 'type Query {', 'type Query { a: Int }']) {
      change(text);
      expect(await logged('new supergraph refused')).toContain('cannot be loaded');
      await stillServes();
      expect(await told()).toEqual({ hashes: [hashOf(old)], refused: '1' });
    }
    change(old);
    await eventually(told, ({ refused }) => refused === '0');
  });

  it('is refused when it lacks what the canary asks', async () => {
    change(supergraphOf({ name: 'notices', sdl: 'type Query { whoAmI: String }' }));
    expect(await logged('new supergraph refused')).toContain('canary Canary');
    await stillServes();
  });

  it('is refused when a subgraph does not know its fields yet', async () => {
    const without = {
      ...complaints(),
      sdl: world.complaints.sdl.replace('id: ID! title: String! citizen', 'id: ID! citizen'),
    };
    const moved = notices(world.notices.sdl.replace('id: ID! notices', 'id: ID! title: String! notices'));
    change(supergraphOf(without, moved));
    expect(await logged('new supergraph refused')).toContain('Cannot query field');
    await stillServes();
  });

  it('is taken although a subgraph is away: that says nothing against the schema', async () => {
    await world.notices.stop();
    change(supergraphOf(complaints(), notices()));
    await logged('new supergraph taken');
    await world.notices.start();
    await stillServes();
  });

  it('that is gone leaves the old one serving', async () => {
    world.log.length = 0;
    rmSync(world.supergraphPath);
    expect(await logged('new supergraph refused')).toContain('ENOENT');
    await stillServes();
  });
});
