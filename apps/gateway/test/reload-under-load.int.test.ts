import { renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@charter/testkit';
import { startCity } from './fixtures/city';
import { type World, startWorld, supergraphOf } from './fixtures/gateway';
import { type Load, startLoad } from './fixtures/load';
import type { StubSubgraph } from './fixtures/stub-subgraph';

const CLIENTS = 8;
/** For a machine that does much else, in milliseconds. */
const PATIENCE = 60_000;
jest.setTimeout(4 * PATIENCE);

describe('a supergraph that is replaced under load', () => {
  let world: World;
  /** The same service as complaints, under another name. */
  let cases: StubSubgraph;
  let load: Load;

  beforeAll(async () => {
    world = await startWorld({ POINTS_ANONYMOUS: '100000000' });
    const second = await startCity(world.keys, 'cases');
    await second.notices.stop();
    cases = second.complaints;
    load = startLoad(CLIENTS, ask);
  });
  afterAll(async () => {
    await load.stop();
    await cases.stop();
    await world.stop();
  });

  /** Three kinds of requests, each time for something else, so that no answer is taken from another. */
  const ask = async (n: number) => {
    const id = `${n}`;
    const one = { id, title: `민원 ${id}` };
    const kinds = [
      ['query One($id: ID!) { complaint(id: $id) { id title } }', one],
      [
        'query Whole($id: ID!) { complaint(id: $id) { id title citizen { id name } notices { text } } }',
        { ...one, citizen: { id: 'c1', name: '홍길동' }, notices: [{ text: `알림 ${id}` }] },
      ],
      ['query Told($id: ID!) { complaint(id: $id) { notices { text } } }', { notices: [{ text: `알림 ${id}` }] }],
    ] as const;
    const [query, complaint] = kinds[n % kinds.length]!;
    const { text, status } = await world.ask(query, { variables: { id } });
    const right = JSON.stringify({ data: { complaint } });
    if (status !== 200 || text.trim() !== right) throw new Error(`HTTP ${status}: ${text}`);
  };

  /** Waits until each client has been answered a few times more. */
  const someMore = async () => {
    const enough = load.good() + 3 * CLIENTS;
    await eventually(
      async () => load.good() + load.bad.length,
      (now) => now >= enough,
      PATIENCE,
    );
  };
  const isServed = async (field: string) => (await world.ask(`{ ${field} }`)).status === 200;
  const count = async (outcome: 'taken' | 'refused') => {
    const metrics = await (await fetch(`${world.gateway.metricsUrl}/metrics`)).text();
    return Number(new RegExp(`supergraph_reloads_total{outcome="${outcome}"} (\\d+)`).exec(metrics)?.[1] ?? 0);
  };
  const lines = (text: string) => world.log.filter((line) => line.includes(text));
  /** Carries a change out, and waits until it is said and counted that it was taken or refused, while requests go on. */
  const becomes = async (outcome: 'taken' | 'refused', change: () => unknown) => {
    const before = { count: await count(outcome), lines: lines(`new supergraph ${outcome}`).length };
    await change();
    await eventually(
      () => count(outcome),
      (now) => now > before.count,
      PATIENCE,
    );
    expect(await count(outcome)).toBe(before.count + 1);
    expect(lines(`new supergraph ${outcome}`)).toHaveLength(before.lines + 1);
    await someMore();
    expect(load.bad).toEqual([]);
    return lines(`new supergraph ${outcome}`).at(-1)!;
  };

  const write = (text: string) => writeFileSync(world.supergraphPath, text);
  const swap = (text: string) => {
    writeFileSync(`${world.supergraphPath}.new`, text);
    renameSync(`${world.supergraphPath}.new`, world.supergraphPath);
  };
  const plain = (name: string, sdl: string) => ({ name, sdl });
  const whole = () => supergraphOf(plain('complaints', world.complaints.sdl), plain('notices', world.notices.sdl));
  const withoutWhoAmI = () =>
    supergraphOf(
      plain('complaints', world.complaints.sdl),
      plain('notices', world.notices.sdl.replace('whoAmI: String', '')),
    );
  const renamed = () =>
    supergraphOf(plain('cases', cases.sdl), plain('notices', world.notices.sdl)).replace(
      'http://cases.internal/graphql',
      cases.url,
    );

  it('loses no request when a field goes and comes again', async () => {
    expect(await isServed('whoAmI')).toBe(true);
    await becomes('taken', () => write(withoutWhoAmI()));
    expect(await isServed('whoAmI')).toBe(false);
    await becomes('taken', () => swap(whole()));
    expect(await isServed('whoAmI')).toBe(true);
  });

  it('loses no request when a subgraph gets another name and address', async () => {
    await becomes('taken', () => swap(renamed()));
    const before = world.complaints.calls.length;
    await someMore();
    expect(cases.calls.length).toBeGreaterThan(CLIENTS);
    expect(world.complaints.calls.length).toBe(before);
    await becomes('taken', () => swap(whole()));
  });

  it.each([
    ['is empty', () => '', 'cannot be loaded'],
    ['is no GraphQL', () => '<html>proxy error</html>', 'cannot be loaded'],
    ['is GraphQL and no supergraph', () => 'type Query { complaint: Int }', 'cannot be loaded'],
    ['ends in the middle', () => whole().slice(0, whole().length / 2), 'cannot be loaded'],
    [
      'lacks what the canary asks for',
      () => supergraphOf(plain('notices', 'type Query { whoAmI: String }')),
      'canary Canary',
    ],
  ])('is refused while it goes on serving, when the file %s', async (_what, text, why) => {
    expect(await becomes('refused', () => write(text()))).toContain(why);
    expect(await isServed('whoAmI')).toBe(true);
  });

  it('waits for the rest of a file that is being written', async () => {
    const refused = await count('refused');
    const text = withoutWhoAmI();
    await becomes('taken', async () => {
      for (let at = 0; at < text.length; at += 500) {
        writeFileSync(world.supergraphPath, text.slice(at, at + 500), { flag: at === 0 ? 'w' : 'a' });
        await sleep(100); // a slow writer, for longer than the gateway leaves between two looks
      }
    });
    expect(await count('refused')).toBe(refused);
    expect(await isServed('whoAmI')).toBe(false);
  });

  it('has answered every request as it should', async () => {
    await load.stop();
    expect(load.bad).toEqual([]);
    expect(load.good()).toBeGreaterThan(500);
  });
});
