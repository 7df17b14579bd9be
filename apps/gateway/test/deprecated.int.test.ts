import { writeFileSync } from 'node:fs';
import { eventually } from '@charter/testkit';
import { type World, startWorld, supergraphOf } from './fixtures/gateway';

describe('the use of something deprecated', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    const { complaints, notices } = world;
    const sdl = notices.sdl.replace('whoAmI: String', 'whoAmI: String @deprecated(reason: "2027-06-30: use me")');
    writeFileSync(
      world.supergraphPath,
      supergraphOf({ name: 'complaints', sdl: complaints.sdl }, { name: 'notices', sdl }),
    );
    await eventually(
      async () => world.log.join(''),
      (log) => log.includes('new supergraph taken'),
      30_000,
    );
  });
  afterAll(() => world.stop());

  const counted = async () => {
    const metrics = await (await fetch(`${world.gateway.metricsUrl}/metrics`)).text();
    return Number(/deprecated_uses_total\{element="Query.whoAmI"\} (\d+)/.exec(metrics)?.[1] ?? 0);
  };
  const lineOf = (operation: string) =>
    eventually(
      async () => world.log.find((line) => line.includes(`"operation":"${operation}"`)),
      (line) => line !== undefined,
    );

  it('is answered, counted, and told in the line of the request with the name of its operation', async () => {
    const before = await counted();
    expect((await world.ask('query Old { whoAmI }')).errors).toBeUndefined();
    expect((await world.ask('query Old { whoAmI }')).errors).toBeUndefined();
    expect(await counted()).toBe(before + 2);
    expect(JSON.parse((await lineOf('Old'))!)).toMatchObject({ deprecated: ['Query.whoAmI'] });
  });

  it('is all that is told', async () => {
    expect((await world.ask('query New { me { name } }')).errors).toBeUndefined();
    expect(JSON.parse((await lineOf('New'))!)).not.toHaveProperty('deprecated');
  });
});
