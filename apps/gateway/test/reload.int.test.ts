import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
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

  it('is taken without a restart', async () => {
    const later = notices(world.notices.sdl.replace('whoAmI: String', 'whoAmI: String later: Int'));
    expect((await world.ask('{ later }')).status).toBe(400);
    change(supergraphOf(complaints(), later));
    await logged('new supergraph taken');
    expect((await world.ask('{ later }')).errors![0]!.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    await stillServes();
  });

  it('is refused when it is broken, and the old one keeps serving', async () => {
    for (const text of ['', 'type Query {', 'type Query { a: Int }']) {
      change(text);
      expect(await logged('new supergraph refused')).toContain('cannot be loaded');
      await stillServes();
    }
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
